import { CAPTURE_DOOR } from '../../contract/sale/capture-sale.js';
import { SYNC_DOOR } from '../../contract/sale/sync-sales.js';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import { resolveQuarantine } from '../quarantine/resolve-quarantine.js';

/** A pass ends at most so many; the next one goes on. */
const ENDED_MAX = 500;
const WHY = 'the sale was booked under this id afterwards';

/**
 * Ends the refusals of sales that were put right and booked under the same id: nobody misses them any more. What was
 * refused after the sale was booked is another content and stays for a person, as does what another till sent under the
 * id. Answers how many were ended.
 */
export async function endRefusalsOfBooked(
  database: Database,
  ctx: CommandContext,
): Promise<number> {
  const refused = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM quarantine q
    JOIN sale s ON s.id = CASE WHEN q.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN q.subject_id::uuid END
    WHERE q.resolved_at IS NULL AND q.door IN (${CAPTURE_DOOR}, ${SYNC_DOOR}) AND s.booked_at > q.received_at
      AND NOT EXISTS (SELECT 1 FROM api_key k WHERE k.key_id = q.actor_id AND k.terminal_id <> s.terminal_id)
    ORDER BY q.received_at LIMIT ${ENDED_MAX}`;
  if (refused.length === 0) return 0;
  const ids = refused.map(({ id }) => id);
  return database.transaction(ctx, (tx) => resolveQuarantine(tx, ctx, { ids, why: WHY }));
}
