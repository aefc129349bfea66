import type { Fault } from '../refusal.js';
import { multiplyRational, rational } from '../money/rational.js';

/** A line as invoiced, and what earlier credit notes took back of it; booked units. */
export type CreditableLine = Readonly<{
  number: number;
  quantityMilli: bigint;
  taxBase: bigint;
  otherBase: bigint;
  tax: bigint;
  credited: CreditedLine;
}>;

export type CreditedLine = Readonly<{
  quantityMilli: bigint;
  taxBase: bigint;
  otherBase: bigint;
  tax: bigint;
}>;

export type CreditableInvoice = Readonly<{
  total: bigint;
  creditedTotal: bigint;
  openAmount: bigint;
}>;

export type CreditDecision =
  | Readonly<{
      kind: 'allowed';
      /** What the customer no longer owes. */
      reducesOpen: bigint;
      /** What the customer has paid already and gets back, as credit on account. */
      toCustomer: bigint;
    }>
  | Readonly<{ kind: 'refused'; fault: Fault }>;

/**
 * Whether `amount` may be credited: an invoice is never edited, and never credited by more than it
 * was. The credit first takes away what is still open; only the rest is owed to the customer.
 *
 * Refusals: `CREDIT_NOT_POSITIVE`, `CREDIT_REASON_REQUIRED`, `CREDIT_EXCEEDS_INVOICE`.
 */
export function creditNoteAllowed(
  { amount, reason }: Readonly<{ amount: bigint; reason: string }>,
  invoice: CreditableInvoice,
): CreditDecision {
  if (amount <= 0n) {
    return refused('CREDIT_NOT_POSITIVE', 'amount', 'A credit note is above zero.');
  }
  if (reason.trim() === '') {
    return refused('CREDIT_REASON_REQUIRED', 'reason', 'A credit note says why it was given.');
  }
  if (amount > invoice.total - invoice.creditedTotal) {
    return refused(
      'CREDIT_EXCEEDS_INVOICE',
      'amount',
      'More would be credited than was invoiced and not yet credited.',
    );
  }
  const reducesOpen = amount < invoice.openAmount ? amount : invoice.openAmount;
  return { kind: 'allowed', reducesOpen, toCustomer: amount - reducesOpen };
}

/**
 * Whether a second person must agree: what one person alone credits of an invoice, in however many pieces,
 * ends at the limit.
 */
export function needsSecondPerson(
  credit: Readonly<{ amount: bigint; creditedAlone: bigint; limit: bigint }>,
): boolean {
  return credit.creditedAlone + credit.amount > credit.limit;
}

/**
 * What crediting `quantityMilli` of a line takes back. Computed from the cumulated quantity, so that
 * a line returned piece by piece comes back to the last rupiah.
 */
export function creditLine(line: CreditableLine, quantityMilli: bigint): CreditedLine {
  const returned = rational(line.credited.quantityMilli + quantityMilli, line.quantityMilli);
  const share = (whole: bigint, before: bigint): bigint =>
    multiplyRational(whole, returned, 'half-up') - before;
  return {
    quantityMilli,
    taxBase: share(line.taxBase, line.credited.taxBase),
    otherBase: share(line.otherBase, line.credited.otherBase),
    tax: share(line.tax, line.credited.tax),
  };
}

/** Refusals: `QUANTITY_NOT_ALLOWED` when nothing, or more than is left, would be taken back. */
export function creditLineAllowed(line: CreditableLine, quantityMilli: bigint): Fault | undefined {
  const left = line.quantityMilli - line.credited.quantityMilli;
  if (quantityMilli > 0n && quantityMilli <= left) return undefined;
  return {
    code: 'QUANTITY_NOT_ALLOWED',
    param: `lines[${line.number - 1}].quantity`,
    detail: 'The quantity is above zero and at most what was sold and not yet taken back.',
  };
}

function refused(code: string, param: string, detail: string): CreditDecision {
  return { kind: 'refused', fault: { code, param, detail } };
}
