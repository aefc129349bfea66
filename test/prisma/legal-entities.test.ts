import { randomUUID } from 'node:crypto';
import { accountCode } from '../../domain/ledger/accounts.js';
import { rupiah } from '../support/a-sale.js';
import { camt053, camtEntry, day } from '../support/bank-files.js';
import { bookFile } from '../support/book-file.js';
import { asOwner, verifyAfterEach } from '../support/books.js';
import { createSecondEntity, type SecondEntity } from '../support/second-entity.js';
import { testContext } from '../support/shop.js';
import {
  openTradingBooks,
  SETTLEMENT_ACCOUNTS,
  type TradingBooks,
} from '../support/trading-books.js';
import * as paymentCommands from '../../prisma/commands/payment.js';

let trade: TradingBooks;
let sister: SecondEntity;

beforeAll(async () => {
  trade = await openTradingBooks();
  sister = await trade.database.transaction(testContext(trade.clock.iso()), createSecondEntity);
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

type Owed = Readonly<{ invoiceId: string; number: string; reference: string; openItemId: string }>;

describe('money of one legal entity', () => {
  it('does not settle what is owed to another, and nothing is changed', async () => {
    const [own, other] = [await owedTo('first'), await owedTo('sister')];
    const paymentId = await trade.receive(20_000n);
    const items = [own, other].map(({ openItemId }) => ({ openItemId, amount: 10_000n }));
    await expect(trade.allocate(paymentId, items)).rejects.toMatchObject({
      code: 'LEGAL_ENTITY_MISMATCH',
      param: 'items[1].openItem',
    });
    expect(await openOf(own, other)).toEqual([10_000n, 10_000n]);
    expect(await trade.database.prisma.allocation.count({ where: { paymentId } })).toBe(0);
  });

  it('settles what is owed to its own, on whichever account that is', async () => {
    const owed = await owedTo('sister');
    const paymentId = await trade.receive(10_000n, { legalEntityId: sister.legalEntityId });
    await trade.allocate(paymentId, [{ openItemId: owed.openItemId, amount: 10_000n }]);
    expect(await openOf(owed)).toEqual([0n]);
  });

  it('is not kept back from what is owed to another either', async () => {
    const [own, other] = [await owedTo('first'), await owedTo('sister')];
    const paymentId = await trade.receive(9_000n);
    await expect(
      trade.call(paymentCommands.applyPayment, {
        paymentId,
        bookedOn: trade.today(),
        accounts: SETTLEMENT_ACCOUNTS,
        items: [{ openItemId: own.openItemId, amount: '9000' }],
        deductions: [
          {
            openItemId: other.openItemId,
            kind: 'bankFee',
            amount: '1000',
            account: accountCode('bankFees'),
          },
        ],
      }),
    ).rejects.toMatchObject({ code: 'LEGAL_ENTITY_MISMATCH' });
    expect(await openOf(own, other)).toEqual([10_000n, 10_000n]);
  });

  it('is not joined to it by raw SQL either', async () => {
    const other = await owedTo('sister');
    const paymentId = await trade.receive(10_000n);
    await expect(
      asOwner(
        trade.books,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO allocation (open_item_id, kind, payment_id, amount, currency, booked_on,
          booked_at, booked_by) VALUES (${other.openItemId}::uuid, 'payment', ${paymentId}::uuid, 1, 'IDR', now(), now(), 'x')`,
      ),
    ).rejects.toThrow(/different books/);
  });

  it('is not booked by a reference of another that stands in its bank file', async () => {
    const other = await owedTo('sister');
    await bookPayment(trade.shop.bankAccountNumber, other.reference);
    expect(await openOf(other)).toEqual([10_000n]);
    await bookPayment(sister.bankAccountNumber, other.reference);
    expect(await openOf(other)).toEqual([0n]);
  });
});

describe('documents of one legal entity', () => {
  it('are numbered in series of their own, each without a gap', async () => {
    const [own, other] = [await owedTo('first'), await owedTo('sister')];
    expect(own.number).toMatch(/^INV\/NSA\//);
    expect(other.number).toMatch(/^INV\/NSB\//);
  });

  it('are not posted to a store of another', async () => {
    const lines = [
      { account: accountCode('bank'), amount: '1' },
      { account: accountCode('salesRevenue'), amount: '-1', storeId: sister.storeId },
    ];
    const entry = {
      legalEntityId: trade.shop.legalEntityId,
      businessDate: trade.today(),
      kind: 'x',
      documentKind: 'x',
      documentId: randomUUID(),
      description: 'x',
      currency: 'IDR',
    };
    const ctx = testContext(trade.clock.iso());
    await expect(
      asOwner(
        trade.books,
        (tx) => tx.$queryRaw`SELECT post_journal(${JSON.stringify(ctx)}::jsonb,
          ${JSON.stringify(entry)}::jsonb, ${JSON.stringify(lines)}::jsonb)::text`,
      ),
    ).rejects.toThrow(/store of another legal entity/);
  });
});

/** Rp10,000 on account, sold and invoiced by the first company or its sister. */
async function owedTo(company: 'first' | 'sister'): Promise<Owed> {
  const { sale } = await trade.sell({
    terminal: company === 'first' ? 'JKT1-01' : sister.terminal,
    customer: trade.shop.customers.hotel.number,
    lines: [{ sku: 'JASA-KADO', quantity: '1' }],
    tenders: [{ type: 'onAccount', amount: rupiah(10_000) }],
  });
  await trade.sales.issueInvoice({ saleId: sale.id });
  const invoice = await trade.database.prisma.invoice.findUniqueOrThrow({
    where: { saleId: sale.id },
    include: { openItems: true },
  });
  const { id, number, paymentReference: reference } = invoice;
  return { invoiceId: id, number, reference, openItemId: invoice.openItems[0]?.id ?? '' };
}

async function openOf(...owed: readonly Owed[]): Promise<bigint[]> {
  const amounts: bigint[] = [];
  for (const { openItemId } of owed) {
    const where = { where: { id: openItemId } };
    amounts.push((await trade.database.prisma.openItem.findUniqueOrThrow(where)).openAmount);
  }
  return amounts;
}

async function bookPayment(accountId: string, text: string): Promise<void> {
  const on = day(trade.today());
  const entry = { amount: 10_000n, bookingDate: on, text, bankReference: randomUUID() };
  await bookFile(trade, camt053({ accountId, on, entries: [camtEntry(entry)] }));
}
