import { Temporal } from 'temporal-polyfill';
import { readExact, readFileAmount } from '../../../domain/statement/file-amount.js';
import { lineFault, type LineFault } from '../../../domain/statement/line-draft.js';
import type { Balance, ExactAmount } from '../../../domain/statement/statement.js';
import { currencyKey, firstText, type CamtRecord } from './camt-record.js';

const ISO_DATE = /^(?<date>\d{4}-\d{2}-\d{2})(?:$|[T+Z-])/;

/** Days of a year or two; beyond that the cache starts again instead of growing. */
const DATE_CACHE_MAX = 1_000;
const dateCache = new Map<string, Temporal.PlainDate>();

/** Signed amount: `booked` in our smallest unit, `exact` in 1/100,000 of the major unit. */
export type SignedAmount = Readonly<{ kind: 'signed'; booked: bigint; exact: ExactAmount }>;
export type TooPrecise = Readonly<{ kind: 'too-precise'; cut: bigint; exact: ExactAmount }>;

/**
 * The day of an ISO date or date-time, as the bank wrote it: the offset of a time stamp is the
 * bank's own and does not move its booking day.
 */
export function readIsoDay(text: string): Temporal.PlainDate | LineFault {
  const day = ISO_DATE.exec(text)?.groups?.['date'];
  return (
    (day === undefined ? undefined : parseDay(day)) ??
    lineFault('LINE_DATE_MALFORMED', 'The date is not a day of the calendar (YYYY-MM-DD).')
  );
}

/**
 * A value date, which banks compute with months of thirty days: 30 February becomes its last day.
 * Undefined when there is none or it cannot be read; a payment is not refused for it.
 */
export function readValueDay(text: string | undefined): Temporal.PlainDate | undefined {
  const day = text === undefined ? undefined : ISO_DATE.exec(text)?.groups?.['date'];
  if (day === undefined) return undefined;
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  if (year === undefined || !month || !dayOfMonth) return undefined;
  return parseDay(day) ?? Temporal.PlainDate.from({ year, month, day: dayOfMonth });
}

/** CRDT is money in. `RvslInd` never turns the sign: the indicator already shows the reversal's side. */
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

export function readBalance(record: CamtRecord): Balance | LineFault {
  const amount = readSigned(record, undefined);
  if (amount.kind === 'fault') return lineFault('BALANCE_MALFORMED', amount.detail);
  return {
    amount: amount.kind === 'signed' ? amount.booked : amount.cut,
    exact: amount.exact,
    on: readValueDay(firstText(record, 'Dt/Dt', 'Dt/DtTm')),
  };
}

/** A control total has no currency of its own; it stays exact. */
export function readTotal(text: string | undefined): ExactAmount | undefined {
  return text === undefined ? undefined : readExact(text);
}

/** Immutable days are shared: a year of lines has 365 of them. */
function parseDay(day: string): Temporal.PlainDate | undefined {
  const known = dateCache.get(day);
  if (known !== undefined) return known;
  try {
    const parsed = Temporal.PlainDate.from(day);
    if (dateCache.size >= DATE_CACHE_MAX) dateCache.clear();
    dateCache.set(day, parsed);
    return parsed;
  } catch {
    return undefined;
  }
}
