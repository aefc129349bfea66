import type { CommandContext } from '../../domain/context.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as saleCommands from '../../prisma/commands/sale.js';
import type { Database } from '../../prisma/database.js';

/** Notes that a sandbox terminal handed goods over. @throws Refusal those of `deliver_sandbox_sale` */
export function deliverInSandbox(
  database: Pick<Database, 'call'>,
  ctx: CommandContext,
  saleId: string,
): Promise<AnswerOf<typeof saleCommands.deliverSandboxSale>> {
  return database.call(saleCommands.deliverSandboxSale, ctx, { saleId });
}

/** Counts a copy that a sandbox terminal asks for; no paper comes. @throws Refusal those of `copy_sandbox_receipt` */
export function copyInSandbox(
  database: Pick<Database, 'call'>,
  ctx: CommandContext,
  saleId: string,
): Promise<AnswerOf<typeof saleCommands.copySandboxReceipt>> {
  return database.call(saleCommands.copySandboxReceipt, ctx, { saleId });
}
