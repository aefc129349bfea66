import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { businessDayOf } from '../business-day-of.js';

/**
 * Undoes an allocation and the deductions of the same item.
 *
 * @throws Refusal `NOT_FOUND` and those of `reverse_settlement`.
 */
export async function reverseAllocation(
  tx: Transaction,
  ctx: CommandContext,
  undo: Readonly<{ allocationId: string; reason: string | null; clock: Clock }>,
): Promise<void> {
  const { allocationId, reason, clock } = undo;
  const reversedOn = await businessDayOf(tx, clock, { allocationId });
  await callIn(tx, paymentCommands.reverseSettlement, [ctx, { allocationId, reversedOn, reason }]);
}
