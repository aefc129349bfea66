import { identifyingReference } from './identifying-reference.js';
import type { LineDetail, StatementLine } from './statement.js';
import { normaliseAccount, normaliseText } from './text.js';

/** The fields that identify a booking of the bank. */
export type IdentifiedLine = Pick<
  StatementLine,
  | 'bookingDate'
  | 'valueDate'
  | 'amount'
  | 'currency'
  | 'isReversal'
  | 'transactionCode'
  | 'bankReference'
  | 'endToEndReference'
  | 'creditorReference'
  | 'otherReferences'
  | 'payerName'
  | 'payerAccount'
  | 'text'
  | 'details'
>;

/**
 * All fields that distinguish two bookings of one account, as one normalised text, so that spacing and spelling do not
 * matter. Two genuine payments may be equal in all fields; then their statements decide (see `recogniseLines`).
 */
export function identityText(line: IdentifiedLine): string {
  return JSON.stringify([
    line.bookingDate.toString(),
    (line.valueDate ?? line.bookingDate).toString(),
    line.amount.toString(),
    line.currency,
    line.isReversal,
    normaliseText(line.transactionCode ?? ''),
    identifyingReference(line.bankReference) ?? '',
    ...wordsOf(line),
    line.details.map((detail) => [detail.amount?.toString() ?? '', ...wordsOf(detail)]),
  ]);
}

/** The fields of a payment: of the line itself, or of one payment inside a collective booking. */
function wordsOf(of: Omit<LineDetail, 'amount'>): readonly unknown[] {
  return [
    identifyingReference(of.endToEndReference) ?? '',
    identifyingReference(of.creditorReference) ?? '',
    of.otherReferences.flatMap((one) => identifyingReference(one) ?? []).toSorted(),
    normaliseText(of.payerName ?? ''),
    normaliseAccount(of.payerAccount ?? ''),
    normaliseText(of.text),
  ];
}
