import { Refusal } from '../../../../domain/refusal.js';
import type { Transaction } from '../../../../prisma/database.js';
import { wireMoney } from '../../../wire.js';

/** A request for a credit note, as the wire shows it. @throws Refusal `CREDIT_NOTE_REQUEST_NOT_FOUND`. */
export async function creditNoteRequestOf(tx: Pick<Transaction, 'creditNoteRequest'>, id: string) {
  const asked = await tx.creditNoteRequest.findUnique({
    where: { id },
    include: { creditNote: { select: { id: true } } },
  });
  if (asked === null) {
    throw new Refusal({
      code: 'CREDIT_NOTE_REQUEST_NOT_FOUND',
      param: 'creditNoteRequestId',
      detail: 'There is no such request.',
    });
  }
  const { invoiceId, disputeId, reason, amount, currency } = asked;
  return {
    id,
    invoiceId,
    disputeId,
    reason,
    amount: wireMoney(amount, currency),
    // A CHECK of the database allows no other values.
    state: asked.state as 'requested' | 'approved' | 'rejected' | 'lapsed',
    requestedAt: asked.requestedAt.toISOString(),
    decidedAt: asked.decidedAt?.toISOString() ?? null,
    creditNoteId: asked.creditNote?.id ?? null,
  };
}
