import { minorUnitOfFile, readExact, readFileAmount } from '../statement/file-amount.js';
import { lineFault, type LineFault } from '../statement/line-draft.js';
import type { ExactAmount } from '../statement/statement.js';

/** What a type code of a `16` stands for; `text` moves no money. */
export type Bai2Direction = 'credit' | 'debit' | 'text' | 'unknown';

/** Codes of transactions by their first and last (BAI2, appendix A); 890 holds texts only. */
const DIRECTIONS: readonly (readonly [from: number, to: number, direction: Bai2Direction])[] = [
  [100, 399, 'credit'],
  [400, 699, 'debit'],
  [890, 890, 'text'],
  [920, 959, 'credit'],
  [960, 999, 'debit'],
];

/** Codes of payments that come back or are taken back: reversals, returned items and cheques. */
const REVERSALS: ReadonlySet<string> = new Set(['252', '255', '257', '395', '552', '555', '557']);

/** Loans (700 to 799) and codes of one bank alone go either way. */
export function bai2DirectionOf(code: string): Bai2Direction {
  if (!/^\d{3}$/.test(code)) return 'unknown';
  const found = DIRECTIONS.find(([from, to]) => Number(code) >= from && Number(code) <= to);
  return found?.[2] ?? 'unknown';
}

/** Whether a type code takes an earlier booking back. Source: BAI2, transaction codes. */
export function isBai2Reversal(code: string): boolean {
  return REVERSALS.has(code);
}

const NUMBER = /^(?<sign>[+-]?)(?<whole>\d{1,30})(?:\.(?<fraction>\d{0,5}))?$/;

/**
 * BAI2 implies the decimals of ISO 4217. The books hold the rupiah without them, but its code has two: 15000000 is
 * Rp150,000.00.
 */
function impliedDecimals(currency: string): number {
  return currency === 'IDR' ? 2 : minorUnitOfFile(currency);
}

export type Bai2Amount =
  Readonly<{ kind: 'amount' | 'too-precise'; booked: bigint; exact: ExactAmount }> | LineFault;

/** A signed amount with implied decimals; with a point, as some banks write it, it has its own. Faults: `LINE_AMOUNT_*`. */
export function readBai2Amount(text: string, currency: string): Bai2Amount {
  const decimal = decimalOf(text, currency);
  if (decimal === undefined) {
    return lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a number of smallest units.');
  }
  const amount = readFileAmount(decimal.text, currency);
  if (amount.kind === 'fault') return amount;
  const booked = amount.kind === 'amount' ? amount.booked : amount.cut;
  return {
    kind: amount.kind,
    booked: decimal.sign * booked,
    exact: decimal.sign * amount.exact,
  };
}

/** A control total; it is larger than any amount that is booked. */
export function readBai2Total(text: string, currency: string): ExactAmount | undefined {
  const decimal = decimalOf(text, currency);
  const exact = decimal === undefined ? undefined : readExact(decimal.text);
  return decimal === undefined || exact === undefined ? undefined : decimal.sign * exact;
}

function decimalOf(
  text: string,
  currency: string,
): Readonly<{ sign: bigint; text: string }> | undefined {
  const parts = NUMBER.exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const { whole = '', fraction } = parts;
  const sign = parts['sign'] === '-' ? -1n : 1n;
  if (fraction !== undefined) return { sign, text: `${whole}.${fraction}` };
  const decimals = impliedDecimals(currency);
  const digits = whole.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return { sign, text: `${digits.slice(0, point)}.${digits.slice(point)}` };
}
