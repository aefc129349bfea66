import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { underOwnCode } from '../company/unique-code.js';
import { findItem } from './find-item.js';
import { checkBarcode } from './item-values.js';

/**
 * Gives an item one more barcode.
 *
 * @throws Refusal `ITEM_NOT_FOUND`, `BARCODE_TAKEN`, `BARCODE_MALFORMED`
 */
export async function addBarcode(
  tx: Transaction,
  { itemId, barcode }: Readonly<{ itemId: string; barcode: string }>,
): Promise<void> {
  await findItem(tx, itemId);
  checkBarcode(barcode, 'barcode');
  await giveBarcodes(tx, { barcodes: [{ barcode, itemId }], param: 'barcode' });
}

/**
 * Takes a barcode from an item: scanners find it no more, and another item may have it. Done already, it changes nothing.
 *
 * @throws Refusal `ITEM_NOT_FOUND`, `BARCODE_UNKNOWN` when the item never had it
 */
export async function removeBarcode(
  tx: Transaction,
  ctx: CommandContext,
  { itemId, barcode }: Readonly<{ itemId: string; barcode: string }>,
): Promise<void> {
  await findItem(tx, itemId);
  const known = await tx.itemBarcode.findFirst({ where: { itemId, barcode } });
  if (known === null) {
    const detail = `The item has no barcode ${barcode}.`;
    throw new Refusal({ code: 'BARCODE_UNKNOWN', param: 'barcode', detail });
  }
  const removedAt = new Date(ctx.at);
  await tx.itemBarcode.updateMany({
    where: { itemId, barcode, removedAt: null },
    data: { removedAt },
  });
}

type Given = Readonly<{
  barcodes: readonly Readonly<{ barcode: string; itemId: string }>[];
  /** The place in the request that names them. */
  param: string;
}>;

/**
 * Gives barcodes to items. Those that were removed from another item move; all others are new.
 *
 * @throws Refusal `BARCODE_TAKEN`
 */
export async function giveBarcodes(tx: Transaction, { barcodes, param }: Given): Promise<void> {
  const named = barcodes.map(({ barcode }) => barcode);
  const free = await tx.itemBarcode.findMany({
    where: { barcode: { in: named }, removedAt: { not: null } },
    select: { barcode: true },
  });
  const removed = new Set(free.map(({ barcode }) => barcode));
  const data = barcodes.filter(({ barcode }) => !removed.has(barcode));
  await underOwnCode(tx.itemBarcode.createMany({ data }), barcodeTaken(param));
  for (const { barcode, itemId } of barcodes) {
    if (!removed.has(barcode)) continue;
    const where = { barcode, removedAt: { not: null } };
    const moved = await tx.itemBarcode.updateMany({ where, data: { itemId, removedAt: null } });
    if (moved.count === 0) throw new Refusal(barcodeTaken(param));
  }
}

/** The refusal of a barcode that another item has. */
export function barcodeTaken(param: string) {
  const detail = 'A barcode is given twice, or another item has it.';
  return { code: 'BARCODE_TAKEN', param, detail };
}
