import { Temporal } from 'temporal-polyfill';
import { bankDay, bankValueDay } from '../../../domain/statement/bank-day.js';
import { readExact, readFileAmount } from '../../../domain/statement/file-amount.js';
import { lineFault, type LineFault } from '../../../domain/statement/line-draft.js';
import type { Balance, ExactAmount } from '../../../domain/statement/statement.js';
import { currencyKey, firstText, type CamtRecord } from './camt-record.js';

/** A date, with or without a time; `offset` makes the time an instant. */
const ISO_DATE =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:(?<time>T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?<offset>Z|[+-]\d{2}:\d{2})?)$/;

/** Days of a year or two; above this the cache is cleared. */
const DATE_CACHE_MAX = 1_000;
const dateCache = new Map<string, Temporal.PlainDate>();

/** Signed amount: `booked` in our smallest unit, `exact` in 1/100,000 of the major unit. */
export type SignedAmount = Readonly<{ kind: 'signed'; booked: bigint; exact: ExactAmount }>;
export type TooPrecise = Readonly<{ kind: 'too-precise'; cut: bigint; exact: ExactAmount }>;

/**
 * The day of an ISO date or date-time. An instant (a time with its offset) is a day in `zone`, that of the account;
 * a date, or a time without an offset, is the day that the bank wrote.
 */
export function readIsoDay(text: string, zone?: string): Temporal.PlainDate | LineFault {
  return (
    readDay(text, zone, bankDay) ??
    lineFault('LINE_DATE_MALFORMED', 'The date is not a day of the calendar (YYYY-MM-DD).')
  );
}

/**
 * A value date, which banks compute with months of thirty days: 30 February becomes its last day.
 * Undefined when there is none or it cannot be read; a payment is not refused for it.
 */
export function readValueDay(
  text: string | undefined,
  zone?: string,
): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : readDay(text, zone, bankValueDay);
}

/** Day objects are shared: a year of lines has only 365 of them. */
function readDay(
  text: string,
  zone: string | undefined,
  dayOf: typeof bankDay,
): Temporal.PlainDate | undefined {
  const parts = ISO_DATE.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { year, month, day, time, offset } = parts;
  if (time !== undefined && offset !== undefined && zone !== undefined) return dayIn(zone, text);
  const key = `${dayOf.name} ${year}-${month}-${day}`;
  const known = dateCache.get(key);
  if (known !== undefined) return known;
  const found = dayOf({ year: Number(year), month: Number(month), day: Number(day) });
  if (found === undefined) return undefined;
  if (dateCache.size >= DATE_CACHE_MAX) dateCache.clear();
  dateCache.set(key, found);
  return found;
}

function dayIn(zone: string, text: string): Temporal.PlainDate | undefined {
  try {
    const { year, month, day } = Temporal.Instant.from(text).toZonedDateTimeISO(zone);
    return bankDay({ year, month, day });
  } catch {
    return undefined;
  }
}

/** CRDT is money in. `RvslInd` never changes the sign: the indicator is already that of the reversal. */
export function readSigned(
  record: CamtRecord,
  fallbackCurrency: string | undefined,
): SignedAmount | TooPrecise | LineFault {
  const currency = firstText(record, currencyKey('Amt')) ?? fallbackCurrency ?? '';
  const text = firstText(record, 'Amt');
  if (text === undefined) return lineFault('LINE_AMOUNT_MALFORMED', 'There is no amount.');
  const indicator = firstText(record, 'CdtDbtInd');
  if (indicator !== 'CRDT' && indicator !== 'DBIT') {
    return lineFault('LINE_DIRECTION_UNKNOWN', 'CdtDbtInd is neither CRDT nor DBIT.');
  }
  const amount = readFileAmount(text, currency);
  if (amount.kind === 'fault') return amount;
  const sign = indicator === 'CRDT' ? 1n : -1n;
  const exact = sign * amount.exact;
  return amount.kind === 'amount'
    ? { kind: 'signed', booked: sign * amount.booked, exact }
    : { kind: 'too-precise', cut: sign * amount.cut, exact };
}

export function readBalance(
  record: CamtRecord,
  { currency, zone }: Readonly<{ currency: string | undefined; zone: string | undefined }>,
): Balance | LineFault {
  const amount = readSigned(record, currency);
  if (amount.kind === 'fault') return lineFault('BALANCE_MALFORMED', amount.detail);
  return {
    amount: amount.kind === 'signed' ? amount.booked : amount.cut,
    exact: amount.exact,
    currency: firstText(record, currencyKey('Amt')) ?? currency ?? '',
    on: readValueDay(firstText(record, 'Dt/Dt', 'Dt/DtTm'), zone),
  };
}

/** A control total has no currency of its own; it stays exact. */
export function readTotal(text: string | undefined): ExactAmount | undefined {
  return text === undefined ? undefined : readExact(text);
}
