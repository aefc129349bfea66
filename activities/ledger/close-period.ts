import type { CommandContext } from '../../domain/context.js';
import * as ledgerCommands from '../../prisma/commands/ledger.js';
import { callIn, type Transaction } from '../../prisma/database.js';

/** Closes an accounting period. `today` in the zone of its legal entity. @throws Refusal those of `close_period`. */
export async function closePeriod(
  tx: Transaction,
  ctx: CommandContext,
  period: Readonly<{ periodId: string; today: string }>,
): Promise<void> {
  await callIn(tx, ledgerCommands.closePeriod, [ctx, period]);
}
