import { Temporal } from 'temporal-polyfill';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { Refusal } from '../../../domain/refusal.js';
import { pricingMoment } from '../../../domain/pricing/pricing-moment.js';
import type { Clock } from '../../../platform/clock.js';
import type { PriceBook, Till } from './capture-catalogue.js';
import type { CaptureException } from './capture-input.js';

/** Days of business time that goods are kept when the sale names no day. */
const KEPT_DAYS = 7;
/** A longer reservation would block stock for nothing. */
const KEPT_DAYS_MAX = 90;
/** A till whose date is further ahead has a wrong clock; its sale is booked today. */
const DAYS_AHEAD_MAX = 1;
/** Clocks differ by minutes around midnight; the ledger allows the same tolerance. */
const CLOCK_SKEW_MINUTES = 5;

const HOURS_PER_DAY = 24;

export type Terms = Readonly<{
  priceVersion: number;
  /** The last change of the catalogue that whoever priced the sale knew. */
  knownVersion: number;
  /** The day the sale is booked on. */
  businessDate: string;
  /** The moment whose prices it has, in milliseconds of the epoch. */
  atMs: number;
  deliveryExpiresAt: string | undefined;
  /** Exceptions with which a completed sale is booked. */
  findings: readonly CaptureException[];
}>;

type Known = Readonly<{ priceBook: PriceBook; till: Till; clock: Clock }>;

/**
 * Chooses the prices, the booking day and the delivery expiry of a sale. Online, the prices of now apply; a completed
 * sale was made with those that the till had when it sold.
 *
 * @throws Refusal `PRICE_VERSION_UNKNOWN`, `BUSINESS_DATE_IN_FUTURE`, `BUSINESS_DATE_TOO_EARLY` and
 * `DELIVERY_EXPIRY_INVALID` (all of them online only).
 */
export function chooseTerms(body: SaleBody, known: Known): Terms {
  const businessDate = bookableDay(body, known);
  const findings = [...checkVersion(body, known), ...checkDate(body, { businessDate, known })];
  const [first] = findings;
  if (first !== undefined && body.mode === 'online') throw first;
  return {
    businessDate,
    ...pricesOf({ ...body, businessDate }, known),
    deliveryExpiresAt: expiryOf(body, known.clock),
    findings: findings.map(({ code, detail }) => ({
      kind: code.toLowerCase().replaceAll('_', '-'),
      detail,
    })),
  };
}

function pricesOf(
  { mode, priceVersion, businessDate, capturedAt }: SaleBody,
  { priceBook, till, clock }: Known,
): Pick<Terms, 'priceVersion' | 'knownVersion' | 'atMs'> {
  const at = mode === 'online' ? clock.now() : Temporal.Instant.from(capturedAt);
  const atMs = pricingMoment({ at, businessDate, timeZone: till.timeZone });
  const stated = mode === 'completed' ? priceVersion : undefined;
  if (stated !== undefined && priceBook.knowsVersion(stated)) {
    return { priceVersion: stated, knownVersion: stated, atMs };
  }
  return { priceVersion: priceBook.versionAt(atMs), knownVersion: priceBook.number, atMs };
}

function checkVersion({ priceVersion }: SaleBody, { priceBook }: Known): Refusal[] {
  if (priceVersion === undefined || priceBook.knowsVersion(priceVersion)) return [];
  return [
    new Refusal({
      code: 'PRICE_VERSION_UNKNOWN',
      param: 'priceVersion',
      detail: `There is no price list ${priceVersion}.`,
    }),
  ];
}

function checkDate(
  { businessDate }: SaleBody,
  bookable: Readonly<{ businessDate: string; known: Known }>,
): Refusal[] {
  const isTooEarly = businessDate < bookable.businessDate;
  if (!isTooEarly && businessDate <= latestDay(bookable.known).toString()) return [];
  return [
    new Refusal({
      code: isTooEarly ? 'BUSINESS_DATE_TOO_EARLY' : 'BUSINESS_DATE_IN_FUTURE',
      param: 'businessDate',
      detail: isTooEarly
        ? `The business date ${businessDate} is before there was a tax rule for it.`
        : `The business date ${businessDate} has not come yet.`,
    }),
  ];
}

/** Today, or tomorrow within the clock tolerance before midnight. */
function latestDay({ till, clock }: Known): Temporal.PlainDate {
  const soon = clock.now().add({ minutes: CLOCK_SKEW_MINUTES });
  return soon.toZonedDateTimeISO(till.timeZone).toPlainDate();
}

/**
 * The day of the sale, or today when the till's clock is wrong: years ahead, or back at its first day (an empty
 * battery). A sale of tomorrow keeps the day on its receipt; the ledger books it today.
 */
function bookableDay({ businessDate, lines }: SaleBody, { priceBook, till, clock }: Known): string {
  const today = clock.today(till.timeZone);
  const latest = today.add({ days: DAYS_AHEAD_MAX });
  const isInFuture = Temporal.PlainDate.compare(businessDate, latest) > 0;
  const isTooEarly = lines.some((line) => businessDate < (priceBook.beginsOn(line) ?? ''));
  return isInFuture || isTooEarly ? today.toString() : businessDate;
}

/** For a completed sale that arrives late, the goods are kept from now on. */
function expiryOf({ delivery, mode }: SaleBody, clock: Clock): string | undefined {
  if (delivery?.kind !== 'later') return undefined;
  const now = clock.now();
  const usual = now.add({ hours: KEPT_DAYS * HOURS_PER_DAY });
  if (delivery.expiresAt === undefined) return isoOf(usual);
  const expiry = Temporal.Instant.from(delivery.expiresAt);
  const latest = now.add({ hours: KEPT_DAYS_MAX * HOURS_PER_DAY });
  const tooLate = Temporal.Instant.compare(expiry, latest) > 0;
  if (!tooLate && Temporal.Instant.compare(now, expiry) < 0) return isoOf(expiry);
  if (mode === 'completed') return isoOf(usual);
  throw new Refusal({
    code: 'DELIVERY_EXPIRY_INVALID',
    param: 'delivery.expiresAt',
    detail: `Goods are kept for at most ${KEPT_DAYS_MAX} days from now.`,
  });
}

/** In the form of the books, with milliseconds. */
function isoOf({ epochMilliseconds }: Temporal.Instant): string {
  return new Date(epochMilliseconds).toISOString();
}
