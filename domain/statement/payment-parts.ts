import type { LineDetail, StatementLine } from './statement.js';

/** The unit of matching: a whole line, or one payment inside a collective booking. */
export type PaymentPart = Readonly<Omit<LineDetail, 'amount'> & { amount: bigint; part: number }>;

/**
 * The payments inside one line. Details are used only when the bank gave each an amount and they add up to the booking;
 * otherwise the line is one payment with all their texts and references, because an amount must not be split by guess.
 * It is not split either when a detail has the opposite sign, such as a fee inside a batch, which is no payment.
 */
export function paymentPartsOf(line: StatementLine): readonly PaymentPart[] {
  const parts = line.details.flatMap((detail, index) =>
    detail.amount === undefined ? [] : [{ ...detail, amount: detail.amount, part: index + 1 }],
  );
  const moving = parts.filter(({ amount }) => amount !== 0n);
  const total = moving.reduce((sum, { amount }) => sum + amount, 0n);
  const isComplete = moving.length > 0 && parts.length === line.details.length;
  const isOneWay = moving.every(({ amount }) => amount > 0n === line.amount > 0n);
  return isComplete && isOneWay && total === line.amount ? moving : [wholeLine(line)];
}

function wholeLine(line: StatementLine): PaymentPart {
  const texts = [line.text, ...line.details.flatMap(referencesAndText)];
  return {
    part: 1,
    amount: line.amount,
    endToEndReference: line.endToEndReference,
    creditorReference: line.creditorReference,
    otherReferences: line.otherReferences,
    payerName: line.payerName ?? onlyOne(line.details.map(({ payerName }) => payerName)),
    payerAccount:
      line.payerAccount ?? onlyOne(line.details.map(({ payerAccount }) => payerAccount)),
    text: texts.filter((text) => text !== '').join(' '),
  };
}

function referencesAndText(detail: LineDetail): readonly string[] {
  return [detail.creditorReference ?? '', detail.endToEndReference ?? '', detail.text];
}

/** The value that all details share, else undefined. */
function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0] : undefined;
}
