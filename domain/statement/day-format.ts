import type { Temporal } from 'temporal-polyfill';
import { monthNamed } from '../imports/read-date.js';
import { bankDay } from './bank-day.js';

/** The days that a file covers, as far as it says. */
export type Period = Readonly<{
  from: Temporal.PlainDate | undefined;
  to: Temporal.PlainDate | undefined;
}>;

type DayOf = typeof bankDay;

/** Two digits of a year below this are of this century. */
const LAST_CENTURY_FROM = 80;

/** Periods of more years would give a day without a year two meanings. */
const PERIOD_YEARS_MAX = 2;

const PIECES: ReadonlyMap<string, string> = new Map([
  ['DD', String.raw`(?<day>\d{2})`],
  ['MMM', String.raw`(?<name>\p{L}{3,9})`],
  ['MM', String.raw`(?<month>\d{2})`],
  ['YYYY', String.raw`(?<year>\d{4})`],
  ['YY', String.raw`(?<short>\d{2})`],
]);

const TOKEN = /DD|MMM|MM|YYYY|YY|[^DMY]/g;

const PATTERNS = new Map<string, RegExp>();

/**
 * The day of a text in one of these formats (`DD/MM/YYYY`); a time behind a blank is passed over. A day without a year is
 * the only one of the period. Undefined when there is none.
 */
export function readDayIn(
  text: string,
  formats: readonly string[],
  { period, dayOf = bankDay }: Readonly<{ period: Period; dayOf?: DayOf }>,
): Temporal.PlainDate | undefined {
  for (const format of formats) {
    const parts = patternOf(format).exec(text)?.groups;
    const day = parts === undefined ? undefined : dayFrom(parts, period, dayOf);
    if (day !== undefined) return day;
  }
  return undefined;
}

function patternOf(format: string): RegExp {
  const known = PATTERNS.get(format);
  if (known !== undefined) return known;
  const pieces = format.match(TOKEN) ?? [];
  const pattern = pieces.map((piece) => PIECES.get(piece) ?? escaped(piece)).join('');
  const made = new RegExp(`^${pattern}(?:[ T].{0,20})?$`, 'u');
  PATTERNS.set(format, made);
  return made;
}

function escaped(sign: string): string {
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}

function dayFrom(
  parts: Readonly<Record<string, string | undefined>>,
  period: Period,
  dayOf: DayOf,
): Temporal.PlainDate | undefined {
  const { day, month, name, year, short } = parts;
  const [dayOfMonth, monthOfYear] = [
    Number(day),
    name === undefined ? Number(month) : monthNamed(name),
  ];
  if (monthOfYear === undefined) return undefined;
  const dated = (of: number) => dayOf({ year: of, month: monthOfYear, day: dayOfMonth });
  if (year !== undefined) return dated(Number(year));
  if (short !== undefined)
    return dated(Number(short) + (Number(short) < LAST_CENTURY_FROM ? 2000 : 1900));
  return onlyWithin(period, dated);
}

function onlyWithin(
  { from, to }: Period,
  dated: (year: number) => Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  if (from === undefined || to === undefined || to.year - from.year >= PERIOD_YEARS_MAX)
    return undefined;
  const days = [...new Set([from.year, to.year])].flatMap((year) => dated(year) ?? []);
  const inside = days.filter((day) => isWithin(day, { from, to }));
  return inside.length === 1 ? inside[0] : undefined;
}

function isWithin(
  day: Temporal.PlainDate,
  { from, to }: Readonly<{ from: Temporal.PlainDate; to: Temporal.PlainDate }>,
): boolean {
  const text = day.toString();
  return from.toString() <= text && text <= to.toString();
}
