import type { CsvProfile } from './csv-profile.js';
import { cleanCell, isLabelled } from './csv-values.js';
import { readDayIn, type Period } from './day-format.js';

/** Length of two dates and the text between them. */
const PERIOD_LENGTH_MAX = 64;

const SIGNS: readonly string[] = ['', ':', '='];

export const NO_PERIOD: Period = { from: undefined, to: undefined };

/** `No. Rekening,:,'0081`, `Saldo Awal,=,1000.00` and `Mutasi Kredit,5000.00,2` as well as `No. Rekening : 0081` in one cell. */
export function labelAndValue(
  cells: readonly string[],
): Readonly<{ label: string; value: string }> {
  const [label = '', ...rest] = cells.map(cleanCell).filter((cell) => !SIGNS.includes(cell));
  const [value] = rest;
  const [before = '', ...after] = label.split(':');
  const behind = after.join(':').trim();
  if (behind === '' && value !== undefined) return { label, value };
  // An amount without quotes is cut at its commas: `Saldo Akhir : 1`, `200`, `000.00`.
  return { label: before.trim(), value: cleanCell([behind, ...rest].join(',')) };
}

/** What the rows before the header say; what they leave out stays as it was. */
export type Preamble = Readonly<{
  accountId: string | undefined;
  currency: string | undefined;
  period: Period;
}>;

/** Adds what one row above the table says: the account, its currency or the period. */
export function readPreamble(
  cells: readonly string[],
  { preamble, dateFormats }: CsvProfile,
  before: Preamble,
): Preamble {
  const { label, value } = labelAndValue(cells);
  if (value === '') return before;
  if (isLabelled(label, preamble.account)) {
    return { ...before, accountId: accountIn(value) };
  }
  if (isLabelled(label, preamble.currency)) return { ...before, currency: currencyIn(value) };
  if (!isLabelled(label, preamble.period)) return before;
  return { ...before, period: periodIn(value, dateFormats) };
}

function accountIn(value: string): string {
  return value.replaceAll(/\s/g, '');
}

/** Banks write the sign of the rupiah where they mean its code. */
function currencyIn(value: string): string {
  const code = value.toUpperCase();
  return code === 'RP' ? 'IDR' : code;
}

function periodIn(value: string, dateFormats: readonly string[]): Period {
  if (value.length > PERIOD_LENGTH_MAX) return NO_PERIOD;
  const [from = '', to = ''] = value.split(/\s+(?:-|s\/d|to)\s+/i);
  const dayOf = (text: string) => readDayIn(text.trim(), dateFormats, { period: NO_PERIOD });
  return { from: dayOf(from), to: dayOf(to) };
}

/** Rows beside the bookings, by their name in the profile. */
const FIGURES = ['opening', 'closing', 'credits', 'debits'] as const;

/** A booking begins with its day, its number or an account. */
const FIRST_DIGIT = /^'?\d/;

/** Which figure of the bank a row says, with its text; undefined when none. */
export function figureIn(
  cells: readonly string[],
  { footer }: CsvProfile,
): Readonly<{ figure: (typeof FIGURES)[number]; value: string }> | undefined {
  const first = cells.find((cell) => cleanCell(cell) !== '') ?? '';
  if (FIRST_DIGIT.test(first)) return undefined;
  const { label, value } = labelAndValue(cells);
  const figure = FIGURES.find((one) => isLabelled(label, footer[one]));
  return figure === undefined ? undefined : { figure, value };
}
