import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';
import { addUser, setPassword, type NewUser } from './users.js';

/**
 * Adds a person with a password that is known here: the first administrator of a trial, people of the sample. As for
 * everybody else it is set by a code. What the transaction writes afterwards is in the name of `ctx` again.
 *
 * @returns The id of the person
 * @throws Refusal those of `addUser`, and `PASSWORD_WEAK`
 */
export async function addPersonWithPassword(
  tx: Transaction,
  ctx: CommandContext,
  { password, ...user }: NewUser & Readonly<{ password: string }>,
): Promise<string> {
  const { userId, code } = await addUser(tx, ctx, user);
  await setPassword(tx, ctx, { code, password });
  await tx.$queryRaw`SELECT enter_context(${JSON.stringify(ctx)}::jsonb)::text AS entered`;
  return userId;
}
