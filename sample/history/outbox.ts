import type { Database } from '../../prisma/database.js';

/** Outcome of pokes of the past, which need no workflow. */
const OUTCOME = 'made by the seed';

/** Lives that were poked since the last call. The seed handles these pokes instead of the workflows. */
export async function takePokes({ prisma }: Database): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE poke SET sent_at = now(), outcome = ${OUTCOME} WHERE sent_at IS NULL AND held
    RETURNING workflow_id AS id`;
  return rows.map(({ id }) => id);
}

/**
 * Lives that have ended already are not started: those of closed sales and of booked bank files. All others
 * stay in the outbox until the history is complete.
 */
export async function settleEndedLives({ prisma }: Database): Promise<void> {
  await prisma.$executeRaw`
    UPDATE workflow_start w SET started_at = now() FROM sale_lifecycle l
    WHERE w.held AND w.started_at IS NULL AND l.closed_at IS NOT NULL AND w.workflow_id = 'sale:' || l.sale_id`;
  await prisma.$executeRaw`
    UPDATE workflow_start w SET started_at = now() FROM bank_statement s
    WHERE w.held AND w.started_at IS NULL AND s.state IN ('booked', 'refused', 'given-up')
      AND w.workflow_id = 'statement:' || encode(s.file_hash, 'hex')`;
}

/** After the seed has ended, the starter starts the other lives; their first steps find what is done, and money that waits is matched again. */
export async function letLivesGo({ prisma }: Database): Promise<void> {
  await prisma.workflowStart.updateMany({
    where: { held: true, startedAt: null },
    data: { held: false, createdAt: new Date() },
  });
  await prisma.matchRequest.updateMany({ where: { held: true }, data: { held: false } });
}
