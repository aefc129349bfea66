import type { Temporal } from 'temporal-polyfill';
import { bankDay } from '../statement/bank-day.js';

/** `3/ 2'26`, `03/02/2026`, `2026-03-02`; QIF does not say which of the first two numbers is the month. */
const DATE = /^(?<a>\d{1,4})[/.-](?<b>\d{1,2})[/.'-](?<c>\d{1,4})$/;

/** Which number of a date is what. */
export type DateOrder = 'day-month' | 'month-day';

const ORDERS: readonly DateOrder[] = ['day-month', 'month-day'];

/** Two digits of a year below this are of this century. */
const LAST_CENTURY_FROM = 80;

/** The day of a date in this order; undefined when there is none. A date that begins with its year has one order. */
export function qifDay(text: string, order: DateOrder): Temporal.PlainDate | undefined {
  const parts = DATE.exec(text.replaceAll(/\s/g, ''))?.groups;
  if (parts === undefined) return undefined;
  const { a = '', b = '', c = '' } = parts;
  if (a.length === 4) return bankDay({ year: Number(a), month: Number(b), day: Number(c) });
  const year = yearOf(c);
  const [first, second] = [Number(a), Number(b)];
  return order === 'day-month'
    ? bankDay({ year, month: second, day: first })
    : bankDay({ year, month: first, day: second });
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < LAST_CENTURY_FROM ? 2000 : 1900);
}

/**
 * The order in which the dates of a file are written: the one in which all of them are days. `ambiguous`, when both are
 * possible and give different days; `mixed`, when neither fits all. Dates that are none in either order prove nothing.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | 'ambiguous' | 'mixed' {
  const dates = texts.filter((text) => ORDERS.some((order) => qifDay(text, order) !== undefined));
  const possible = ORDERS.filter((order) =>
    dates.every((text) => qifDay(text, order) !== undefined),
  );
  const [only, another] = possible;
  if (only === undefined) return 'mixed';
  if (another === undefined) return only;
  const isSame = dates.every((text) => {
    const [one, other] = [qifDay(text, only), qifDay(text, another)];
    return one !== undefined && other !== undefined && one.equals(other);
  });
  return isSame ? only : 'ambiguous';
}
