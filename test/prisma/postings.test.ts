import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { accountCode } from '../../domain/ledger/accounts.js';
import { accountOfDeduction, DEDUCTION_KINDS } from '../../domain/ledger/deductions.js';
import type { JournalLine } from '../../domain/ledger/journal.js';
import {
  entriesForAllocation,
  entriesForDeduction,
  entriesForInvoice,
  entriesForPayment,
  entriesForStockIssue,
  entriesForStockReceipt,
  entriesForWriteOff,
  reversalOf,
} from '../oracle/ledger/postings.js';
import { issueStock, receiveStock, type StockValue } from '../oracle/stock/moving-average.js';
import { rupiah } from '../support/a-sale.js';
import { verifyAfterEach } from '../support/books.js';
import type { InvoicedSale } from '../support/invoiced-sale.js';
import { expectedLines as lines, postedLines } from '../support/posted-lines.js';
import { testContext } from '../support/shop.js';
import {
  openTradingBooks,
  SETTLEMENT_ACCOUNTS,
  type TradingBooks,
} from '../support/trading-books.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import * as paymentCommands from '../../prisma/commands/payment.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('what the SQL commands post is what the oracle says, for any amount', () => {
  it('of an invoice', async () => {
    await assertForAny(fc.integer({ min: 1, max: 9 }), async (packets) => {
      const owed = await trade.invoice({ packets });
      await expectBooked(owed.invoiceId, entriesForInvoice(45_000n * BigInt(packets), at(owed)));
    });
  });

  it('of money on the bank account, from a known customer and from nobody', async () => {
    const { id: customerId } = trade.shop.customers.hotel;
    await assertForAny(anyAmount, async (amount) => {
      const known = await trade.receive(amount, { customerId });
      await expectBooked(known, entriesForPayment(amount, 'bank', { customerId }));
      const unknown = await trade.receive(amount);
      await expectBooked(unknown, entriesForPayment(amount, 'bank', {}));
    });
  });

  it('of an allocation, and of its reversal', async () => {
    const owed = await trade.invoice();
    const openItemId = owed.openItems[0]?.id ?? '';
    await assertForAny(partOfAPacket, async (amount) => {
      const paymentId = await trade.receive(45_000n);
      const { allocationIds } = await trade.allocate(paymentId, [{ openItemId, amount }]);
      const [id = ''] = allocationIds;
      const entry = entriesForAllocation(amount, at(owed));
      await expectBooked(id, entry);
      await trade.reverse(id);
      expect(await postedLines(trade.database, id, 'allocation-reversal')).toEqual(
        lines(reversalOf(entry)),
      );
    });
  });

  it('of what a payer kept back, for any reason', async () => {
    const wish = fc.record({
      kind: fc.constantFrom(...DEDUCTION_KINDS),
      amount: fc.bigInt({ min: 1n, max: 9_999n }),
    });
    await assertForAny(wish, async ({ kind, amount }) => {
      const owed = await trade.invoice();
      const openItemId = owed.openItems[0]?.id ?? '';
      const { deductionIds } = await trade.call(paymentCommands.applyPayment, {
        paymentId: await trade.receive(1n),
        bookedOn: trade.today(),
        accounts: SETTLEMENT_ACCOUNTS,
        items: [{ openItemId, amount: '1' }],
        deductions: [
          {
            openItemId,
            kind,
            amount: amount.toString(),
            account: accountCode(accountOfDeduction(kind)),
          },
        ],
      });
      const allocation = await trade.database.prisma.allocation.findFirstOrThrow({
        where: { kind: 'deduction', openItem: { invoiceId: owed.invoiceId } },
      });
      expect(deductionIds).toHaveLength(1);
      await expectBooked(allocation.id, entriesForDeduction({ kind, amount }, at(owed)));
    });
  });

  it('of a write-off by a second person', async () => {
    const owed = await trade.invoice();
    const asked = await trade.call(receivableCommands.requestWriteOff, {
      invoiceId: owed.invoiceId,
      reason: 'gone',
    });
    const second = {
      ...testContext(),
      actor: { kind: 'user', id: trade.shop.users.owner.id, name: 'second' },
    } as const;
    await trade.database.call(receivableCommands.decideWriteOff, second, {
      ...(asked as {
        writeOffId: string;
      }),
      decision: 'approved',
      businessDate: trade.today(),
      accounts: {
        badDebt: accountCode('badDebt'),
        receivables: accountCode('receivables'),
      },
    });
    const written = await trade.database.prisma.allocation.findFirstOrThrow({
      where: { kind: 'write-off', openItem: { invoiceId: owed.invoiceId } },
    });
    await expectBooked(written.id, entriesForWriteOff(45_000n, at(owed)));
  });

  it('of goods that come in, at the start and later', async () => {
    const { storeId } = trade.shop.jakarta;
    await assertForAny(anyAmount, async (cost) => {
      const opening = await receive({ kind: 'opening', quantityMilli: 1_000n, cost });
      await expectBooked(opening, entriesForStockReceipt(cost, 'openingEquity', { storeId }));
      const receipt = await receive({ kind: 'receipt', quantityMilli: 1_000n, cost });
      await expectBooked(receipt, entriesForStockReceipt(cost, 'goodsReceived', { storeId }));
    });
  });
});

describe('the cost of what leaves the shelf', () => {
  it('is that of the oracle, whatever came and went before', async () => {
    const step = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      cost: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constant(0)),
      comes: fc.boolean(),
    });
    let stock = await onShelf();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const { quantity, cost, comes } of steps) {
          const quantityMilli = BigInt(quantity) * 1_000n;
          stock = comes
            ? await comesIn(stock, quantityMilli, BigInt(cost))
            : await goesOut(stock, quantityMilli);
        }
        expect(await onShelf()).toEqual(stock);
      }),
      { numRuns: 15 },
    );
  });
});

async function comesIn(
  stock: StockValue,
  quantityMilli: bigint,
  cost: bigint,
): Promise<StockValue> {
  await receive({ kind: 'receipt', quantityMilli, cost });
  return receiveStock(stock, { onHandMilli: quantityMilli, value: cost });
}

/** Sells so much, or all that is there. */
async function goesOut(stock: StockValue, wantedMilli: bigint): Promise<StockValue> {
  const quantityMilli = wantedMilli < stock.onHandMilli ? wantedMilli : stock.onHandMilli;
  if (quantityMilli === 0n) return stock;
  const { sale } = await trade.sell({
    lines: [{ sku: 'TEH-100', quantity: (quantityMilli / 1_000n).toString() }],
    tenders: [{ type: 'qris', amount: rupiah((18_500n * quantityMilli) / 1_000n) }],
  });
  const { cost, left } = issueStock(stock, quantityMilli);
  const issued = lines(entriesForStockIssue(cost, { storeId: trade.shop.jakarta.storeId }));
  expect(await postedLines(trade.database, sale.id)).toEqual(expect.arrayContaining(issued));
  return left;
}

type Received = Readonly<{ kind: 'opening' | 'receipt'; quantityMilli: bigint; cost: bigint }>;

async function receive({ kind, quantityMilli, cost }: Received): Promise<string> {
  const documentId = randomUUID();
  const counter = kind === 'opening' ? 'openingEquity' : 'goodsReceived';
  await trade.call(stockCommands.receiveStock, {
    documentId,
    documentKind: 'goods-receipt',
    kind,
    currency: 'IDR',
    locationId: trade.shop.jakarta.locationId,
    businessDate: trade.today(),
    lines: [
      {
        itemId: trade.shop.items.tea.id,
        quantityMilli: quantityMilli.toString(),
        cost: cost.toString(),
      },
    ],
    accounts: {
      inventory: accountCode('inventory'),
      counter: accountCode(counter),
    },
  });
  return documentId;
}

async function onShelf(): Promise<StockValue> {
  const level = await trade.database.prisma.stockLevel.findFirstOrThrow({
    where: { itemId: trade.shop.items.tea.id, locationId: trade.shop.jakarta.locationId },
  });
  return { onHandMilli: level.onHandMilli, value: level.valueAmount };
}

function at({ customerId }: InvoicedSale) {
  return { storeId: trade.shop.jakarta.storeId, customerId };
}

const anyAmount = fc.bigInt({ min: 1n, max: 1_000_000_000n });
const partOfAPacket = fc.bigInt({ min: 1n, max: 45_000n });

/** Each run is a command on a real database, so a few random ones. */
function assertForAny<Value>(
  values: fc.Arbitrary<Value>,
  work: (value: Value) => Promise<void>,
): Promise<void> {
  return fc.assert(fc.asyncProperty(values, work), { numRuns: 8 });
}

async function expectBooked(documentId: string, entry: readonly JournalLine[]): Promise<void> {
  expect(await postedLines(trade.database, documentId)).toEqual(lines(entry));
}
