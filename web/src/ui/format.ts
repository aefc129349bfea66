import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { formatAmount, formatDecimal, formatMoney } from '../../../domain/money/format-money.js';
import { moneyToWire, money as moneyOf, parseMoney } from '../../../domain/money/money.js';
import type { ScreenLanguage } from '../words/screen-language.js';

/** Money as it comes over the wire: a decimal in major units. */
export type WireMoney = Readonly<{ amount: string; currency: string }>;

/** Numbers are written as the company's paper writes them, whatever the language of the screen. */
const PAPER = 'id';
const MINUS = '\u2212';

/** `Rp1.250.000`; negative `−Rp25.000`. */
export function money(value: WireMoney): string {
  return formatMoney(parseMoney(value), PAPER).replace('-', MINUS);
}

/** The same of an amount in the smallest booked unit, as the details of a work item have it. */
export function moneyOfUnits(whole: string, currency: string): string {
  return formatMoney({ amount: BigInt(whole), currency: parseCurrency(currency) }, PAPER).replace(
    '-',
    MINUS,
  );
}

const RUPIAH_IN_TEXT =
  /(?:Rp|IDR )(?<whole>\d{1,3}(?:[.,]\d{3})+|\d+)(?![\d.,]*\d)|(?<![\d.,])(?<before>\d+) IDR\b/g;

/** Rupiah in a sentence that the API wrote, as everywhere on the screen: `Rp968,500`, `IDR 968500` and `968500 IDR` are `Rp968.500`. */
export function inOneWay(text: string): string {
  return text.replaceAll(RUPIAH_IN_TEXT, (_found, whole?: string, before?: string) =>
    money({ amount: (whole ?? before ?? '').replaceAll(/[.,]/g, ''), currency: 'IDR' }),
  );
}

/** The figure alone, under a head that names the currency. */
export function amount(value: WireMoney): string {
  return formatAmount(parseMoney(value), PAPER).replace('-', MINUS);
}

export function isZero({ amount: text }: WireMoney): boolean {
  return /^-?0*(?:\.0*)?$/.test(text);
}

/** Its smallest units, to compare and to add. */
export function units(value: WireMoney): bigint {
  return parseMoney(value).amount;
}

/** Smallest units as money again. */
export function ofUnits(whole: bigint, currency: string): WireMoney {
  return moneyToWire(moneyOf(whole, parseCurrency(currency)));
}

/** A plain decimal such as a quantity or a rate: `17,484`. */
export function decimal(text: string): string {
  return formatDecimal(text, PAPER).replace('-', MINUS);
}

/** Whole numbers: `1.204`. */
export function count(value: number): string {
  return decimal(String(value));
}

const SHORT = [
  [1_000_000_000_000n, 'tn'],
  [1_000_000_000n, 'mlr'],
  [1_000_000n, 'jt'],
  [1_000n, 'rb'],
] as const;

/** For sentences and charts only: `Rp92,6 jt`. */
export function short(value: WireMoney): string {
  const { amount: whole, currency } = parseMoney(value);
  const size = whole < 0n ? -whole : whole;
  const step = SHORT.find(([at]) => size >= at);
  if (step === undefined || minorUnitOf(currency) !== 0) return money(value);
  const tenths = (size * 10n + step[0] / 2n) / step[0];
  const text = formatDecimal(`${tenths / 10n}.${tenths % 10n}`, PAPER).replace(/,0$/, '');
  return `${whole < 0n ? MINUS : ''}Rp${text} ${step[1]}`;
}

/** American months are cut to three letters, British ones are not. */
const TAGS = { en: 'en-US', id: 'id-ID' } as const;

type DayParts = Readonly<{ weekday: string; day: string; month: string; year: string }>;

function dayParts(at: Date, language: ScreenLanguage, timeZone: string): DayParts {
  const parts = new Intl.DateTimeFormat(TAGS[language], {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { weekday: of('weekday'), day: of('day'), month: of('month'), year: of('year') };
}

export type Place = Readonly<{ language: ScreenLanguage; timeZone: string; nowMs: number }>;

/** `Tue 1 Dec`, with the year when it is not this one. */
export function day(at: Date, { language, timeZone, nowMs }: Place): string {
  const parts = dayParts(at, language, timeZone);
  const thisYear = dayParts(new Date(nowMs), language, timeZone).year;
  const text = `${parts.weekday} ${parts.day} ${parts.month}`;
  return parts.year === thisYear ? text : `${text} ${parts.year}`;
}

/** A day of the books, which has no time: `2026-12-01`. */
export function date(iso: string, place: Place): string {
  return day(new Date(`${iso}T12:00:00Z`), { ...place, timeZone: 'UTC' });
}

/** `08:00`, with a colon in both languages, as on the slip. */
export function time(at: Date, { timeZone }: Pick<Place, 'timeZone'>): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    at,
  );
}

/** `Tue 1 Dec, 08:00`. */
export function moment(iso: string, place: Place): string {
  const at = new Date(iso);
  return `${day(at, place)}, ${time(at, place)}`;
}

/** The exact instant, for tooltips. */
export function exact(iso: string, { timeZone }: Pick<Place, 'timeZone'>): string {
  const at = new Date(iso);
  const seconds = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return `${seconds} ${timeZone}`;
}

const AGES = [
  [86_400, { en: 'd', id: 'hr' }],
  [3_600, { en: 'h', id: 'j' }],
  [60, { en: 'min', id: 'mnt' }],
  [1, { en: 's', id: 'dtk' }],
] as const;

/** How long ago: `40 s`, `2 min`, `9 h`, `25 d`. */
export function age(iso: string, { language, nowMs }: Place): string {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(iso)) / 1_000));
  const [size, unit] = AGES.find(([at]) => seconds >= at) ?? AGES[3];
  return `${Math.floor(seconds / size)} ${unit[language]}`;
}

/** Days from one day of the books to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day of the books at this moment, in the company's zone. */
export function todayOf({ nowMs, timeZone }: Pick<Place, 'nowMs' | 'timeZone'>): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(nowMs));
}

/** The moment at which a day ends in a zone, ISO 8601. */
export function endOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T24:00:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(midnight);
  const aheadMs = Date.parse(`${shown.replace(' ', 'T')}Z`) - midnight;
  return new Date(midnight - aheadMs).toISOString();
}
