import { day } from '../../support/bank-files.js';
import { openCashWorld, TODAY, type CashWorld } from '../../support/cash-world.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { testContext } from '../../support/shop.js';

let world: CashWorld;

beforeAll(async () => {
  world = await openCashWorld();
});

afterEach(() => world.expectTies());

afterAll(() => world.close());

describe('a bank line of another day', () => {
  it('of 2099 is booked today and shows its own dates: its money was in no report of today', async () => {
    const invoice = await freshInvoice();
    const on = day('2099-01-01');
    const id = await bookLines([
      paying(invoice, { text: invoice.paymentReference, bookingDate: on, valueDate: on }),
    ]);
    expect(await outcomes(id)).toEqual(['booked']);
    const [payment] = await payments(id);
    expect(payment).toMatchObject({ state: 'applied', valueDate: new Date(TODAY) });
    expect(await daysInTheBooks(id)).toEqual([TODAY]);
    expect(await linesOf(id)).toMatchObject([
      {
        bookingDate: new Date('2099-01-01'),
        valueDate: new Date('2099-01-01'),
        outcomeDetail: { otherDay: { bookedOn: TODAY, why: 'day-to-come' } },
      },
    ]);
    expect(await workItems(id)).toEqual(['bank-lines-of-other-days']);
  });

  it('is found when its payment comes again or is taken back, although it bears a date of 2099', async () => {
    const invoice = await freshInvoice();
    const ahead = { bookingDate: day('2099-01-01'), bankReference: 'AHEAD' };
    const paidIn = await bookLines([paying(invoice, { text: invoice.paymentReference, ...ahead })]);
    const again = await bookLines([
      paying(invoice, { text: invoice.paymentReference, bankReference: 'AGAIN' }),
    ]);
    expect(await outcomes(again)).toEqual(['held']);
    const back = paying(invoice, { amount: -invoice.total, isReversal: true, text: 'Retur' });
    expect(await outcomes(await bookLines([{ ...back, bankReference: 'AHEAD' }]))).toEqual([
      'reversal',
    ]);
    expect(await payments(paidIn)).toMatchObject([{ state: 'reversed' }]);
  });

  it('of 2099 that takes a payment back does so today', async () => {
    const invoice = await freshInvoice();
    const line = paying(invoice, { text: invoice.paymentReference, bankReference: 'BACK' });
    const paidIn = await bookLines([line]);
    const id = await bookLines([
      {
        ...line,
        amount: -invoice.total,
        bookingDate: day('2099-01-01'),
        isReversal: true,
        text: 'Retur',
      },
    ]);
    expect(await outcomes(id)).toEqual(['reversal']);
    expect(await daysInTheBooks(paidIn)).toEqual([TODAY]);
    expect(await linesOf(id)).toMatchObject([
      { outcomeDetail: { kind: 'found', otherDay: { bookedOn: TODAY, why: 'day-to-come' } } },
    ]);
    expect(await workItems(id)).toEqual(['bank-lines-of-other-days']);
  });

  it('is none when only its money counts from tomorrow: it counts from today, and nobody need look', async () => {
    const valueDate = day(TODAY).add({ days: 1 });
    const id = await bookLines([{ amount: 4_711n, text: 'besok', valueDate }]);
    expect(await payments(id)).toMatchObject([{ valueDate: new Date(TODAY) }]);
    expect(await linesOf(id)).toMatchObject([{ valueDate: new Date(valueDate.toString()) }]);
    expect(await workItems(id)).toEqual([]);
  });

  it('of 2020, before the books began, is booked on their first open day, and a person is told', async () => {
    await closePeriod('2026-02-01', '2026-02-28');
    const id = await bookLines([{ amount: 4_712n, text: 'lama', bookingDate: day('2020-05-05') }]);
    expect(await daysInTheBooks(id)).toEqual(['2026-03-01']);
    expect(await linesOf(id)).toMatchObject([
      {
        bookingDate: new Date('2020-05-05'),
        outcomeDetail: { otherDay: { bookedOn: '2026-03-01', why: 'books-closed' } },
      },
    ]);
    expect(await workItems(id)).toEqual(['bank-lines-of-other-days']);
  });
});

type Entry = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

let packets = 0;

/** Of an amount that no other invoice of these tests has. */
function freshInvoice(): Promise<InvoicedSale> {
  packets += 1;
  return world.invoice({ customer: world.shop.customers.hotel.number, packets });
}

function paying({ total }: InvoicedSale, entry: Entry): Entry {
  return { amount: total, payerName: 'Pengirim', payerAccount: '5550001112', ...entry };
}

function bookLines(entries: readonly Entry[]): Promise<string> {
  return world.book(world.statement(entries));
}

async function outcomes(statementId: string): Promise<string[]> {
  const lines = await linesOf(statementId);
  return lines.map(({ outcome }) => outcome);
}

function payments(statementId: string) {
  return world.database.prisma.payment.findMany({
    where: { bankStatementLine: { statementId } },
  });
}

function linesOf(statementId: string) {
  return world.database.prisma.bankStatementLine.findMany({
    where: { statementId },
    orderBy: { position: 'asc' },
  });
}

/** Every day on which the payments of a file, and what they settle, stand in the journal or in the open items. */
async function daysInTheBooks(statementId: string): Promise<string[]> {
  const rows = await world.database.prisma.$queryRaw<{ day: string }[]>`
    WITH paid AS (SELECT p.id FROM payment p JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
        WHERE l.statement_id = ${statementId}::uuid),
      joined AS (SELECT a.* FROM allocation a JOIN paid ON paid.id = a.payment_id)
    SELECT business_date::text AS day FROM journal_entry
      WHERE document_id IN (SELECT id FROM paid UNION SELECT id FROM joined)
    UNION SELECT booked_on::text FROM joined
    UNION SELECT reversed_on::text FROM joined WHERE reversed_on IS NOT NULL ORDER BY 1`;
  return rows.map((row) => row.day);
}

async function workItems(subjectId: string): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { subjectId, state: 'open' },
  });
  return items.map(({ kind }) => kind);
}

async function closePeriod(startsOn: string, endsOn: string): Promise<void> {
  const { shop, clock } = world;
  await world.database.transaction(testContext(clock.iso()), (tx) =>
    tx.accountingPeriod.create({
      data: {
        legalEntityId: shop.legalEntityId,
        startsOn: new Date(startsOn),
        endsOn: new Date(endsOn),
        state: 'closed',
        closedAt: new Date(clock.nowMs()),
        closedBy: 'test',
      },
    }),
  );
}
