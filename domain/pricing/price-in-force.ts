/**
 * Prices that were decided together. `version` is the number of the change that brought them, `withdrawnIn` that of the
 * change that took them back before they held.
 */
export type PriceVersion = Readonly<{
  version: number;
  /** The moment from which they hold, in milliseconds of the epoch. */
  fromMs: number;
  withdrawnIn: number | undefined;
  /** Id of the price list that they belong to; without one they hold for everybody. */
  listId?: string | undefined;
}>;

/** What a price depends on: the newest change that is known, and the moment in milliseconds of the epoch. */
export type KnownAt = Readonly<{ version: number; atMs: number }>;

type Dated = Readonly<{ list: PriceVersion }>;

/**
 * The price of an item by what a till knew at a change, at a moment: of the prices that have begun, the one that began
 * last, and of several of one moment the one that was decided last. A planned price holds from its moment on, also when
 * another was decided after it for an earlier one.
 */
export function priceInForce<Price extends Dated>(
  prices: readonly Price[],
  { version, atMs }: KnownAt,
): Price | undefined {
  return prices
    .filter(({ list }) => isKnown(list, version) && list.fromMs <= atMs)
    .reduce<Price | undefined>(
      (latest, price) => (latest === undefined || isLater(price, latest) ? price : latest),
      undefined,
    );
}

/** The prices that will hold after a moment, by what a till knew at a change, in the order of their moments. */
export function pricesToCome<Price extends Dated>(
  prices: readonly Price[],
  { version, atMs }: KnownAt,
): readonly Price[] {
  return prices
    .filter(({ list }) => isKnown(list, version) && list.fromMs > atMs)
    .toSorted((a, b) => (isLater(a, b) ? 1 : -1));
}

/** Decided by then, and not withdrawn by then. */
function isKnown({ version, withdrawnIn }: PriceVersion, by: number): boolean {
  return version <= by && (withdrawnIn === undefined || withdrawnIn > by);
}

function isLater({ list: a }: Dated, { list: b }: Dated): boolean {
  return a.fromMs === b.fromMs ? a.version > b.version : a.fromMs > b.fromMs;
}
