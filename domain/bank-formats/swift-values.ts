import type { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../calendar/day-number.js';
import { bankDay, bankValueDay } from '../statement/bank-day.js';
import { readFileAmount, type FileAmount } from '../statement/file-amount.js';
import { lineFault, type LineFault } from '../statement/line-draft.js';
import type { Balance } from '../statement/statement.js';

/** SWIFT: years 80 to 99 are of the last century. */
const LAST_CENTURY_FROM = 80;

const YEAR_MONTH_DAY = /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/;

/** `1234,56`, `1234,`, `1234` and `,5`; a point only before one or two decimals, because banks also group with it. */
const AMOUNT = /^(?<whole>\d*)(?:,(?<fraction>\d*)|\.(?<pointed>\d{1,2}))?$/;

const BALANCE = /^(?<mark>[CD])(?<date>\d{6})(?<currency>[A-Z]{3})(?<amount>[\d.,]+)\s*$/;

/** A SWIFT amount (15d) as a decimal with a point; undefined when it is none. */
export function swiftDecimal(text: string): string | undefined {
  const parts = AMOUNT.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { whole = '', fraction, pointed } = parts;
  const decimals = fraction ?? pointed ?? '';
  return whole === '' && decimals === '' ? undefined : `${whole}.${decimals}`;
}

/** An unsigned SWIFT amount in a currency. Faults: `LINE_AMOUNT_*`, `LINE_CURRENCY_UNKNOWN`. */
export function readSwiftAmount(text: string, currency: string): FileAmount {
  const decimal = swiftDecimal(text);
  if (decimal !== undefined) return readFileAmount(decimal, currency);
  return lineFault('LINE_AMOUNT_MALFORMED', 'The amount is no number with a decimal comma.');
}

/** The day of `YYMMDD`; undefined when there is no such day. */
export function swiftDay(text: string): Temporal.PlainDate | undefined {
  const parts = partsOf(text);
  return parts === undefined ? undefined : bankDay(parts);
}

/** A value date `YYMMDD`: banks count months of thirty days, so that 30 February is its last day. */
export function swiftValueDay(text: string): Temporal.PlainDate | undefined {
  const parts = partsOf(text);
  return parts === undefined ? undefined : bankValueDay(parts);
}

function partsOf(text: string): Readonly<{ year: number; month: number; day: number }> | undefined {
  const parts = YEAR_MONTH_DAY.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const year = Number(parts['year']);
  const century = year < LAST_CENTURY_FROM ? 2000 : 1900;
  return { year: century + year, month: Number(parts['month']), day: Number(parts['day']) };
}

/**
 * The day of an entry date `MMDD`, which has no year: of the year before, the same and the next one the day nearest to
 * the value date (an entry of 2 January may be valued 31 December). Undefined when there is no such day.
 */
export function entryDay(
  text: string,
  valueDate: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(2))];
  const on = dayNumber(valueDate);
  const far = (one: Temporal.PlainDate): number => Math.abs(dayNumber(one) - on);
  return [-1, 0, 1]
    .flatMap((years) => bankDay({ year: valueDate.year + years, month, day }) ?? [])
    .toSorted((a, b) => far(a) - far(b))[0];
}

/** A balance of `:60F:`, `:62M:` and their like. A day that does not exist is left out. Fault: `BALANCE_MALFORMED`. */
export function readSwiftBalance(text: string): Balance | LineFault {
  const parts = BALANCE.exec(text)?.groups;
  if (parts === undefined) {
    return lineFault('BALANCE_MALFORMED', 'The balance is not C or D, date, currency and amount.');
  }
  const { mark, date = '', currency = '', amount: digits = '' } = parts;
  const amount = readSwiftAmount(digits, currency);
  if (amount.kind === 'fault') return lineFault('BALANCE_MALFORMED', amount.detail);
  const sign = mark === 'C' ? 1n : -1n;
  const booked = amount.kind === 'amount' ? amount.booked : amount.cut;
  return { amount: sign * booked, exact: sign * amount.exact, currency, on: swiftDay(date) };
}
