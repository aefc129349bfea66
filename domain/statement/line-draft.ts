import type { ExactAmount, LineRefusalCode, StatementLine } from './statement.js';

/** A line as read, before it has its position. */
export type LineDraft = Omit<StatementLine, 'position'>;

/** Why a line is refused, before its position is known. */
export type LineFault = Readonly<{ kind: 'fault'; code: LineRefusalCode; detail: string }>;

/** `leftOut` is the exact amount of a refused booking, 0 when it was not booked; undefined when unknown. */
export type DraftResult =
  | Readonly<{ kind: 'line'; line: LineDraft }>
  | (LineFault & Readonly<{ leftOut: ExactAmount | undefined }>);

/** A reason for which one line of a file is refused. */
export function lineFault(code: LineRefusalCode, detail: string): LineFault {
  return { kind: 'fault', code, detail };
}

export const TOO_PRECISE: LineFault = lineFault(
  'LINE_AMOUNT_TOO_PRECISE',
  'The amount has more decimals than the currency is booked with.',
);

/** Fields are written out, because spreading hundreds of thousands of lines takes twice the memory. */
export function completeLine(draft: LineDraft, position: number): StatementLine {
  return {
    position,
    fileLine: draft.fileLine,
    status: draft.status,
    bookingDate: draft.bookingDate,
    valueDate: draft.valueDate,
    amount: draft.amount,
    currency: draft.currency,
    isReversal: draft.isReversal,
    transactionCode: draft.transactionCode,
    bankReference: draft.bankReference,
    endToEndReference: draft.endToEndReference,
    creditorReference: draft.creditorReference,
    otherReferences: draft.otherReferences,
    payerName: draft.payerName,
    payerAccount: draft.payerAccount,
    text: draft.text,
    details: draft.details,
  };
}
