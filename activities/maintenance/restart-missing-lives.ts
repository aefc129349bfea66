import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';

/** A pass restarts at most so many; the next pass goes on. */
const HEALED_MAX = 500;

/**
 * Puts the start of each missing life back into the outbox. Temporal refuses a life that was ended by hand as a
 * duplicate; it stays a finding of `lunas verify`, for a person. Answers how many were put back.
 */
export async function restartMissingLives(
  { prisma }: Pick<Database, 'prisma'>,
  workflowIds: readonly string[],
): Promise<number> {
  const wanted = workflowIds.slice(0, HEALED_MAX);
  if (wanted.length === 0) return 0;
  // `created_at` is set anew, so that the row does not count as overdue.
  const known = await prisma.$executeRaw`
    UPDATE workflow_start SET started_at = NULL, created_at = now()
    WHERE workflow_id = ANY (${wanted}) AND started_at IS NOT NULL`;
  const receivables = await prisma.$executeRaw`
    INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
    SELECT 'receivable', 'receivable:' || r.invoice_id, 'receivables',
      jsonb_build_object('invoiceId', r.invoice_id), receivable_search_attributes(r.invoice_id)
    FROM receivable r WHERE r.closed_at IS NULL AND 'receivable:' || r.invoice_id = ANY (${wanted})
    ON CONFLICT (workflow_id) DO NOTHING`;
  const placements = await prisma.$executeRaw`
    INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
    SELECT 'placement', 'placement:' || p.id, 'receivables',
      jsonb_build_object('placementId', p.id),
      receivable_search_attributes(p.invoice_id) || jsonb_build_object('Stage', 'placed')
    FROM placement p WHERE p.closed_at IS NULL AND 'placement:' || p.id = ANY (${wanted})
    ON CONFLICT (workflow_id) DO NOTHING`;
  return known + receivables + placements;
}

/** Pokes sales whose delivery time has run out; their own timers should have done it. */
export function pokeExpiredDeliveries(
  { prisma }: Pick<Database, 'prisma'>,
  clock: Clock,
): Promise<number> {
  return prisma.$executeRaw`
    INSERT INTO poke (workflow_id, reason)
    SELECT 'sale:' || sale_id, 'delivery-expired' FROM sale_lifecycle
    WHERE delivery_state = 'pending' AND delivery_expires_at < ${new Date(clock.nowMs())} LIMIT ${HEALED_MAX}`;
}
