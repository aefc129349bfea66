import { z } from 'zod';
import { code, date } from '../../../contract/primitives.js';
import { stockLine } from '../../../contract/stock/stock-receipts.js';
import type { CommandContext } from '../../../domain/context.js';
import type { ImportField } from '../../../domain/imports/fields.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Transaction } from '../../../prisma/database.js';
import { receiveStock } from '../../stock/receive-stock.js';
import { importKind, type RowOutcome } from '../import-kind.js';
import { underSavepoint } from '../under-savepoint.js';

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
      await receiveAt(tx, ctx, { location, rows, outcomes });
    }
    return bodies.map((body) => outcomes.get(body) ?? unwritten(body));
  },
});

type Receiving = Readonly<{
  location: string;
  rows: readonly OpeningStock[];
  outcomes: Map<OpeningStock, RowOutcome>;
}>;

/** One receipt for the rows of a location; a row that refuses it is left out, and the others are tried again. */
async function receiveAt(
  tx: Transaction,
  ctx: CommandContext,
  { location, rows, outcomes }: Receiving,
): Promise<void> {
  let left = rows;
  while (left.length > 0) {
    const lines = left.map(({ sku, quantity, cost }) => ({ sku, quantity, cost }));
    const businessDate = left[0]?.businessDate;
    const receipt = { kind: 'opening', location, businessDate, lines, storeId: undefined } as const;
    const outcome = await underSavepoint(tx, () => receiveStock(tx, ctx, receipt));
    const place = outcome.kind === 'refused' ? placeIn(outcome.refusal) : undefined;
    const row = place === undefined ? undefined : left[place.index];
    if (outcome.kind === 'written' || place === undefined || row === undefined) {
      for (const one of left) outcomes.set(one, outcome);
      return;
    }
    outcomes.set(row, { kind: 'refused', refusal: place.refusal });
    left = left.filter((one) => one !== row);
  }
}

const LINE = /^lines\[(?<index>\d+)\]\.(?<field>.+)$/;

/** `lines[3].sku` of the receipt is the field `sku` of its fourth row. */
function placeIn(refusal: Refusal): Readonly<{ index: number; refusal: Refusal }> | undefined {
  const place = LINE.exec(refusal.param ?? '')?.groups;
  if (place === undefined) return undefined;
  const { code: refusedCode, detail } = refusal;
  const told = { code: refusedCode, detail, param: place['field'] };
  return { index: Number(place['index']), refusal: new Refusal(told) };
}

function unwritten({ sku }: OpeningStock): RowOutcome {
  throw new Error(`the stock of ${sku} was neither written nor refused`);
}
