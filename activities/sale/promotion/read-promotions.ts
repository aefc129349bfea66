import { Temporal } from 'temporal-polyfill';
import type { PromotionBody } from '../../../contract/sale/promotion-fields.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { parseMoney, type MoneyOnWire } from '../../../domain/money/money.js';
import { startOf } from '../../../domain/pricing/pricing-moment.js';
import type { Offer, Promotion } from '../../../domain/promotion/promotion.js';
import { Refusal } from '../../../domain/refusal.js';

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
  return bodies.map((body, index) => {
    const param = `promotions[${index}]`;
    if (known.has(body.code)) throw codeTaken(body.code, param);
    known.add(body.code);
    return readPromotion(body, at, param);
  });
}

function readPromotion(body: PromotionBody, at: ReadAt, param: string): Promotion {
  const { offer, hours, validFrom, validUntil, ...plain } = body;
  return {
    code: plain.code,
    skus: plain.skus,
    categories: plain.categories,
    stores: plain.stores,
    segments: plain.segments,
    coupon: plain.coupon,
    priority: plain.priority,
    standsAlone: plain.standsAlone,
    perCustomerDay: plain.perCustomerDay,
    perDay: plain.perDay,
    offer: readOffer(offer, at.currency, `${param}.offer`),
    fromMs: validFrom === undefined ? -Infinity : momentOf(validFrom, at),
    untilMs: validUntil == null ? undefined : momentOf(validUntil, at),
    hours: hours && {
      weekdays: hours.weekdays,
      fromMinute: minuteOf(hours.from),
      untilMinute: minuteOf(hours.until),
    },
  };
}

function readOffer(offer: PromotionBody['offer'], currency: CurrencyCode, at: string): Offer {
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

function readAmount(
  wire: MoneyOnWire,
  { currency, at, least }: Readonly<{ currency: CurrencyCode; at: string; least: bigint }>,
): bigint {
  const { amount, currency: given } = parseMoney(wire, at);
  if (given !== currency) {
    const detail = `The till sells in ${currency}, this amount is in ${given}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${at}.currency`, detail });
  }
  if (amount >= least) return amount;
  const detail =
    least > 0n ? 'What is taken off is above zero.' : 'A price or threshold is not below zero.';
  throw new Refusal({ code: 'OFFER_NOT_POSITIVE', param: `${at}.amount`, detail });
}

/** A day is its first moment. */
function momentOf(text: string, { timeZone }: ReadAt): number {
  return text.includes('T')
    ? Temporal.Instant.from(text).epochMilliseconds
    : startOf(Temporal.PlainDate.from(text), timeZone);
}

function minuteOf(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

function codeTaken(code: string, param: string): Refusal {
  const detail = `Two promotions have the code ${code}.`;
  return new Refusal({ code: 'CODE_TAKEN', param: `${param}.code`, detail });
}
