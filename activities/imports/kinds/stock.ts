import { z } from 'zod';
import { code, date } from '../../../contract/primitives.js';
import { stockLine } from '../../../contract/stock/stock-receipts.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { receiveStock } from '../../stock/receive-stock.js';
import { importKind, type RowOutcome } from '../import-kind.js';
import { together } from '../together.js';

const FIELDS: readonly ImportField[] = [
  {
    field: 'location',
    reads: 'text',
    needed: 'if-there',
    names: ['lokasi', 'gudang', 'warehouse', 'location/location name'],
  },
  {
    field: 'sku',
    reads: 'text',
    needed: 'always',
    names: [
      'kode barang',
      'kode produk',
      'item code',
      'internal reference',
      'product/internal reference',
      'item',
    ],
  },
  {
    field: 'quantity',
    reads: 'quantity',
    needed: 'always',
    names: [
      'jumlah',
      'stok',
      'qty',
      'on hand quantity',
      'quantity on hand',
      'stok akhir',
      'balance qty',
    ],
  },
  {
    field: 'cost',
    reads: 'amount',
    needed: 'always',
    names: [
      'nilai',
      'nilai stok',
      'total value',
      'stock value',
      'value',
      'nilai persediaan',
      'balance value',
    ],
  },
];

const openingStock = z.strictObject({
  location: code,
  businessDate: date.optional(),
  ...stockLine.shape,
});

type OpeningStock = z.output<typeof openingStock>;

/** What lies in the stores at the beginning; `cost` is the value of all pieces of the row. */
export const stockKind = importKind({
  fields: FIELDS,
  schema: openingStock,
  keyOf: ({ location, sku }) => `${location}/${sku}`,
  bodyOf: ({ cost, ...values }, { currency, settings: { location, businessDate } }) => ({
    ...(location === undefined ? {} : { location }),
    ...(businessDate === undefined ? {} : { businessDate }),
    ...values,
    cost: { amount: cost, currency },
  }),
  write: async (tx, ctx, { bodies }) => {
    const outcomes = new Map<OpeningStock, RowOutcome>();
    for (const location of new Set(bodies.map((body) => body.location))) {
      const rows = bodies.filter((body) => body.location === location);
      const written = await together(tx, rows, async (left) => {
        const lines = left.map(({ sku, quantity, cost }) => ({ sku, quantity, cost }));
        const receipt = { kind: 'opening', location, businessDate: left[0]?.businessDate } as const;
        const document = { ...receipt, lines, storeId: undefined };
        const { documentId } = await receiveStock(tx, ctx, document);
        return left.map(() => documentId);
      });
      for (const [row, outcome] of written) outcomes.set(row, outcome);
    }
    return bodies.map((body) => outcomes.get(body) ?? unwritten(body));
  },
});

function unwritten({ sku }: OpeningStock): RowOutcome {
  throw new Error(`the stock of ${sku} was neither written nor refused`);
}
