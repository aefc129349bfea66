import { runningCase } from '../../../contract/imports/opening.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { caseStateNamed } from '../../../domain/imports/case-states.js';
import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { unitsToDecimal } from '../../../domain/money/decimal.js';
import { bringInPlacement } from '../../collection/bring-in-placement.js';
import { importKind, type ExportPage } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';
import { unmistakable } from '../unmistakable.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'number',
    reads: 'text',
    needed: 'always',
    names: ['nomor faktur', 'no faktur', 'invoice number', 'invoice', 'sales invoice', 'no nota'],
  },
  {
    field: 'agency',
    reads: 'text',
    needed: 'always',
    names: ['kode agen', 'agen', 'agen penagihan', 'agency code', 'collection agency'],
  },
  {
    field: 'placedOn',
    reads: 'date',
    needed: 'always',
    names: ['tanggal penyerahan', 'tanggal diserahkan', 'placement date', 'date placed'],
  },
  {
    field: 'state',
    reads: 'text',
    needed: 'if-there',
    names: ['status', 'keadaan', 'status kasus', 'case status'],
  },
  {
    field: 'placed',
    reads: 'amount',
    needed: 'always',
    names: ['jumlah diserahkan', 'nilai penyerahan', 'amount placed', 'placed amount'],
  },
  {
    field: 'collected',
    reads: 'amount',
    needed: 'if-there',
    names: ['sudah ditagih', 'tertagih', 'amount collected', 'collected amount'],
  },
  {
    field: 'paidDirect',
    reads: 'amount',
    needed: 'if-there',
    names: ['dibayar langsung', 'amount paid directly'],
  },
  {
    field: 'adjusted',
    reads: 'amount',
    needed: 'if-there',
    names: ['penyesuaian', 'adjustment'],
  },
  {
    field: 'agreement',
    reads: 'quantity',
    needed: 'if-there',
    names: ['versi perjanjian', 'perjanjian', 'agreement version'],
  },
];

/** Cases that agencies run for another system, of invoices that were brought in as receivables. */
export const placementsKind = importKind({
  fields: FIELDS,
  exported: exportPlacements,
  schema: runningCase,
  keyOf: ({ number, agency }) => `${number}/${agency}`,
  bodyOf: ({ number, agency, placedOn, state, agreement, ...amounts }, { currency }) => ({
    number,
    agency,
    placedOn,
    ...(state === undefined ? {} : { state: caseStateNamed(String(state)) ?? state }),
    ...(agreement === undefined ? {} : { agreement: Number(agreement) }),
    ...Object.fromEntries(
      Object.entries(amounts).map(([field, amount]) => [field, { amount, currency }]),
    ),
  }),
  write: (tx, ctx, { bodies }) => oneByOne(tx, bodies, (body) => bringInPlacement(tx, ctx, body)),
});

/** What is disputed of a case is still open, and what was written off is one of its adjustments. */
async function exportPlacements(
  ...[prisma, { after, limit }]: Parameters<ExportPage>
): ReturnType<ExportPage> {
  const cases = await prisma.placement.findMany({
    where: {
      closedAt: null,
      state: { in: ['created', 'submitted', 'acknowledged'] },
      invoice: { number: { gt: after } },
    },
    orderBy: { invoice: { number: 'asc' } },
    take: limit,
    include: { invoice: { select: { number: true } }, agency: { select: { code: true } } },
  });
  return cases.map(({ invoice, agency, ...one }) => {
    const decimals = minorUnitOf(parseCurrency(one.currency));
    const text = (amount: bigint) =>
      amount === 0n ? '' : unmistakable(unitsToDecimal(amount, decimals));
    return {
      key: invoice.number,
      cells: {
        number: invoice.number,
        agency: agency.code,
        placedOn: one.placedOn.toISOString().slice(0, 'yyyy-mm-dd'.length),
        state: one.state === 'acknowledged' ? 'acknowledged' : 'submitted',
        placed: text(one.placedAmount),
        collected: text(one.collectedAmount),
        paidDirect: text(one.paidDirectAmount),
        adjusted: text(one.adjustedAmount + one.writtenOffAmount),
        agreement: String(one.termsVersion),
      },
    };
  });
}
