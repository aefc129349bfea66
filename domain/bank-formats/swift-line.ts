import type { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../calendar/day-number.js';
import { identifyingReference } from '../statement/identifying-reference.js';
import {
  lineFault,
  TOO_PRECISE,
  type DraftResult,
  type LineFault,
} from '../statement/line-draft.js';
import type { ExactAmount } from '../statement/statement.js';
import { readEntryLine, type EntryLine } from './entry-line.js';
import { readNarrative, unfold } from './narrative.js';
import { SILENT, type Narrative } from './told-payment.js';
import { readSwiftAmount } from './swift-values.js';

/** The lines of one `:61:`, and those of the `:86:` that follow it. */
export type SwiftEntry = Readonly<{
  fileLine: number;
  entry: readonly string[];
  narrative: readonly string[] | undefined;
  /** Longer than any bank text. */
  isOverlong: boolean;
}>;

/**
 * One booking as a canonical line. Without an entry date its day is the value date; `bookedOn` corrects it once the
 * balances are known. Faults: `LINE_MALFORMED`, `LINE_DATE_MALFORMED`, `LINE_AMOUNT_*`, `LINE_FIELD_TOO_LONG`,
 * `LINE_CURRENCY_UNKNOWN`.
 */
export function readSwiftEntry(
  { fileLine, entry, narrative, isOverlong }: SwiftEntry,
  currency: string,
): Readonly<{ result: DraftResult; hasEntryDate: boolean }> {
  const refused = (fault: LineFault, leftOut: ExactAmount | undefined) => ({
    result: { ...fault, leftOut },
    hasEntryDate: true,
  });
  const line = readEntryLine(entry);
  if ('kind' in line) return refused(line, exactOf(line.amount, currency));
  const leftOut = line.isExpected ? 0n : exactOf(line, currency);
  if (isOverlong) {
    return refused(
      lineFault('LINE_FIELD_TOO_LONG', 'A text is longer than any bank text.'),
      leftOut,
    );
  }
  const amount = readSwiftAmount(line.amountText, currency);
  if (amount.kind === 'fault') return refused(amount, leftOut);
  if (amount.kind === 'too-precise') return refused(TOO_PRECISE, leftOut);
  // A reversal goes the other way but names the parties of the original.
  const isMoneyIn = line.sign > 0n !== line.isReversal;
  const told = narrative === undefined ? SILENT : readNarrative(narrative, { isMoneyIn });
  return {
    result: {
      kind: 'line',
      line: {
        fileLine,
        status: line.isExpected ? 'pending' : 'booked',
        bookingDate: line.bookingDate ?? line.valueDate,
        valueDate: line.valueDate,
        amount: line.sign * amount.booked,
        currency,
        isReversal: line.isReversal || told.isReturn,
        transactionCode: transactionCodeOf(line, told),
        bankReference: line.bankReference === '' ? undefined : line.bankReference,
        endToEndReference: told.endToEndReference,
        creditorReference: told.creditorReference,
        otherReferences: told.otherReferences,
        payerName: told.payerName,
        payerAccount: told.payerAccount,
        text: textOf(line, told),
        details: [],
      },
    },
    hasEntryDate: line.bookingDate !== undefined,
  };
}

/** Undefined when the amount cannot be read. */
function exactOf(
  of: Pick<EntryLine, 'sign' | 'amountText'> | undefined,
  currency: string,
): ExactAmount | undefined {
  if (of === undefined) return undefined;
  const amount = readSwiftAmount(of.amountText, currency);
  return amount.kind === 'fault' ? undefined : of.sign * amount.exact;
}

/**
 * The day of a booking for which the bank wrote none: its value date, when that is within the statement, else the day
 * of the closing balance.
 */
export function bookedOn(
  valueDate: Temporal.PlainDate,
  {
    from,
    to,
  }: Readonly<{ from: Temporal.PlainDate | undefined; to: Temporal.PlainDate | undefined }>,
): Temporal.PlainDate {
  if (to === undefined) return valueDate;
  const day = dayNumber(valueDate);
  const isWithin = day <= dayNumber(to) && (from === undefined || day >= dayNumber(from));
  return isWithin ? valueDate : to;
}

function transactionCodeOf(
  { typeCode }: EntryLine,
  { code }: Pick<Narrative, 'code'>,
): string | undefined {
  const codes = [typeCode, code].filter((one) => one !== undefined);
  return codes.length === 0 ? undefined : codes.join('-');
}

/** Instead of a reference: that it stands in `:86:`. */
const POINTERS: readonly string[] = ['EREF', 'PREF', 'MARF', 'KREF', 'KREF+', 'POS'];

/**
 * The customer's reference of `:61:` is text: banks write constants, the kind of the payment or a part of the end-to-end
 * id into it, so that it identifies nothing.
 */
function textOf({ customerReference, supplementary }: EntryLine, { text }: Narrative): string {
  const kept: string[] = [];
  const isWord =
    POINTERS.includes(customerReference) || identifyingReference(customerReference) === undefined;
  const reference = isWord ? '' : customerReference;
  for (const one of [text, unfold(supplementary), reference]) {
    if (one !== '' && !kept.some((known) => known.includes(one))) kept.push(one);
  }
  return kept.join(' ');
}
