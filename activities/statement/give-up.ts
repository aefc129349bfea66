import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import type { Database } from '../../prisma/database.js';
import { isRefusedByData } from '../../prisma/data-fault.js';

export type GiveUpInput = Readonly<{ statementId: string; reason: string }>;

type Deps = Readonly<{ database: Database; clock: Clock }>;

/** What is shown of a reason. */
const REASON_LENGTH_MAX = 500;

/** Ends the attempts at a bank file that fails again and again; the reason is shown, and a person is told. */
export async function giveUpStatement(
  { database, clock }: Deps,
  { statementId, reason }: GiveUpInput,
): Promise<void> {
  const origin = `statement:${statementId}`;
  const ctx = systemContext({ clock, name: 'bank-statement', origin });
  await database.call(statementCommands.giveUpStatement, ctx, {
    statementId,
    reason: reason.slice(0, REASON_LENGTH_MAX),
  });
}

/**
 * Runs a step over a bank file. What the database or the program cannot take of its content will be no other the
 * next time: the file is given up at once, and `undefined` is answered. Other faults pass, and are tried again.
 */
export async function orGiveUp<Result>(
  deps: Deps,
  statementId: string,
  step: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!isRefusedByData(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    await giveUpStatement(deps, { statementId, reason: `Its content cannot be kept: ${reason}` });
    return undefined;
  }
}
