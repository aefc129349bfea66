import { day } from '../../support/bank-files.js';
import { TODAY } from '../../support/cash-world.js';
import { testContext } from '../../support/shop.js';
import { useBank } from '../../support/bank.js';

const bank = useBank();
const { bookLines, freshInvoice, linesOf, outcomes, paying, payments, workItems } = bank;

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

/** Every day on which the payments of a file, and what they settle, stand in the journal or in the open items. */
async function daysInTheBooks(statementId: string): Promise<string[]> {
  const rows = await bank.world().database.prisma.$queryRaw<{ day: string }[]>`
    WITH paid AS (SELECT p.id FROM payment p JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
        WHERE l.statement_id = ${statementId}::uuid),
      joined AS (SELECT a.* FROM allocation a JOIN paid ON paid.id = a.payment_id)
    SELECT business_date::text AS day FROM journal_entry
      WHERE document_id IN (SELECT id FROM paid UNION SELECT id FROM joined)
    UNION SELECT booked_on::text FROM joined
    UNION SELECT reversed_on::text FROM joined WHERE reversed_on IS NOT NULL ORDER BY 1`;
  return rows.map((row) => row.day);
}

async function closePeriod(startsOn: string, endsOn: string): Promise<void> {
  const { shop, clock } = bank.world();
  await bank.world().database.transaction(testContext(clock.iso()), (tx) =>
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
