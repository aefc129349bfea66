import type { Temporal } from 'temporal-polyfill';
import { bankValueDay } from './bank-day.js';
import type { CsvProfile } from './csv-profile.js';
import { readDayIn, type Period } from './day-format.js';
import { readFileAmount, type FileAmount } from './file-amount.js';
import { lineFault, type LineFault } from './line-draft.js';
import { normaliseText } from './text.js';

/** Unsigned amount with an optional direction mark, or with a minus before it. */
export type MarkedAmount = Readonly<{ amount: FileAmount; mark: string; isNegative: boolean }>;

const AMOUNT_AND_MARK = /^(?<sign>[+-]?)(?:RP\.?|IDR)?\s*(?<amount>[\d.,]+)\s*(?<mark>[A-Z]*)$/;

/** The cell without the leading apostrophe that prevents conversion by spreadsheets. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'/, '').trim();
}

/** Whether the cell is one of these labels, in any case, with or without a colon. */
export function isLabelled(cell: string, labels: readonly string[]): boolean {
  const label = normaliseText(cell.endsWith(':') ? cell.slice(0, -1) : cell);
  return normalised(labels).has(label);
}

/** The labels of a profile are compared with every row, and normalised once. */
const NORMALISED = new WeakMap<readonly string[], ReadonlySet<string>>();

function normalised(labels: readonly string[]): ReadonlySet<string> {
  const known = NORMALISED.get(labels);
  if (known !== undefined) return known;
  const made = new Set(labels.map(normaliseText));
  NORMALISED.set(labels, made);
  return made;
}

/** `1,250,000.00`, `1250000.00`, `1250000`, `.00` and each followed by `CR` or `DB`; `Rp` before it is passed over. */
export function readMarkedAmount(
  text: string,
  profile: Pick<CsvProfile, 'number'>,
  currency: string,
): MarkedAmount {
  const parts = AMOUNT_AND_MARK.exec(text.toUpperCase())?.groups;
  const plain = plainDecimal(parts?.['amount'] ?? '', profile.number);
  const amount: FileAmount =
    plain === undefined
      ? lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a number of this bank.')
      : readFileAmount(plain, currency);
  return { amount, mark: parts?.['mark'] ?? '', isNegative: parts?.['sign'] === '-' };
}

/** A day as this bank writes it (`dateFormats`). A row whose booking date is none is refused. */
export function readProfileDate(
  text: string,
  { dateFormats }: DateFormats,
  period: Period,
): Temporal.PlainDate | LineFault {
  const day = readDayIn(text, dateFormats, { period });
  if (day !== undefined) return day;
  const detail = `The date is not a day (${dateFormats.join(', ')}), or not one of the period.`;
  return lineFault('LINE_DATE_MALFORMED', detail);
}

/**
 * A value date, which banks compute with months of thirty days: 30 February becomes its last day.
 * Undefined when there is none or it cannot be read; a payment is not refused for it.
 */
export function readProfileValueDate(
  text: string,
  { dateFormats }: DateFormats,
  period: Period,
): Temporal.PlainDate | undefined {
  return readDayIn(text, dateFormats, { period, dayOf: bankValueDay });
}

type DateFormats = Pick<CsvProfile, 'dateFormats'>;

/** Grouping is checked: `1,2345` is a mistake, not 12,345. */
function plainDecimal(text: string, { decimal, group }: CsvProfile['number']): string | undefined {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  const isEmpty = whole === '' && fraction !== '';
  const isWhole = isEmpty || PLAIN_WHOLE.test(whole) || GROUPED_WHOLE[group].test(whole);
  if (more.length > 0 || !isWhole || !FRACTION.test(fraction)) return undefined;
  const digits = isEmpty ? '0' : whole.replaceAll(group, '');
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

const PLAIN_WHOLE = /^\d+$/;
const GROUPED_WHOLE = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ } as const;
/** Three decimals are refused: no bank writes them, and `150.000` means 150,000 elsewhere. */
const FRACTION = /^\d{0,2}$/;
