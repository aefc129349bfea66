import type { CommandContext } from '../../domain/context.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as receiptCommands from '../../prisma/commands/receipt.js';
import type { Database } from '../../prisma/database.js';

/** Requests a copy of a receipt; it is printed after the original. @throws Refusal those of `request_copy`. */
export function requestCopy(
  database: Database,
  ctx: CommandContext,
  saleId: string,
): Promise<AnswerOf<typeof receiptCommands.requestCopy>> {
  return database.call(receiptCommands.requestCopy, ctx, { saleId });
}
