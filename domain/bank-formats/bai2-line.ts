import type { Temporal } from 'temporal-polyfill';
import { identifyingReference } from '../statement/identifying-reference.js';
import {
  lineFault,
  TOO_PRECISE,
  type DraftResult,
  type LineFault,
} from '../statement/line-draft.js';
import { readBai2Transaction, type Bai2Transaction } from './bai2-records.js';
import {
  bai2DirectionOf,
  isBai2Reversal,
  readBai2Amount,
  type Bai2Direction,
} from './bai2-values.js';
import { swiftValueDay } from './swift-values.js';

/** The content of a `16` with its `88`. */
export type Bai2Record = Readonly<{ fileLine: number; content: string; isOverlong: boolean }>;

type Group = Readonly<{ currency: string; bookingDate: Temporal.PlainDate }>;

/**
 * One transaction as a canonical line; undefined for one that holds a text only (890). Faults: `LINE_MALFORMED`,
 * `LINE_AMOUNT_*`, `LINE_DIRECTION_UNKNOWN` (loans, codes of one bank), `LINE_FIELD_TOO_LONG`, `LINE_CURRENCY_UNKNOWN`.
 */
export function readBai2Line(record: Bai2Record, group: Group): DraftResult | undefined {
  const transaction = readBai2Transaction(record.content);
  if (transaction === undefined) {
    const detail = 'The funds type of the transaction (16) is none of 0, 1, 2, V, S, D and Z.';
    return { ...lineFault('LINE_MALFORMED', detail), leftOut: undefined };
  }
  const direction = bai2DirectionOf(transaction.code);
  if (direction === 'text') return undefined;
  const amount = readBai2Amount(transaction.amount, group.currency);
  const sign = direction === 'debit' ? -1n : 1n;
  const fault = faultOf(record, { transaction, direction });
  const isKnown = direction !== 'unknown' && !SIGN.test(transaction.amount);
  const leftOut = isKnown && amount.kind !== 'fault' ? sign * amount.exact : undefined;
  if (fault !== undefined) return { ...fault, leftOut };
  if (amount.kind === 'fault') return { ...amount, leftOut };
  if (amount.kind === 'too-precise') return { ...TOO_PRECISE, leftOut };
  return {
    kind: 'line',
    line: {
      fileLine: record.fileLine,
      status: 'booked',
      bookingDate: group.bookingDate,
      valueDate: swiftValueDay(transaction.valueDate ?? ''),
      amount: sign * amount.booked,
      currency: group.currency,
      isReversal: isBai2Reversal(transaction.code),
      transactionCode: transaction.code,
      bankReference: orNothing(transaction.bankReference),
      endToEndReference: undefined,
      creditorReference: undefined,
      otherReferences: [],
      payerName: undefined,
      payerAccount: undefined,
      text: textOf(transaction),
      details: [],
    },
  };
}

const SIGN = /^[+-]/;

type Known = Readonly<{ transaction: Bai2Transaction; direction: Bai2Direction }>;

function faultOf(
  { isOverlong }: Bai2Record,
  { transaction, direction }: Known,
): LineFault | undefined {
  if (isOverlong) return lineFault('LINE_FIELD_TOO_LONG', 'A text is longer than any bank text.');
  if (direction === 'unknown') {
    const detail = 'The type code of the transaction (16) is neither a credit nor a debit.';
    return lineFault('LINE_DIRECTION_UNKNOWN', detail);
  }
  if (!SIGN.test(transaction.amount)) return undefined;
  return lineFault(
    'LINE_AMOUNT_MALFORMED',
    'A transaction (16) has no sign; its type code says it.',
  );
}

/** The customer's reference may be a constant of the bank, so that it identifies nothing. */
function textOf({ text = '', customerReference }: Bai2Transaction): string {
  const isReference = identifyingReference(customerReference) !== undefined;
  return isReference && !text.includes(customerReference)
    ? `${text} ${customerReference}`.trim()
    : text;
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
