import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';

/**
 * Resolves quarantine entries and ends their work items; entries resolved before stay as they are. The entry keeps who
 * resolved it and `why`; the audit trail keeps the work item. Answers how many were resolved.
 */
export async function resolveQuarantine(
  tx: Transaction,
  ctx: CommandContext,
  { ids, why }: Readonly<{ ids: readonly string[]; why: string }>,
): Promise<number> {
  const ended = await tx.$queryRaw<unknown[]>`
    WITH resolved AS (
      UPDATE quarantine SET resolved_at = ${ctx.at}::timestamptz, resolved_by = ${`${ctx.actor.name}: ${why}`}
      WHERE id = ANY (${[...ids]}::uuid[]) AND resolved_at IS NULL RETURNING id)
    SELECT end_work_item(${JSON.stringify(ctx)}::jsonb, 'quarantine', id::text)::text AS ended FROM resolved`;
  await tx.$queryRaw`
    SELECT end_quarantine_overflow(${JSON.stringify(ctx)}::jsonb, ${[...ids]}::uuid[])::text`;
  return ended.length;
}
