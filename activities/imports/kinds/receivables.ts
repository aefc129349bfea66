import { openReceivable } from '../../../contract/imports/opening.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { bringInReceivable } from '../../receivable/bring-in-receivable.js';
import { importKind } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'number',
    reads: 'text',
    needed: 'always',
    names: [
      'nomor faktur',
      'no faktur',
      'invoice number',
      'invoice',
      'sales invoice',
      'no nota',
      'id',
    ],
  },
  {
    field: 'customer',
    reads: 'text',
    needed: 'always',
    names: [
      'kode pelanggan',
      'nomor pelanggan',
      'customer code',
      'partner/reference',
      'invoice partner/reference',
    ],
  },
  { field: 'store', reads: 'text', needed: 'if-there', names: ['toko', 'cabang', 'kode toko'] },
  {
    field: 'issuedOn',
    reads: 'date',
    needed: 'always',
    names: ['tanggal faktur', 'tanggal', 'invoice date', 'invoice/bill date', 'posting date'],
  },
  {
    field: 'dueOn',
    reads: 'date',
    needed: 'always',
    names: ['jatuh tempo', 'tanggal jatuh tempo', 'due date', 'payment due date'],
  },
  {
    field: 'open',
    reads: 'amount',
    needed: 'always',
    names: ['sisa', 'sisa tagihan', 'amount due', 'amount due signed', 'outstanding amount'],
  },
  {
    field: 'level',
    reads: 'quantity',
    needed: 'if-there',
    names: ['tingkat penagihan', 'surat ke', 'dunning level', 'follow-up level'],
  },
  {
    field: 'lastNoticeOn',
    reads: 'date',
    needed: 'if-there',
    names: ['surat terakhir', 'last notice', 'last reminder'],
  },
];

/** Open invoices of the old system: each becomes a receivable with a life of its own. */
export const receivablesKind = importKind({
  fields: FIELDS,
  schema: openReceivable,
  keyOf: ({ number }) => number,
  bodyOf: ({ open, level, ...values }, { currency, settings: { businessDate } }) => ({
    ...(businessDate === undefined ? {} : { businessDate }),
    ...values,
    open: { amount: open, currency },
    ...(level === undefined ? {} : { level: Number(level) }),
  }),
  write: (tx, ctx, { bodies }) => oneByOne(tx, bodies, (body) => bringInReceivable(tx, ctx, body)),
});
