import type { CommandContext } from '../../domain/context.js';
import { parseCurrency } from '../../domain/money/currency.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { Refusal } from '../../domain/refusal.js';
import { loadCreditableInvoice, postedCredit } from './creditable-invoice.js';

export type CreditNoteDecision = Readonly<{
  creditNoteRequestId: string;
  decision: 'approved' | 'rejected';
  issuedOn: string;
}>;

/**
 * A second person approves a credit note, which issues it, or rejects it.
 *
 * @throws Refusal `CREDIT_NOTE_REQUEST_NOT_FOUND`, `CREDIT_NOTE_DECIDED`, `SECOND_PERSON_REQUIRED`, and when it is approved
 * what issuing refuses: `CREDIT_EXCEEDS_INVOICE`, `CREDIT_EXCEEDS_OPEN`, `DISPUTE_RESOLVED`.
 */
export async function decideCreditNote(
  tx: Transaction,
  ctx: CommandContext,
  decided: CreditNoteDecision,
): Promise<AnswerOf<typeof invoiceCommands.decideCreditNote>> {
  const { creditNoteRequestId, decision, issuedOn } = decided;
  const asked = await tx.creditNoteRequest.findUnique({ where: { id: creditNoteRequestId } });
  if (asked === null) {
    const detail = 'There is no such request.';
    const param = 'creditNoteRequestId';
    throw new Refusal({ code: 'CREDIT_NOTE_REQUEST_NOT_FOUND', param, detail });
  }
  const answer = { creditNoteRequestId, decision, issuedOn };
  // A request that is already decided, or now rejected, needs no amounts; the command answers or refuses.
  if (decision === 'rejected' || asked.state !== 'requested') {
    return callIn(tx, invoiceCommands.decideCreditNote, [ctx, answer]);
  }
  const invoice = await loadCreditableInvoice(tx, asked.invoiceId);
  const amount = { amount: asked.amount, currency: parseCurrency(asked.currency) };
  const credit = postedCredit(invoice, { amount, reason: asked.reason });
  return callIn(tx, invoiceCommands.decideCreditNote, [ctx, { ...answer, ...credit }]);
}
