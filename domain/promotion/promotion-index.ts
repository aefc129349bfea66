import type { Promotion, PromotedLine, PromotionOccasion } from './promotion.js';

/** Promotions by the rarest thing that they ask for (a coupon, goods, a store), and by their code. */
export type PromotionIndex = Readonly<{
  byKey: ReadonlyMap<string, readonly Promotion[]>;
  byCode: ReadonlyMap<string, Promotion>;
}>;

const FOR_ALL = 'all';

/** Made once for each change of the promotions, so that a sale looks at those alone that may concern it. */
export function indexPromotions(promotions: readonly Promotion[]): PromotionIndex {
  const byKey = new Map<string, Promotion[]>();
  for (const promotion of promotions) {
    for (const key of new Set(keysOf(promotion))) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [promotion]);
      else known.push(promotion);
    }
  }
  return { byKey, byCode: new Map(promotions.map((one) => [one.code, one])) };
}

/** The same with other promotions: one of a code takes the place of the one that has it. */
export function indexWith(index: PromotionIndex, others: readonly Promotion[]): PromotionIndex {
  if (others.length === 0) return index;
  const byCode = new Map(index.byCode);
  for (const one of others) byCode.set(one.code, one);
  return indexPromotions([...byCode.values()]);
}

/** The promotions that ask for a coupon. */
export function promotionsOfCoupon(
  { byKey }: PromotionIndex,
  coupon: string,
): readonly Promotion[] {
  return byKey.get(couponKey(coupon)) ?? [];
}

/** The promotions that may concern a sale, by code; whether they hold is not asked yet. */
export function promotionsAround(
  { byKey }: PromotionIndex,
  lines: readonly PromotedLine[],
  { coupons, store, storeGroup }: Pick<PromotionOccasion, 'coupons' | 'store' | 'storeGroup'>,
): readonly Promotion[] {
  const keys = new Set([
    FOR_ALL,
    storeKey(store),
    ...(storeGroup === undefined ? [] : [groupKey(storeGroup)]),
    ...coupons.map(couponKey),
    ...lines.map(({ sku }) => skuKey(sku)),
    ...lines.flatMap(({ category }) => (category === undefined ? [] : categoryKey(category))),
  ]);
  const found = new Set<Promotion>();
  for (const key of keys) for (const promotion of byKey.get(key) ?? []) found.add(promotion);
  return [...found].toSorted(byCode);
}

/** The order of promotions between which nothing else decides. */
export function byCode({ code: a }: Coded, { code: b }: Coded): number {
  return a < b ? -1 : Number(a > b);
}

type Coded = Readonly<{ code: string }>;

function keysOf({ coupon, skus, categories, stores, storeGroups }: Promotion): string[] {
  if (coupon !== undefined) return [couponKey(coupon)];
  if (skus.length > 0 || categories.length > 0)
    return [...skus.map(skuKey), ...categories.map(categoryKey)];
  const places = [...stores.map(storeKey), ...storeGroups.map(groupKey)];
  return places.length > 0 ? places : [FOR_ALL];
}

function couponKey(coupon: string): string {
  return `coupon ${coupon}`;
}

function skuKey(sku: string): string {
  return `sku ${sku}`;
}

function categoryKey(category: string): string {
  return `category ${category}`;
}

function storeKey(store: string): string {
  return `store ${store}`;
}

function groupKey(storeGroup: string): string {
  return `group ${storeGroup}`;
}
