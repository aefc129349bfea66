import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { lockInvoice } from './locked-invoice.js';

export type ReasonToWait = Omit<InputOf<typeof receivableCommands.placeHold>, 'today'>;

/** Stops reminders for a while. Answers the id of the hold. @throws Refusal `INVOICE_NOT_FOUND` and those of `place_hold`. */
export async function placeHold(
  tx: Transaction,
  ctx: CommandContext,
  reason: ReasonToWait,
): Promise<string> {
  const { today } = await lockInvoice(tx, ctx, reason.invoiceId);
  const input = { ...reason, today: today.toString() };
  const { holdId } = await callIn(tx, receivableCommands.placeHold, [ctx, input]);
  return holdId;
}

export type KeptHold = Omit<InputOf<typeof receivableCommands.keepHold>, 'today'>;

/** Keeps a hold that came back as work. @throws Refusal `HOLD_NOT_FOUND` and those of `keep_hold`. */
export async function keepHold(
  tx: Transaction,
  ctx: CommandContext,
  kept: KeptHold,
): Promise<void> {
  const { today } = await lockInvoice(tx, ctx, await invoiceOfHold(tx, kept.holdId));
  await callIn(tx, receivableCommands.keepHold, [ctx, { ...kept, today: today.toString() }]);
}

/** The invoice that it holds, or one of the customer that it holds: their legal entity has the day. */
async function invoiceOfHold(tx: Transaction, holdId: string): Promise<string> {
  const hold = await tx.dunningHold.findUnique({ where: { id: holdId } });
  if (hold?.invoiceId != null) return hold.invoiceId;
  const customerId = hold?.customerId ?? undefined;
  const invoice =
    customerId === undefined ? null : await tx.invoice.findFirst({ where: { customerId } });
  if (invoice !== null) return invoice.id;
  throw new Refusal({
    code: 'HOLD_NOT_FOUND',
    param: 'holdId',
    detail: 'There is no such hold.',
  });
}

/** Lets reminders go on. @throws Refusal those of `release_hold`. */
export async function releaseHold(
  tx: Transaction,
  ctx: CommandContext,
  holdId: string,
): Promise<void> {
  await callIn(tx, receivableCommands.releaseHold, [ctx, { holdId }]);
}
