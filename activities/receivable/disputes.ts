import type { CommandContext } from '../../domain/context.js';
import type { MoneyOnWire } from '../../domain/money/money.js';
import {
  refuseDispute,
  resolveDispute as resolve,
  type DisputeResolution,
} from '../../domain/receivable/dispute.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { amountFor, lockInvoice } from './locked-invoice.js';

export type Objection = Readonly<{
  invoiceId: string;
  reason: string;
  /** When left out: all that is open and not disputed yet. */
  amount: MoneyOnWire | undefined;
}>;

/**
 * Records that a customer objects to an invoice. Answers the id of the dispute.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, those of `amountFor`, `refuseDispute` and `open_dispute`.
 */
export async function openDispute(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, reason, amount }: Objection,
): Promise<string> {
  const invoice = await lockInvoice(tx, ctx, invoiceId);
  const disputed = amount === undefined ? undefined : amountFor(invoice, amount);
  const refusal = disputed === undefined ? undefined : refuseDispute(disputed.amount, invoice);
  if (refusal !== undefined) throw refusal;
  const { disputeId } = await callIn(tx, receivableCommands.openDispute, [
    ctx,
    {
      invoiceId,
      reason,
      ...(disputed === undefined ? {} : { amount: disputed.amount.toString() }),
    },
  ]);
  return disputeId;
}

export type Decision = Readonly<{
  disputeId: string;
  resolution: InputOf<typeof receivableCommands.resolveDispute>['resolution'];
  /** When left out: the newest credit note that names the dispute. */
  creditNoteId: string | undefined;
}>;

/**
 * Resolves a dispute for the customer or for the seller.
 *
 * @throws Refusal `DISPUTE_NOT_FOUND`, `CREDIT_NOTE_UNSUITABLE`, those of the rule and of `resolve_dispute`.
 */
export async function resolveDispute(
  tx: Transaction,
  ctx: CommandContext,
  { disputeId, resolution, creditNoteId }: Decision,
): Promise<void> {
  const dispute = await tx.dispute.findUnique({ where: { id: disputeId } });
  if (dispute === null) {
    const detail = 'There is no such dispute.';
    throw new Refusal({ code: 'DISPUTE_NOT_FOUND', param: 'disputeId', detail });
  }
  const note = await creditNoteOf(tx, { ...dispute, named: creditNoteId });
  const standing = dispute.state === 'open' ? 'open' : 'resolved';
  const decided: DisputeResolution =
    resolution === 'for-seller'
      ? { kind: 'for-seller' }
      : { kind: 'for-customer', creditAmount: note?.totalAmount ?? dispute.amount };
  const outcome = resolve({ disputeId, amount: dispute.amount, standing }, decided);
  if (outcome.kind === 'refused') throw outcome.refusal;
  await callIn(tx, receivableCommands.resolveDispute, [
    ctx,
    { disputeId, resolution, creditNoteId: note?.id },
  ]);
}

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
