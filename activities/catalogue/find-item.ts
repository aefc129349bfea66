import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

/** @throws Refusal `ITEM_NOT_FOUND` */
export async function findItem(tx: Pick<Transaction, 'item'>, itemId: string) {
  const item = await tx.item.findUnique({ where: { id: itemId } });
  if (item !== null) return item;
  const detail = 'There is no such item.';
  throw new Refusal({ code: 'ITEM_NOT_FOUND', param: 'itemId', detail });
}

/** The item of a SKU that the request names at `param`. @throws Refusal `ITEM_UNKNOWN` */
export async function itemOfSku(
  tx: Pick<Transaction, 'item'>,
  { sku, param }: Readonly<{ sku: string; param: string }>,
) {
  const item = await tx.item.findUnique({ where: { sku } });
  if (item !== null) return item;
  const detail = `There is no item ${sku}.`;
  throw new Refusal({ code: 'ITEM_UNKNOWN', param, detail });
}
