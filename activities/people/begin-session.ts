import type { CommandContext } from '../../domain/context.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import type { Database } from '../../prisma/database.js';

/** Begins the session of a person, with its sign-in. Answers its id; null when the person was disabled meanwhile. */
export async function beginSession(
  database: Pick<Database, 'call'>,
  ctx: CommandContext,
  session: InputOf<typeof peopleCommands.beginSession>,
): Promise<string | null> {
  return (await database.call(peopleCommands.beginSession, ctx, session)).sessionId;
}
