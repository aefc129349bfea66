import type { CommandContext } from '../../domain/context.js';
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

/** Lets reminders go on. @throws Refusal those of `release_hold`. */
export async function releaseHold(
  tx: Transaction,
  ctx: CommandContext,
  holdId: string,
): Promise<void> {
  await callIn(tx, receivableCommands.releaseHold, [ctx, { holdId }]);
}
