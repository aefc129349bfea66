import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import type { Database } from '../../prisma/database.js';

/**
 * Replaces the password of the person whose open session it is, and ends the others of the person. Answers those that
 * ended; null when the own session is not open any more.
 */
export async function replacePassword(
  database: Pick<Database, 'call'>,
  ctx: CommandContext,
  wish: InputOf<typeof peopleCommands.replacePassword>,
) {
  return (await database.call(peopleCommands.replacePassword, ctx, wish)).ended;
}
