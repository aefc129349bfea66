import { oldSale, type OldSale } from '../../../contract/imports/old-sale.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import type { RowValues } from '../../../domain/imports/read-row.js';
import { tenderNamed } from '../../../domain/imports/tender-names.js';
import { bookOldSale } from '../../sale/old-sale.js';
import { importKind } from '../import-kind.js';
import { oneByOne } from '../under-savepoint.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'receipt',
    reads: 'text',
    needed: 'always',
    names: [
      'nomor struk',
      'no struk',
      'no nota',
      'receipt number',
      'order ref',
      'pos invoice',
      'id',
    ],
  },
  {
    field: 'store',
    reads: 'text',
    needed: 'if-there',
    names: ['toko', 'cabang', 'outlet', 'point of sale', 'pos profile'],
  },
  {
    field: 'date',
    reads: 'date',
    needed: 'always',
    names: ['tanggal', 'order date', 'posting date', 'transaction date'],
  },
  { field: 'time', reads: 'text', needed: 'if-there', names: ['jam', 'waktu', 'posting time'] },
  {
    field: 'cashier',
    reads: 'text',
    needed: 'if-there',
    names: ['kasir', 'served by', 'sales person', 'owner'],
  },
  {
    field: 'till',
    reads: 'text',
    needed: 'if-there',
    names: ['mesin kasir', 'nomor kasir', 'terminal', 'pos session', 'session'],
  },
  {
    field: 'customer',
    reads: 'text',
    needed: 'if-there',
    names: ['kode pelanggan', 'customer code'],
  },
  {
    field: 'sku',
    reads: 'text',
    needed: 'always',
    names: ['kode barang', 'kode produk', 'item code', 'product/internal reference'],
  },
  {
    field: 'name',
    reads: 'text',
    needed: 'if-there',
    names: ['nama barang', 'nama produk', 'item name', 'product'],
  },
  {
    field: 'quantity',
    reads: 'quantity',
    needed: 'always',
    names: ['jumlah', 'qty', 'kuantitas'],
  },
  {
    field: 'unitPrice',
    reads: 'amount',
    needed: 'always',
    names: ['harga', 'harga satuan', 'price', 'rate'],
  },
  {
    field: 'discount',
    reads: 'amount',
    needed: 'if-there',
    names: ['diskon', 'potongan', 'discount amount'],
  },
  { field: 'taxCode', reads: 'text', needed: 'if-there', names: ['kode pajak', 'tax code'] },
  {
    field: 'priceIncludesTax',
    reads: 'flag',
    needed: 'if-there',
    names: ['harga termasuk pajak', 'price includes tax'],
  },
  {
    field: 'tender',
    reads: 'text',
    needed: 'always',
    names: ['pembayaran', 'metode pembayaran', 'cara bayar', 'payment method', 'mode of payment'],
  },
  {
    field: 'total',
    reads: 'amount',
    needed: 'if-there',
    names: ['total bayar', 'grand total', 'amount total'],
  },
];

/** Receipts of the tills of another system: the rows of one stand together, each with an item of it. */
export const salesKind = importKind({
  fields: FIELDS,
  schema: oldSale,
  groupedBy: ['store', 'receipt'],
  fromTills: true,
  keyOf: ({ store = '', receipt }) => `${store}/${receipt}`,
  bodyOf: (values, { currency }, rest) => {
    const { receipt, store, date, time, cashier, till, customer } = values;
    const head = { receipt, store, date, time, cashier, till, customer };
    return { ...said(head), lines: [values, ...rest].map((row) => lineOf(row, currency)) };
  },
  write: (tx, ctx, { bodies, setting: { clock, sources } }) =>
    oneByOne(tx, bodies, (sale: OldSale) => bookOldSale(tx, ctx, { sale, clock, sources })),
});

function lineOf(row: RowValues, currency: string) {
  const { sku, name, quantity, taxCode, priceIncludesTax } = row;
  const tender = String(row['tender']);
  return said({
    sku,
    name,
    quantity,
    taxCode,
    priceIncludesTax,
    unitPrice: moneyOf(row['unitPrice'], currency),
    discount: moneyOf(row['discount'], currency),
    total: moneyOf(row['total'], currency),
    tender: tenderNamed(tender) ?? tender,
  });
}

function moneyOf(amount: RowValues[string] | undefined, currency: string) {
  return amount === undefined ? undefined : { amount, currency };
}

/** Without what the row does not say. */
function said(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
