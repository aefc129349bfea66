import type { Temporal } from 'temporal-polyfill';
import { lineFault, type LineFault } from '../statement/line-draft.js';
import { entryDay, swiftValueDay } from './swift-values.js';

/**
 * `:61:` (SWIFT MT940 field 61): value date, entry date, mark, funds code (the third letter of the currency), amount,
 * type, reference of the customer, `//`, reference of the bank. Entry dates may be blanks, and references longer than
 * the sixteen characters of the standard (NPP sends up to 35).
 */
const ENTRY =
  /^(?<value>\d{6})(?<entry>\d{4}| {4})? ?(?<mark>E?[CD]|R[CD])(?<funds>[A-Z])?(?<amount>[\d.,]+)(?![^A-Z\s/])(?<type>[A-Z][A-Z0-9 ]{3})?(?<customer>(?:(?!\/\/).)*)(?:\/\/(?<bank>.*))?$/;

/** What one `:61:` says, with the lines below it. `mark` is signed: 1 brings money in. */
export type EntryLine = Readonly<{
  valueDate: Temporal.PlainDate;
  /** Undefined when the bank wrote none. */
  bookingDate: Temporal.PlainDate | undefined;
  sign: 1n | -1n;
  isReversal: boolean;
  /** Announced (`EC`, `ED` of MT942): not booked. */
  isExpected: boolean;
  amountText: string;
  typeCode: string | undefined;
  customerReference: string;
  bankReference: string;
  /** Supplementary details: the lines below. */
  supplementary: readonly string[];
}>;

/** `amount` is what could be read of a line that is refused, so that footing can count it. */
export type EntryFault = LineFault &
  Readonly<{ amount: Pick<EntryLine, 'sign' | 'amountText'> | undefined }>;

const MALFORMED: EntryFault = {
  ...lineFault(
    'LINE_MALFORMED',
    'The line (:61:) is not value date, entry date, mark, amount and references.',
  ),
  amount: undefined,
};

/**
 * Reads the lines of one `:61:`. `RC` takes a credit back (money out), `RD` gives a debit back (money in). Faults:
 * `LINE_MALFORMED`, `LINE_DATE_MALFORMED`.
 */
export function readEntryLine([first = '', ...supplementary]: readonly string[]):
  EntryLine | EntryFault {
  const parts = ENTRY.exec(first)?.groups;
  if (parts === undefined) return MALFORMED;
  const partOf = (name: string): string => (parts[name] ?? '').trim();
  const mark = partOf('mark');
  const amountText = partOf('amount');
  const isReversal = mark.startsWith('R');
  const sign = mark.endsWith('C') === isReversal ? -1n : 1n;
  const days = readDays(partOf('value'), partOf('entry'));
  if ('kind' in days) return { ...days, amount: { sign, amountText } };
  return {
    ...days,
    sign,
    isReversal,
    isExpected: mark.startsWith('E'),
    amountText,
    typeCode: partOf('type') === '' ? undefined : partOf('type'),
    customerReference: partOf('customer'),
    bankReference: partOf('bank'),
    supplementary,
  };
}

function readDays(
  value: string,
  entry: string,
): Pick<EntryLine, 'valueDate' | 'bookingDate'> | LineFault {
  const valueDate = swiftValueDay(value);
  if (valueDate === undefined) {
    return lineFault(
      'LINE_DATE_MALFORMED',
      'The value date is not a day of the calendar (YYMMDD).',
    );
  }
  if (entry === '') return { valueDate, bookingDate: undefined };
  const bookingDate = entryDay(entry, valueDate);
  if (bookingDate !== undefined) return { valueDate, bookingDate };
  return lineFault('LINE_DATE_MALFORMED', 'The entry date is not a day of the calendar (MMDD).');
}
