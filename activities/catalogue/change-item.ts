import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { findItem } from './find-item.js';
import { itemColumns, taxCodesOf, type ItemFields } from './item-columns.js';

/**
 * Changes what is said of an item; fields that are left out become empty.
 *
 * @throws Refusal `ITEM_NOT_FOUND`, `ITEM_HAS_MOVED` (another unit, or `stocked`, once there are stock movements), and
 * those of `itemColumns`
 */
export async function changeItem(
  tx: Transaction,
  itemId: string,
  fields: ItemFields,
): Promise<void> {
  const item = await findItem(tx, itemId);
  const data = itemColumns(fields, await taxCodesOf(tx));
  const changed = (['unit', 'stocked'] as const).find((field) => item[field] !== data[field]);
  if (changed !== undefined) await refuseMoved(tx, itemId, changed);
  await tx.item.update({ where: { id: itemId }, data });
}

async function refuseMoved(tx: Transaction, itemId: string, param: string): Promise<void> {
  if ((await tx.stockMovement.findFirst({ where: { itemId } })) === null) return;
  const detail = 'Its stock is counted in this unit: add another item, and withdraw this one.';
  throw new Refusal({ code: 'ITEM_HAS_MOVED', param, detail });
}
