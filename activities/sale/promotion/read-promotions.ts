import { Temporal } from 'temporal-polyfill';
import type { PromotionBody, PromotionTerms } from '../../../contract/sale/promotion-fields.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { parseMoney, type MoneyOnWire } from '../../../domain/money/money.js';
import type { Offer, Promotion } from '../../../domain/promotion/promotion.js';
import { Refusal } from '../../../domain/refusal.js';
import { plannedMoment } from '../../catalogue/planned-moment.js';

/** The currency of the amounts, and where a day begins: an IANA name. */
export type ReadAt = Readonly<{ currency: CurrencyCode; timeZone: string }>;

/**
 * Promotions of a request, each under a code of its own.
 *
 * @throws Refusal `CODE_TAKEN`, `CURRENCY_MISMATCH`, `OFFER_NOT_POSITIVE` (nothing would be taken off, or a price would
 * be below zero), and those of `parseMoney`.
 */
export function readPromotions(bodies: readonly PromotionBody[], at: ReadAt): Promotion[] {
  const known = new Set<string>();
  return bodies.map(({ code, validFrom, validUntil, ...terms }, index) => {
    const param = `promotions[${index}].`;
    if (known.has(code)) throw codeTaken(code, param);
    known.add(code);
    const period = {
      fromMs: validFrom === undefined ? -Infinity : momentOf(validFrom, at),
      untilMs: validUntil == null ? undefined : momentOf(validUntil, at),
    };
    return promotionOf({ code, terms, ...period }, { currency: at.currency, param });
  });
}

type Said = Readonly<{ code: string; terms: PromotionTerms }> &
  Pick<Promotion, 'fromMs' | 'untilMs'>;

/** `param` stands before the names of the fields in refusals. */
type ReadIn = Readonly<{
  /** Undefined for an offer without amounts. */
  currency: CurrencyCode | undefined;
  param: string;
}>;

/**
 * A promotion by its terms.
 *
 * @throws Refusal `CURRENCY_MISMATCH`, `OFFER_NOT_POSITIVE`, and those of `parseMoney`
 */
export function promotionOf(
  { code, terms, fromMs, untilMs }: Said,
  { currency, param }: ReadIn,
): Promotion {
  const { hours } = terms;
  return {
    code,
    offer: readOffer(terms.offer, { currency, param: `${param}offer` }),
    skus: terms.skus,
    categories: terms.categories,
    stores: terms.stores,
    storeGroups: terms.storeGroups,
    segments: terms.segments,
    coupon: terms.coupon,
    priority: terms.priority,
    standsAlone: terms.standsAlone,
    perCustomerDay: terms.perCustomerDay,
    perDay: terms.perDay,
    inAll: terms.inAll,
    fromMs,
    untilMs,
    hours: hours && {
      weekdays: hours.weekdays,
      fromMinute: minuteOf(hours.from),
      untilMinute: minuteOf(hours.until),
    },
  };
}

function readOffer(offer: PromotionTerms['offer'], { currency, param: at }: ReadIn): Offer {
  const read = (wire: MoneyOnWire, field: string, least: bigint): bigint =>
    readAmount(wire, { currency, at: `${at}.${field}`, least });
  switch (offer.kind) {
    case 'percent':
      return { kind: 'percent', percentHundredths: BigInt(offer.percent) };
    case 'amount':
      return { kind: 'amount', off: read(offer.off, 'off', 1n) };
    case 'fixedPrice':
      return { kind: 'fixedPrice', unitPrice: read(offer.unitPrice, 'unitPrice', 0n) };
    case 'buyGet':
      return { kind: 'buyGet', buy: BigInt(offer.buy), get: BigInt(offer.get) };
    case 'mixAndMatch': {
      const price = read(offer.price, 'price', 0n);
      return { kind: 'mixAndMatch', pieces: BigInt(offer.pieces), price };
    }
    case 'basketPercent': {
      const threshold = read(offer.threshold, 'threshold', 0n);
      return { kind: 'basketPercent', percentHundredths: BigInt(offer.percent), threshold };
    }
    case 'basketAmount': {
      const threshold = read(offer.threshold, 'threshold', 0n);
      return { kind: 'basketAmount', off: read(offer.off, 'off', 1n), threshold };
    }
  }
}

/** The currency of the amounts of an offer; undefined when it has none. */
export function currencyOfOffer(offer: PromotionTerms['offer']): CurrencyCode | undefined {
  const amounts: MoneyOnWire[] = Object.values(offer).flatMap((value) =>
    typeof value === 'object' ? [value] : [],
  );
  const [first] = amounts;
  return first && parseMoney(first).currency;
}

function readAmount(
  wire: MoneyOnWire,
  {
    currency,
    at,
    least,
  }: Readonly<{
    currency: CurrencyCode | undefined;
    at: string;
    least: bigint;
  }>,
): bigint {
  const { amount, currency: given } = parseMoney(wire, at);
  if (given !== currency) {
    const detail = `It is sold in ${currency}, this amount is in ${given}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${at}.currency`, detail });
  }
  if (amount >= least) return amount;
  const detail =
    least > 0n ? 'What is taken off is above zero.' : 'A price or threshold is not below zero.';
  throw new Refusal({ code: 'OFFER_NOT_POSITIVE', param: `${at}.amount`, detail });
}

function momentOf(said: string, { timeZone }: ReadAt): number {
  return plannedMoment(said, timeZone).getTime();
}

function minuteOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

function codeTaken(code: string, param: string): Refusal {
  const detail = `Two promotions have the code ${code}.`;
  return new Refusal({ code: 'CODE_TAKEN', param: `${param}code`, detail });
}
