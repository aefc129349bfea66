import { Temporal } from 'temporal-polyfill';

/** The day before the first one of a spreadsheet; its year 1900 had a 29 February, so day 60 and later count from here. */
const DAY_ZERO = Temporal.PlainDate.from('1899-12-30');

/** Spreadsheets count to the end of the year 9999. */
const LAST_DAY = 2_958_465;

/** Formats of dates that every spreadsheet knows by number. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Digits that a spreadsheet keeps: more are an artefact of its arithmetic. */
const DIGITS = 15;

/** The number of a cell as a plain decimal: `1.5E+3` is `1500`, `0.30000000000000004` is `0.3`. Undefined for no number. */
export function sheetNumber(text: string): string | undefined {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return undefined;
  const plain = Number(value.toPrecision(DIGITS)).toString();
  if (!plain.includes('e')) return plain;
  return Number.isInteger(value) ? BigInt(value).toString() : undefined;
}

/** The day that a cell with the format of a date holds, ISO 8601; undefined for what is no day. */
export function sheetDay(text: string): string | undefined {
  const days = Math.floor(Number(text));
  if (text.trim() === '' || !(days >= 1 && days <= LAST_DAY)) return undefined;
  return DAY_ZERO.add({ days }).toString();
}

/** Whether numbers in this format are days: by its number, or by the letters of its code. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (DATE_FORMATS.has(id)) return true;
  const letters = (code ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dy]/i.test(letters) && !/general/i.test(letters);
}
