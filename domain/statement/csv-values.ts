import { Temporal } from 'temporal-polyfill';
import type { CsvProfile } from './csv-profile.js';
import { readFileAmount, type FileAmount } from './file-amount.js';
import { lineFault, type LineFault } from './line-draft.js';
import { normaliseText } from './text.js';

/** Unsigned amount with the direction mark that may hang on it. */
export type MarkedAmount = Readonly<{ amount: FileAmount; mark: string }>;

const AMOUNT_AND_MARK = /^(?<amount>[\d.,]+)\s*(?<mark>[A-Z]*)$/;

/** The cell without the apostrophe that keeps spreadsheets from "correcting" it. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'/, '').trim();
}

export function isLabelled(cell: string, labels: readonly string[]): boolean {
  const label = normaliseText(cell.replace(/\s*:\s*$/, ''));
  return labels.some((known) => normaliseText(known) === label);
}

/** `1,250,000.00`, `1250000.00`, `1250000` and each followed by `CR` or `DB`. */
export function readMarkedAmount(
  text: string,
  profile: CsvProfile,
  currency: string,
): MarkedAmount {
  const parts = AMOUNT_AND_MARK.exec(text.toUpperCase())?.groups;
  const plain = plainDecimal(parts?.['amount'] ?? '', profile.number);
  const amount: FileAmount =
    plain === undefined
      ? lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a number of this bank.')
      : readFileAmount(plain, currency);
  return { amount, mark: parts?.['mark'] ?? '' };
}

export function readProfileDate(
  text: string,
  { dateFormat }: Pick<CsvProfile, 'dateFormat'>,
): Temporal.PlainDate | LineFault {
  const malformed = lineFault('LINE_DATE_MALFORMED', `The date is not a day (${dateFormat}).`);
  const part = (name: string): string => {
    const start = dateFormat.indexOf(name);
    return text.slice(start, start + name.length);
  };
  const iso = `${part('YYYY')}-${part('MM')}-${part('DD')}`;
  const hasShape = shapeOf(text) === shapeOf(dateFormat.replaceAll(/[DMY]/g, '0'));
  if (!hasShape || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return malformed;
  try {
    return Temporal.PlainDate.from(iso);
  } catch {
    return malformed;
  }
}

/** Grouping is checked: `1,2345` is a typing error, not twelve thousand. */
function plainDecimal(text: string, { decimal, group }: CsvProfile['number']): string | undefined {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  const isWhole = PLAIN_WHOLE.test(whole) || GROUPED_WHOLE[group].test(whole);
  if (more.length > 0 || !isWhole || !FRACTION.test(fraction)) return undefined;
  const digits = whole.replaceAll(group, '');
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

const PLAIN_WHOLE = /^\d+$/;
const GROUPED_WHOLE = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ } as const;
const FRACTION = /^\d*$/;

function shapeOf(text: string): string {
  return text.replaceAll(/\d/g, '0');
}
