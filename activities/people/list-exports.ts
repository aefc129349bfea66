import type { CommandContext } from '../../domain/context.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import type { InputOf } from '../../prisma/commands/command.js';
import { callIn, type Transaction } from '../../prisma/database.js';

/** Records in the audit trail that a person takes a list along; answers the id of the row there. */
export async function recordListExport(
  tx: Transaction,
  ctx: CommandContext,
  taken: InputOf<typeof peopleCommands.recordListExport>,
): Promise<string> {
  const { exportId } = await callIn(tx, peopleCommands.recordListExport, [ctx, taken]);
  return exportId;
}
