import { CAPTURE_DOOR } from '../../contract/sale/capture-sale.js';
import { SYNC_DOOR } from '../../contract/sale/sync-sales.js';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import { resolveQuarantine } from '../quarantine/resolve-quarantine.js';

/** A pass ends at most so many refusals; the next pass goes on. */
const ENDED_MAX = 500;
const WHY = 'the sale was booked under this id afterwards';

/**
 * Ends the refusals of sales that were corrected and booked later under the same id. A refusal after the booking
 * concerns other content and stays for a person, as does one from another till under the same id. Answers how many were
 * ended.
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
