import { identifyingReference } from './identifying-reference.js';
import type { LineDetail, StatementLine } from './statement.js';
import { normaliseAccount, normaliseText } from './text.js';

/** What makes a booking of the bank this one and no other. */
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
 * Everything that tells two bookings of one account apart, in one comparable form: however a bank spaces and spells
 * a line, the same line gives the same text. Two genuine payments may be equal in all of it; then the statements that
 * hold them decide (see `recogniseLines`).
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

/** Of the payment: the line's own, or those of one payment inside a collective booking. */
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
