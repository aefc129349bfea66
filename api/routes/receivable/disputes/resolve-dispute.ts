import { resolveDisputeRoute } from '../../../../contract/receivable/disputes.js';
import {
  resolveDispute as resolve,
  type DisputeResolution,
} from '../../../../domain/receivable/dispute.js';
import { Refusal } from '../../../../domain/refusal.js';
import * as receivableCommands from '../../../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { shownDispute } from '../shown.js';

export const resolveDispute = command(resolveDisputeRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { disputeId } = params;
    const dispute = await tx.dispute.findUnique({ where: { id: disputeId } });
    if (dispute === null) {
      const detail = 'There is no such dispute.';
      throw new Refusal({ code: 'DISPUTE_NOT_FOUND', param: 'disputeId', detail });
    }
    const note = await creditNoteOf(tx, { ...dispute, named: body.creditNoteId });
    const standing = dispute.state === 'open' ? 'open' : 'resolved';
    const resolution: DisputeResolution =
      body.resolution === 'for-seller'
        ? { kind: 'for-seller' }
        : { kind: 'for-customer', creditAmount: note?.totalAmount ?? dispute.amount };
    const outcome = resolve({ disputeId, amount: dispute.amount, standing }, resolution);
    if (outcome.kind === 'refused') throw outcome.refusal;
    await callIn(tx, receivableCommands.resolveDispute, [
      ctx,
      { disputeId, resolution: body.resolution, creditNoteId: note?.id },
    ]);
    const resolved = await tx.dispute.findUniqueOrThrow({ where: { id: disputeId } });
    return { status: 200, body: shownDispute(resolved) };
  },
);

/** The credit note that was named, or the newest that names the dispute; the books refuse it when there is none. */
async function creditNoteOf(
  tx: Transaction,
  dispute: Readonly<{ id: string; invoiceId: string; named: string | undefined }>,
): Promise<Readonly<{ id: string; totalAmount: bigint }> | undefined> {
  const { id: disputeId, invoiceId, named } = dispute;
  const note = await tx.creditNote.findFirst({
    where: named === undefined ? { disputeId } : { id: named, invoiceId },
    orderBy: { issuedAt: 'desc' },
    select: { id: true, totalAmount: true },
  });
  if (note !== null) return note;
  if (named === undefined) return undefined;
  const detail = 'This invoice has no such credit note.';
  throw new Refusal({ code: 'CREDIT_NOTE_UNSUITABLE', param: 'creditNoteId', detail });
}
