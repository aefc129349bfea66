import type { Temporal } from 'temporal-polyfill';
import { bankDay, bankValueDay } from './bank-day.js';
import type { CsvProfile } from './csv-profile.js';
import { readFileAmount, type FileAmount } from './file-amount.js';
import { lineFault, type LineFault } from './line-draft.js';
import { normaliseText } from './text.js';

/** Unsigned amount with an optional direction mark. */
export type MarkedAmount = Readonly<{ amount: FileAmount; mark: string }>;

const AMOUNT_AND_MARK = /^(?<amount>[\d.,]+)\s*(?<mark>[A-Z]*)$/;

/** The cell without the leading apostrophe that prevents conversion by spreadsheets. */
export function cleanCell(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'/, '').trim();
}

/** Whether the cell is one of these labels, in any case, with or without a colon. */
export function isLabelled(cell: string, labels: readonly string[]): boolean {
  const label = normaliseText(cell.endsWith(':') ? cell.slice(0, -1) : cell);
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

/** A day as this bank writes it (`dateFormat`). A row whose booking date is none is refused. */
export function readProfileDate(
  text: string,
  { dateFormat }: DateFormat,
): Temporal.PlainDate | LineFault {
  return (
    readDay(text, dateFormat, bankDay) ??
    lineFault('LINE_DATE_MALFORMED', `The date is not a day (${dateFormat}).`)
  );
}

/**
 * A value date, which banks compute with months of thirty days: 30 February becomes its last day.
 * Undefined when there is none or it cannot be read; a payment is not refused for it.
 */
export function readProfileValueDate(
  text: string,
  { dateFormat }: DateFormat,
): Temporal.PlainDate | undefined {
  return readDay(text, dateFormat, bankValueDay);
}

type DateFormat = Pick<CsvProfile, 'dateFormat'>;

function readDay(
  text: string,
  dateFormat: string,
  dayOf: typeof bankDay,
): Temporal.PlainDate | undefined {
  if (text.length !== dateFormat.length || shapeOf(text) !== shapeOf(dateFormat)) return undefined;
  const part = (name: string): number => {
    const start = dateFormat.indexOf(name);
    return Number(text.slice(start, start + name.length));
  };
  return dayOf({ year: part('YYYY'), month: part('MM'), day: part('DD') });
}

/** Grouping is checked: `1,2345` is a mistake, not 12,345. */
function plainDecimal(text: string, { decimal, group }: CsvProfile['number']): string | undefined {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  const isWhole = PLAIN_WHOLE.test(whole) || GROUPED_WHOLE[group].test(whole);
  if (more.length > 0 || !isWhole || !FRACTION.test(fraction)) return undefined;
  const digits = whole.replaceAll(group, '');
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

const PLAIN_WHOLE = /^\d+$/;
const GROUPED_WHOLE = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ } as const;
/** Three decimals are refused: no bank writes them, and `150.000` means 150,000 elsewhere. */
const FRACTION = /^\d{0,2}$/;

/** Replaces digits and format letters by 0, so that `02/03/2026` has the shape of `DD/MM/YYYY`. */
function shapeOf(text: string): string {
  return text.replaceAll(/[0-9DMY]/g, '0');
}
