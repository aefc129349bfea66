import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as customerCommands from '../../prisma/commands/customer.js';
import { callIn, type Transaction } from '../../prisma/database.js';

/**
 * Lets one customer stand for another too. Answers the id of the merge. @throws what `merge_customers` refuses
 */
export async function mergeCustomers(
  tx: Transaction,
  ctx: CommandContext,
  merge: InputOf<typeof customerCommands.mergeCustomers>,
): Promise<string> {
  return (await callIn(tx, customerCommands.mergeCustomers, [ctx, merge])).mergeId;
}

/** Undoes a merge. @throws what `undo_customer_merge` refuses */
export async function undoCustomerMerge(
  tx: Transaction,
  ctx: CommandContext,
  undoing: InputOf<typeof customerCommands.undoCustomerMerge>,
): Promise<void> {
  await callIn(tx, customerCommands.undoCustomerMerge, [ctx, undoing]);
}
