/**
 * Prices that were decided together. `version` is the number of the change that brought them, `withdrawnIn` that of the
 * change that took them back before they held.
 */
export type PriceVersion = Readonly<{
  version: number;
  /** The first day, ISO 8601. */
  effectiveFrom: string;
  withdrawnIn: number | undefined;
}>;

/** What a price list depends on: the newest change that is known, and the day. */
export type ListAt = Readonly<{ version: number; day: string }>;

type Dated = Readonly<{ list: PriceVersion }>;

/**
 * The price of an item by what a till knew at a change, on a day: of the prices that have begun, the one that began
 * last, and of several of one day the one that was decided last. A planned price holds from its day on, also when
 * another was decided after it for an earlier day.
 */
export function priceInForce<Price extends Dated>(
  prices: readonly Price[],
  { version, day }: ListAt,
): Price | undefined {
  return prices
    .filter(({ list }) => isKnown(list, version) && list.effectiveFrom <= day)
    .reduce<Price | undefined>(
      (latest, price) => (latest === undefined || isLater(price, latest) ? price : latest),
      undefined,
    );
}

/** The prices that will hold after a day, by what a till knew at a change, in the order of their days. */
export function pricesToCome<Price extends Dated>(
  prices: readonly Price[],
  { version, day }: ListAt,
): readonly Price[] {
  return prices
    .filter(({ list }) => isKnown(list, version) && list.effectiveFrom > day)
    .toSorted((a, b) => (isLater(a, b) ? 1 : -1));
}

/** Decided by then, and not withdrawn by then. */
function isKnown({ version, withdrawnIn }: PriceVersion, by: number): boolean {
  return version <= by && (withdrawnIn === undefined || withdrawnIn > by);
}

function isLater({ list: a }: Dated, { list: b }: Dated): boolean {
  return a.effectiveFrom === b.effectiveFrom
    ? a.version > b.version
    : a.effectiveFrom > b.effectiveFrom;
}
