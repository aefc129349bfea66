import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { accountCode } from '../../domain/ledger/accounts.js';
import { reversalOf, toPostedLines, type JournalLine } from '../../domain/ledger/journal.js';
import {
  entriesForAllocation,
  entriesForInvoice,
  entriesForPayment,
  entriesForWriteOff,
} from '../../domain/ledger/post-receivable.js';
import {
  entriesForOpeningStock,
  entriesForStockIssue,
  entriesForStockReceipt,
} from '../../domain/ledger/post-stock.js';
import { issueStock, receiveStock, type StockValue } from '../../domain/stock/moving-average.js';
import { rupiah } from '../support/a-sale.js';
import { verifyAfterEach } from '../support/books.js';
import type { InvoicedSale } from '../support/invoiced-sale.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('what the SQL commands post is what domain/ledger says', () => {
  it('of an invoice', async () => {
    const owed = await trade.invoice({ packets: 3 });
    expect(await posted(owed.invoiceId)).toEqual(lines(entriesForInvoice(135_000n, at(owed))));
  });

  it('of money on the bank account, from a known customer and from nobody', async () => {
    const { id: customerId } = trade.shop.customers.hotel;
    const known = await trade.receive(70_001n, { customerId });
    expect(await posted(known)).toEqual(lines(entriesForPayment(70_001n, 'bank', { customerId })));
    const unknown = await trade.receive(70_002n);
    expect(await posted(unknown)).toEqual(lines(entriesForPayment(70_002n, 'bank', {})));
  });

  it('of an allocation, and of its reversal', async () => {
    const owed = await trade.invoice();
    const item = { openItemId: owed.openItems[0]?.id ?? '', amount: 30_000n };
    const { allocationIds } = await trade.allocate(await trade.receive(45_000n), [item]);
    const [id = ''] = allocationIds;
    const entry = entriesForAllocation({ applied: 30_000n }, at(owed));
    expect(await posted(id)).toEqual(lines(entry));
    await trade.reverse(id);
    expect(await posted(id, 'allocation-reversal')).toEqual(lines(reversalOf(entry)));
  });

  it('of a write-off by a second person', async () => {
    const owed = await trade.invoice();
    const asked = await trade.call('request_write_off', {
      invoiceId: owed.invoiceId,
      reason: 'gone',
    });
    const second = { ...testContext(), actor: { kind: 'user', id: 'second', name: 's' } } as const;
    await trade.database.call('decide_write_off', second, {
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
    expect(await posted(written.id)).toEqual(lines(entriesForWriteOff(45_000n, at(owed))));
  });

  it('of goods that come in, at the start and later', async () => {
    const { storeId } = trade.shop.jakarta;
    const opening = await receive({ kind: 'opening', quantityMilli: 1_000n, cost: 77n });
    expect(await posted(opening)).toEqual(lines(entriesForOpeningStock(77n, { storeId })));
    const receipt = await receive({ kind: 'receipt', quantityMilli: 1_000n, cost: 78n });
    expect(await posted(receipt)).toEqual(lines(entriesForStockReceipt(78n, { storeId })));
  });
});

describe('the cost of what leaves the shelf', () => {
  it('is that of domain/stock, whatever came and went before', async () => {
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
  expect(await posted(sale.id)).toEqual(expect.arrayContaining(issued));
  return left;
}

type Received = Readonly<{ kind: 'opening' | 'receipt'; quantityMilli: bigint; cost: bigint }>;

async function receive({ kind, quantityMilli, cost }: Received): Promise<string> {
  const documentId = randomUUID();
  const counter = kind === 'opening' ? 'openingEquity' : 'goodsReceived';
  await trade.call('receive_stock', {
    documentId,
    documentKind: 'delivery-note',
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

type Posted = Readonly<{ account: string; amount: string; storeId?: string; customerId?: string }>;

function lines(entry: readonly JournalLine[]): Posted[] {
  return inOrder(toPostedLines(entry));
}

async function posted(documentId: string, kind?: string): Promise<Posted[]> {
  const rows = await trade.database.prisma.journalLine.findMany({
    where: {
      entry: { documentId, kind: kind === undefined ? { not: { endsWith: '-reversal' } } : kind },
    },
  });
  return inOrder(
    rows.map(({ accountCode: account, amount, storeId, customerId }) => ({
      account,
      amount: amount.toString(),
      ...(storeId === null ? {} : { storeId }),
      ...(customerId === null ? {} : { customerId }),
    })),
  );
}

function inOrder(entry: readonly Posted[]): Posted[] {
  return entry.toSorted((a, b) => (a.account < b.account ? -1 : 1));
}
