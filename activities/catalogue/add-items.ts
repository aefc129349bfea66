import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { uuidV7 } from '../../platform/uuid-v7.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { underOwnCode } from '../company/unique-code.js';
import { barcodeTaken, giveBarcodes } from './item-barcodes.js';
import { taxCodesOf } from './item-columns.js';
import { itemValues, type ItemValues, type NewItem } from './item-values.js';
import { nextPriceVersion } from './price-version.js';

/** Each item by itself: a refused one does not refuse those beside it. */
export type AddedItem =
  Readonly<{ kind: 'added'; id: string }> | Readonly<{ kind: 'refused'; refusal: Refusal }>;

type Adding = Readonly<{
  items: readonly NewItem[];
  /** What the price version brings, for people. */
  note: string;
}>;

/**
 * Adds items with their barcodes and prices in one price version, in a handful of statements however many there are.
 * Answers in their order. A SKU or barcode that a call beside this one takes meanwhile refuses all of them.
 *
 * @throws Refusal `COMPANY_MISSING`, and in a race `SKU_TAKEN`, `BARCODE_TAKEN`; each item is refused with these and
 * those of `itemValues`
 */
export async function addItems(
  tx: Transaction,
  ctx: CommandContext,
  { items, note }: Adding,
): Promise<readonly AddedItem[]> {
  const { currency } = await companyOf(tx);
  const rules = { currency, taxCodes: await taxCodesOf(tx) };
  const taken = await takenAmong(tx, items);
  const judged = items.map((item) => judge(item, () => itemValues(item, rules), taken));
  const added = judged.flatMap((one) => (one.kind === 'new' ? [one] : []));
  if (added.length > 0) await write(tx, ctx, { added, note, currency });
  return judged.map((one) => (one.kind === 'new' ? { kind: 'added', id: one.id } : one));
}

type NewRow = Readonly<{ kind: 'new'; id: string; item: NewItem; values: ItemValues }>;

type Taken = Readonly<{ skus: Set<string>; barcodes: Set<string> }>;

async function takenAmong(tx: Transaction, items: readonly NewItem[]): Promise<Taken> {
  const skus = await tx.item.findMany({
    where: { sku: { in: items.map(({ sku }) => sku) } },
    select: { sku: true },
  });
  const barcodes = await tx.itemBarcode.findMany({
    where: { removedAt: null, barcode: { in: items.flatMap((item) => item.barcodes) } },
    select: { barcode: true },
  });
  return {
    skus: new Set(skus.map(({ sku }) => sku)),
    barcodes: new Set(barcodes.map(({ barcode }) => barcode)),
  };
}

/** Takes the SKU and the barcodes of the item when it is good. */
function judge(
  item: NewItem,
  read: () => ItemValues,
  taken: Taken,
): NewRow | Extract<AddedItem, { kind: 'refused' }> {
  try {
    const values = read();
    if (taken.skus.has(item.sku)) throw new Refusal(skuTaken(item.sku));
    const twice = new Set(item.barcodes).size < item.barcodes.length;
    if (twice || item.barcodes.some((barcode) => taken.barcodes.has(barcode))) {
      throw new Refusal(barcodeTaken('barcodes'));
    }
    taken.skus.add(item.sku);
    item.barcodes.forEach((barcode) => taken.barcodes.add(barcode));
    return { kind: 'new', id: uuidV7(), item, values };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', refusal: error };
    throw error;
  }
}

type Writing = Readonly<{ added: readonly NewRow[]; note: string; currency: string }>;

async function write(
  tx: Transaction,
  ctx: CommandContext,
  { added, note, currency }: Writing,
): Promise<void> {
  const rows = added.map(({ id, item: { sku }, values: { columns } }) => ({ id, sku, ...columns }));
  const firstSku = added[0]?.item.sku ?? '';
  await underOwnCode(tx.item.createMany({ data: rows }), skuTaken(firstSku));
  const barcodes = added.flatMap(({ id: itemId, item }) =>
    item.barcodes.map((barcode) => ({ barcode, itemId })),
  );
  await giveBarcodes(tx, { barcodes, param: 'barcodes' });
  const version = await nextPriceVersion(tx, ctx, note);
  const prices = added.map(({ id: itemId, item, values: { unitAmount } }) => {
    return { itemId, version, currency, unitAmount, includesTax: item.priceIncludesTax };
  });
  await tx.price.createMany({ data: prices });
}

function skuTaken(sku: string) {
  return { code: 'SKU_TAKEN', param: 'sku', detail: `Another item has the SKU ${sku}.` };
}
