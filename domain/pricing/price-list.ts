import { priceInForce, type KnownAt, type PriceVersion } from './price-in-force.js';

/** How the customers of a till buy. */
export const SALES_CHANNELS = ['counter', 'wholesale', 'phone', 'web', 'marketplace'] as const;

export type SalesChannel = (typeof SALES_CHANNELS)[number];

/** Whom a price list is for; what is left undefined is for all. */
export type ListScope = Readonly<{
  segment: string | undefined;
  storeGroup: string | undefined;
  channel: string | undefined;
}>;

/** From the first moment on, until before the second; in milliseconds of the epoch. */
export type Period = Readonly<{ fromMs: number; untilMs: number | undefined }>;

/** For whom and when a list holds, as the change `version` decided it. */
export type ListTerm = ListScope & Period & Readonly<{ version: number }>;

export type PriceList = Readonly<{ id: string; code: string; terms: readonly ListTerm[] }>;

/** A list by the terms that are known. */
export type HeldList = Readonly<{ id: string; code: string; term: ListTerm }>;

/** Where, how and by whom is bought; a till without a group and a customer without a name have none. */
export type Purchase = ListScope & KnownAt;

/** In this order a scope that names the field weighs more than one that does not. */
const WEIGHTIEST_FIRST = ['segment', 'storeGroup', 'channel'] as const;

/**
 * The price lists that hold for a purchase, the weightiest first. A list that names the segment of the customer comes
 * before one that does not; then one that names the group of the store; then one that names the channel; of equals
 * the one that began later, then the one that was decided later, then by code.
 */
export function listsInForce(lists: readonly PriceList[], purchase: Purchase): readonly HeldList[] {
  return lists
    .flatMap((list) => heldList(list, purchase.version) ?? [])
    .filter(({ term }) => isFor(term, purchase) && holdsAt(term, purchase.atMs))
    .toSorted(byWeight);
}

/** A list by its newest terms up to a change; undefined when it was not there yet. */
export function heldList({ id, code, terms }: PriceList, version: number): HeldList | undefined {
  const term = terms
    .filter((one) => one.version <= version)
    .reduce<ListTerm | undefined>(
      (newest, one) => (newest === undefined || one.version > newest.version ? one : newest),
      undefined,
    );
  return term && { id, code, term };
}

/** Negative: the first weighs more. A total order. */
export function byWeight(a: HeldList, b: HeldList): number {
  for (const field of WEIGHTIEST_FIRST) {
    const difference = names(b.term, field) - names(a.term, field);
    if (difference !== 0) return difference;
  }
  const later = b.term.fromMs - a.term.fromMs || b.term.version - a.term.version;
  if (later !== 0) return later;
  return a.code < b.code ? -1 : Number(a.code > b.code);
}

/** A price of an item on a list, or the end of its price there: without an amount. */
export type ListedPrice = Readonly<{ list: PriceVersion; unitAmount: string | bigint | null }>;

/** A price that is one: no end. */
export type RealPrice<Price extends ListedPrice> = Price &
  Readonly<{ unitAmount: NonNullable<Price['unitAmount']> }>;

/** Whether it is a price, and not the end of one: from its moment on the item has none on the list. */
export function isPrice<Price extends ListedPrice>(price: Price): price is RealPrice<Price> {
  return price.unitAmount !== null;
}

/**
 * The price of an item for a purchase: that of the weightiest list which has one at the moment, otherwise the price
 * that holds for everybody. A list on which the price has ended has none. `held` are the lists of `listsInForce`.
 */
export function priceFor<Price extends ListedPrice>(
  prices: readonly Price[],
  held: readonly HeldList[],
  at: KnownAt,
): RealPrice<Price> | undefined {
  for (const listId of [...held.map(({ id }) => id), undefined]) {
    const price = priceInForce(
      prices.filter(({ list }) => list.listId === listId),
      at,
    );
    if (price !== undefined && isPrice(price)) return price;
  }
  return undefined;
}

/** Whether two periods share a moment. One that ends where it begins holds at none. */
export function overlap(a: Period, b: Period): boolean {
  const fromMs = Math.max(a.fromMs, b.fromMs);
  return fromMs < (a.untilMs ?? Infinity) && fromMs < (b.untilMs ?? Infinity);
}

/** Whether two scopes are equal in every field, so that neither weighs more. */
export function isSameScope(a: ListScope, b: ListScope): boolean {
  return WEIGHTIEST_FIRST.every((field) => a[field] === b[field]);
}

function isFor(term: ListTerm, purchase: ListScope): boolean {
  return WEIGHTIEST_FIRST.every(
    (field) => term[field] === undefined || term[field] === purchase[field],
  );
}

function holdsAt({ fromMs, untilMs }: Period, atMs: number): boolean {
  return fromMs <= atMs && (untilMs === undefined || atMs < untilMs);
}

function names(scope: ListScope, field: keyof ListScope): number {
  return Number(scope[field] !== undefined);
}
