import type { PromotionTerms } from '../../contract/sale/promotion-fields.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

/**
 * Whether what a promotion names is there. A category and a segment may come later.
 *
 * @throws Refusal `ITEM_UNKNOWN`, `STORE_UNKNOWN`, `STORE_GROUP_UNKNOWN`
 */
export async function checkNames(
  tx: Transaction,
  { skus, stores, storeGroups }: PromotionTerms,
): Promise<void> {
  const items = await tx.item.findMany({ where: { sku: { in: skus } }, select: { sku: true } });
  refuseUnknown(skus, {
    known: items.map(({ sku }) => sku),
    field: 'skus',
    refusal: (sku) => ({ code: 'ITEM_UNKNOWN', detail: `There is no item ${sku}.` }),
  });
  if (stores.length === 0 && storeGroups.length === 0) return;
  const shops = await tx.store.findMany({ select: { code: true, storeGroup: true } });
  refuseUnknown(stores, {
    known: shops.map(({ code }) => code),
    field: 'stores',
    refusal: (code) => ({ code: 'STORE_UNKNOWN', detail: `There is no store ${code}.` }),
  });
  refuseUnknown(storeGroups, {
    known: shops.flatMap(({ storeGroup }) => storeGroup ?? []),
    field: 'storeGroups',
    refusal: (group) => ({
      code: 'STORE_GROUP_UNKNOWN',
      detail: `No store is of the group ${group}.`,
    }),
  });
}

type Known = Readonly<{
  known: readonly string[];
  field: string;
  refusal: (name: string) => Readonly<{ code: string; detail: string }>;
}>;

function refuseUnknown(names: readonly string[], { known, field, refusal }: Known): void {
  const there = new Set(known);
  const index = names.findIndex((name) => !there.has(name));
  const name = names[index];
  if (name === undefined) return;
  throw new Refusal({ ...refusal(name), param: `${field}[${index}]` });
}
