import type { CommandContext } from '../../domain/context.js';
import { creditNoteAllowed } from '../../domain/invoice/credit-note.js';
import { toPostedLines } from '../../domain/ledger/journal.js';
import { entriesForCreditNote } from '../../domain/ledger/post-receivable.js';
import type { Money } from '../../domain/money/money.js';
import { multiplyRational, rational } from '../../domain/money/rational.js';
import { Refusal } from '../../domain/refusal.js';
import { callIn, type Transaction } from '../../prisma/database.js';

export type CreditWish = Readonly<{
  invoiceId: string;
  amount: Money;
  reason: string;
  disputeId?: string | undefined;
  issuedOn: string;
}>;

export type IssuedCreditNote = Readonly<{ creditNoteId: string; number: string }>;

/**
 * Credits part of an invoice. Tax comes back in the proportion of the invoice, computed from the cumulated
 * credit, so that an invoice credited piece by piece gives back its tax to the last rupiah.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `CURRENCY_MISMATCH`, `CREDIT_NOT_POSITIVE`, `CREDIT_EXCEEDS_INVOICE`,
 * `CREDIT_EXCEEDS_OPEN`, `DISPUTE_NOT_FOUND`, `DISPUTE_RESOLVED`.
 */
export async function issueCreditNote(
  tx: Transaction,
  ctx: CommandContext,
  wish: CreditWish,
): Promise<IssuedCreditNote> {
  const { invoiceId, amount, reason, disputeId, issuedOn } = wish;
  // Two credit notes of one invoice share its tax, so the second one waits here.
  await tx.$queryRaw`SELECT id FROM open_item WHERE invoice_id = ${invoiceId}::uuid ORDER BY id FOR UPDATE`;
  const invoice = await tx.invoice.findUnique({
    where: { id: invoiceId },
    include: { openItems: { select: { openAmount: true } }, creditNotes: true },
  });
  if (invoice === null) {
    throw new Refusal({
      code: 'INVOICE_NOT_FOUND',
      param: 'invoiceId',
      detail: 'There is no such invoice.',
    });
  }
  if (amount.currency !== invoice.currency) {
    const detail = `The invoice is in ${invoice.currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'amount.currency', detail });
  }
  const open = sumOf(invoice.openItems.map(({ openAmount }) => openAmount));
  const credited = sumOf(invoice.creditNotes.map(({ totalAmount }) => totalAmount));
  const books = { total: invoice.totalAmount, creditedTotal: credited, openAmount: open };
  const decision = creditNoteAllowed({ amount: amount.amount, reason }, books);
  if (decision.kind === 'refused') throw new Refusal(decision.fault);

  const share = rational(credited + amount.amount, invoice.totalAmount);
  const taxBefore = sumOf(invoice.creditNotes.map(({ taxAmount }) => taxAmount));
  const tax = multiplyRational(invoice.taxAmount, share, 'half-up') - taxBefore;
  const taxBase = amount.amount - tax;
  const at = { storeId: invoice.storeId, customerId: invoice.customerId };
  return callIn<IssuedCreditNote>(tx, 'issue_credit_note', [
    ctx,
    {
      invoiceId,
      reason,
      disputeId,
      issuedOn,
      netAmount: taxBase.toString(),
      taxAmount: tax.toString(),
      // The books refuse what is not open, so nothing of it goes to the customer's account.
      journal: toPostedLines(
        entriesForCreditNote({ taxBase, tax, reducesOpen: amount.amount }, at),
      ),
    },
  ]);
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
