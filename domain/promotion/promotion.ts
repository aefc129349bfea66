/** Amounts in booked units; a percentage in hundredths of a percent: 12.5 % is 1250n. */
export type ItemOffer =
  | Readonly<{ kind: 'percent'; percentHundredths: bigint }>
  /** Off each unit. */
  | Readonly<{ kind: 'amount'; off: bigint }>
  /** Of each unit. */
  | Readonly<{ kind: 'fixedPrice'; unitPrice: bigint }>;

export type GroupOffer =
  /** Of each `buy + get` pieces the cheapest `get` cost nothing. */
  | Readonly<{ kind: 'buyGet'; buy: bigint; get: bigint }>
  /** Any `pieces` of the goods cost `price` together. */
  | Readonly<{ kind: 'mixAndMatch'; pieces: bigint; price: bigint }>;

/** From `threshold` on, counted on what the goods cost after line promotions. */
export type BasketOffer =
  | Readonly<{ kind: 'basketPercent'; percentHundredths: bigint; threshold: bigint }>
  | Readonly<{ kind: 'basketAmount'; off: bigint; threshold: bigint }>;

export type Offer = ItemOffer | GroupOffer | BasketOffer;

/** A whole, in hundredths of a percent. */
export const HUNDRED_PERCENT = 10_000n;

/**
 * Days of the week (1 is Monday) and the part of a day: minutes since midnight, from the first on, until before the
 * second. One that ends before it begins passes midnight and belongs to the day on which it began; equal ends are the
 * whole day.
 */
export type Hours = Readonly<{
  weekdays: readonly number[];
  fromMinute: number;
  untilMinute: number;
}>;

/** What is given, on which goods, to whom, where and when. An empty list of a condition stands for all. */
export type Promotion = Readonly<{
  /** Unique. */
  code: string;
  offer: Offer;
  skus: readonly string[];
  /** Goods of these categories too. */
  categories: readonly string[];
  /** Codes of stores; with `storeGroups`, the stores that are named in either. */
  stores: readonly string[];
  /** Stores of these groups too. */
  storeGroups: readonly string[];
  segments: readonly string[];
  /** In milliseconds of the epoch: from the first moment on, until before the second. */
  fromMs: number;
  untilMs: number | undefined;
  /** All week when left out. */
  hours: Hours | undefined;
  /** The code that a customer shows. */
  coupon: string | undefined;
  /** The higher goes first, whatever the others give. */
  priority: number;
  /** No other promotion gives anything in the same sale. */
  standsAlone: boolean;
  /** In how many sales of one customer on one business day; such a promotion needs a named customer. */
  perCustomerDay: number | undefined;
  /** In how many sales of one business day. */
  perDay: number | undefined;
  /** In how many sales as long as it holds. */
  inAll: number | undefined;
}>;

/** In how many sales a promotion has given something: of the customer and of all on the business day, and ever. */
export type Uses = Readonly<{ byCustomer: number; byAll: number; inAll: number }>;

export const NO_USES: Uses = { byCustomer: 0, byAll: 0, inAll: 0 };

/** A line before promotions. `net` is what it costs by then, never below zero. */
export type PromotedLine = Readonly<{
  sku: string;
  category: string | undefined;
  quantityMilli: bigint;
  net: bigint;
}>;

/** Where, when and by whom is bought. */
export type PromotionOccasion = Readonly<{
  atMs: number;
  /** At the place of the till: 1 is Monday, and minutes since midnight. */
  weekday: number;
  minute: number;
  store: string;
  storeGroup: string | undefined;
  segment: string | undefined;
  /** Whether the sale names a customer. */
  customer: 'named' | 'unknown';
  coupons: readonly string[];
  usesOf: (code: string) => Uses;
}>;

/** What a promotion takes off a line (its index); above zero, and with all others never more than the line costs. */
export type Gift = Readonly<{ code: string; line: number; amount: bigint }>;
