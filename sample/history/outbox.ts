import type { Database } from '../../prisma/database.js';

/** How the outbox says that a hint of the past needs nobody any more. */
const OUTCOME = 'made by the seed';

/** What was to be looked at again has been looked at: the day is over. */
export async function settlePokes({ prisma }: Database): Promise<void> {
  await prisma.poke.updateMany({
    where: { sentAt: null },
    data: { sentAt: new Date(), outcome: OUTCOME },
  });
}

/**
 * Lives that have ended already are not started: those of closed sales and of booked bank files. All others
 * stay in the outbox, and the starter brings them to life; their first steps find what is done.
 */
export async function settleEndedLives({ prisma }: Database): Promise<void> {
  await prisma.$executeRaw`
    UPDATE workflow_start w SET started_at = now() FROM sale_lifecycle l
    WHERE w.started_at IS NULL AND l.closed_at IS NOT NULL AND w.workflow_id = 'sale:' || l.sale_id`;
  await prisma.$executeRaw`
    UPDATE workflow_start w SET started_at = now() FROM bank_statement s
    WHERE w.started_at IS NULL AND s.state IN ('booked', 'refused')
      AND w.workflow_id = 'statement:' || encode(s.file_hash, 'hex')`;
}
