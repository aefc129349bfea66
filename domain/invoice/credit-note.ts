import { Refusal } from '../refusal.js';

export type CreditedInvoice = Readonly<{
  total: bigint;
  /** What earlier credit notes have credited of it. */
  creditedTotal: bigint;
}>;

/**
 * Whether `amount` may be credited: an invoice is never edited, and never credited by more than it was. That no more
 * than the open amount is credited is checked in SQL, under the locks of the open items
 * (`prisma/functions/invoice/check_credit_note.sql`).
 *
 * Refusals: `CREDIT_NOT_POSITIVE`, `CREDIT_REASON_REQUIRED`, `CREDIT_EXCEEDS_INVOICE`. Undefined when it may.
 */
export function refuseCreditNote(
  { amount, reason }: Readonly<{ amount: bigint; reason: string }>,
  invoice: CreditedInvoice,
): Refusal | undefined {
  if (amount <= 0n) {
    const detail = 'A credit note is above zero.';
    return new Refusal({ code: 'CREDIT_NOT_POSITIVE', param: 'amount', detail });
  }
  if (reason.trim() === '') {
    const detail = 'A credit note says why it was given.';
    return new Refusal({ code: 'CREDIT_REASON_REQUIRED', param: 'reason', detail });
  }
  if (amount > invoice.total - invoice.creditedTotal) {
    const detail = 'More would be credited than was invoiced and not yet credited.';
    return new Refusal({ code: 'CREDIT_EXCEEDS_INVOICE', param: 'amount', detail });
  }
  return undefined;
}

/** Whether a second person must approve. The limit holds for the sum of what one person alone gives up of an invoice, or for its customer in a day (`prisma/functions/invoice/allowance_of_one.sql`). */
export function needsSecondPerson(
  credit: Readonly<{ amount: bigint; givenAlone: bigint; limit: bigint }>,
): boolean {
  return credit.givenAlone + credit.amount > credit.limit;
}
