import { oldDayTotals, type OldDayTotals } from '../../../contract/imports/day-totals.js';
import type { CommandContext } from '../../../domain/context.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import type { RowValues } from '../../../domain/imports/read-row.js';
import { tenderColumns } from '../../../domain/imports/tender-names.js';
import { TENDER_TYPES } from '../../../domain/pricing/sale-request.js';
import type { Transaction } from '../../../prisma/database.js';
import { storeByCode } from '../../company/store-by-code.js';
import { giveDayTotals } from '../../shadow/day-totals.js';
import { importKind } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';

const amount = (field: string, names: readonly string[]): ImportField => ({
  field,
  reads: 'amount',
  needed: 'if-there',
  names,
});

const FIELDS: readonly ImportField[] = [
  {
    field: 'store',
    reads: 'text',
    needed: 'always',
    names: ['toko', 'cabang', 'outlet', 'point of sale', 'pos profile'],
  },
  {
    field: 'day',
    reads: 'date',
    needed: 'always',
    names: ['tanggal', 'hari', 'date', 'business date', 'posting date'],
  },
  {
    field: 'till',
    reads: 'text',
    needed: 'if-there',
    names: ['mesin kasir', 'nomor kasir', 'terminal', 'pos session', 'session'],
  },
  {
    field: 'count',
    reads: 'quantity',
    needed: 'if-there',
    names: ['jumlah transaksi', 'jumlah struk', 'transactions', 'orders', 'receipts'],
  },
  amount('gross', ['penjualan kotor', 'kotor', 'gross sales']),
  amount('net', ['penjualan bersih', 'bersih', 'dpp', 'net sales', 'net total']),
  amount('tax', ['pajak', 'ppn', 'total tax', 'taxes']),
  amount('total', ['total penjualan', 'grand total', 'total sales', 'amount total']),
  ...TENDER_TYPES.map((type) => amount(type, tenderColumns(type))),
  { field: 'taxCode', reads: 'text', needed: 'if-there', names: ['kode pajak', 'tax code'] },
  amount('taxOfCode', ['pajak per kode', 'tax of code', 'tax amount']),
  {
    field: 'receipt',
    reads: 'text',
    needed: 'if-there',
    names: ['nomor struk', 'no struk', 'no nota', 'receipt number', 'order ref', 'pos invoice'],
  },
  amount('receiptTotal', ['total struk', 'total bayar', 'receipt total']),
];

/** What the old system says of a day; a later file says it anew. */
export const dayTotalsKind = importKind({
  fields: FIELDS,
  schema: oldDayTotals,
  groupedBy: ['store', 'day', 'till'],
  knownByBooks: true,
  keyOf: ({ store, day, totals: { till = '' } }) => `${store}/${day}/${till}`,
  bodyOf: ({ store, day, ...first }, { currency }, rest) => ({
    store,
    day,
    totals: totalsOf([first, ...rest], currency),
  }),
  write: (tx, ctx, { bodies }) => oneByOne(tx, bodies, (body) => give(tx, ctx, body)),
});

async function give(
  tx: Transaction,
  ctx: CommandContext,
  { store, day, totals }: OldDayTotals,
): Promise<string> {
  const { id: storeId } = await storeByCode(tx, store);
  return giveDayTotals(tx, ctx, { storeId, day, ...totals });
}

/** The first row says the figures; each row may name a tax and a receipt. */
function totalsOf(rows: readonly RowValues[], currency: string) {
  const [first = {}] = rows;
  const money = (value: RowValues[string] | undefined) =>
    value === undefined ? undefined : { amount: value, currency };
  const tenders = TENDER_TYPES.flatMap((type) =>
    first[type] === undefined ? [] : [{ type, amount: money(first[type]) }],
  );
  const taxes = rows.flatMap(({ taxCode, taxOfCode }) =>
    taxCode === undefined ? [] : [{ code: taxCode, tax: money(taxOfCode) }],
  );
  const receipts = rows.flatMap(({ receipt, receiptTotal }) =>
    receipt === undefined ? [] : [said({ number: receipt, total: money(receiptTotal) })],
  );
  return said({
    till: first['till'],
    count: first['count'] === undefined ? undefined : Number(first['count']),
    gross: money(first['gross']),
    net: money(first['net']),
    tax: money(first['tax']),
    total: money(first['total']),
    tenders: tenders.length === 0 ? undefined : tenders,
    taxes: taxes.length === 0 ? undefined : taxes,
    receipts: receipts.length === 0 ? undefined : receipts,
  });
}

/** Without what the rows do not say. */
function said(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
