import type { Client } from '@temporalio/client';
import type { Database } from '../../prisma/database.js';
import type { Finding } from './verify-books.js';

const PLACES_MAX = 10;
/** Rows committed within this time may still be on their way through the outbox, or about to end. */
const SETTLING_MS = 60_000;

type LifeRow = Readonly<{ id: string }>;

/** Workflow ids: `missing` should run and does not, `orphaned` runs and should not. */
export type Discrepancies = Readonly<{ missing: readonly string[]; orphaned: readonly string[] }>;

/**
 * Compares the books with the running workflows, both ways: a row that must have a life has exactly
 * one, and every running life has a row that is not closed. Changes nothing.
 */
export async function verifyLives(
  database: Pick<Database, 'prisma'>,
  client: Client,
): Promise<readonly Finding[]> {
  const { missing, orphaned } = await compareLives(database, client);
  return [
    {
      id: 'L1',
      says: 'whatever is not closed in the books has its running workflow',
      places: missing.slice(0, PLACES_MAX),
    },
    {
      id: 'L2',
      says: 'whatever runs is not closed in the books',
      places: orphaned.slice(0, PLACES_MAX),
    },
  ];
}

/** As `verifyLives`, but complete, for restarting missing lives. */
export async function compareLives(
  database: Pick<Database, 'prisma'>,
  client: Client,
): Promise<Discrepancies> {
  const running = await runningWorkflows(client);
  const expected = await openRows(database);
  const settling = await settlingIds(database);
  const awaitingPaper = await awaitingPaperIds(database);
  const missing = [...expected].filter((id) => !running.has(id) && !settling.has(id));
  const orphaned = [...running]
    .filter(
      ([id, startedMs]) => !expected.has(id) && isLife(id) && Date.now() - startedMs > SETTLING_MS,
    )
    .map(([id]) => id)
    .filter((id) => !settling.has(id) && !awaitingPaper.has(id));
  return { missing, orphaned };
}

async function runningWorkflows(client: Client): Promise<Map<string, number>> {
  const running = new Map<string, number>();
  for await (const { workflowId, startTime } of client.workflow.list({
    query: 'ExecutionStatus = "Running"',
  })) {
    running.set(workflowId, startTime.getTime());
  }
  return running;
}

/** Rows whose workflow must run: open sales, open receivables, open placements. */
async function openRows({ prisma }: Pick<Database, 'prisma'>): Promise<Set<string>> {
  const rows = await prisma.$queryRaw<LifeRow[]>`
    SELECT 'sale:' || sale_id AS id FROM sale_lifecycle l WHERE closed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM invoice i JOIN workflow_start w ON w.workflow_id = 'receivable:' || i.id WHERE i.sale_id = l.sale_id)
    UNION ALL SELECT 'receivable:' || invoice_id FROM receivable WHERE closed_at IS NULL
    UNION ALL SELECT 'placement:' || id FROM placement WHERE closed_at IS NULL`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Lives that changed just now, wait in the outbox (with the lives inside them), or wait for a mail: these are not
 * findings yet.
 */
async function settlingIds({ prisma }: Pick<Database, 'prisma'>): Promise<Set<string>> {
  const rows = await prisma.$queryRaw<LifeRow[]>`
    SELECT workflow_id AS id FROM workflow_start WHERE started_at IS NULL
    UNION SELECT unnest(ARRAY['receivable:' || i.id, 'placement:' || p.id])
      FROM workflow_start w JOIN invoice i ON w.workflow_id = 'sale:' || i.sale_id
      LEFT JOIN placement p ON p.invoice_id = i.id AND p.closed_at IS NULL
      WHERE w.started_at IS NULL
    UNION SELECT workflow_id FROM poke WHERE sent_at IS NULL
      OR created_at > now() - make_interval(secs => ${SETTLING_MS / 1000})
    UNION SELECT 'sale:' || row_id FROM audit_row
      WHERE table_name IN ('sale', 'sale_lifecycle') AND recorded_at > now() - make_interval(secs => ${SETTLING_MS / 1000})
    UNION SELECT 'receivable:' || row_id FROM audit_row
      WHERE table_name IN ('receivable', 'invoice') AND recorded_at > now() - make_interval(secs => ${SETTLING_MS / 1000})
    UNION SELECT unnest(array_remove(ARRAY['receivable:' || m.invoice_id, 'sale:' || i.sale_id], NULL)) FROM mail_message m
      JOIN invoice i ON i.id = m.invoice_id WHERE m.state IN ('waiting', 'sending')
    UNION SELECT 'placement:' || row_id FROM audit_row
      WHERE table_name = 'placement' AND recorded_at > now() - make_interval(secs => ${SETTLING_MS / 1000})`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Sales whose receipt is not printed yet, or was printed just now: their workflow still runs for the receipt, even when
 * the sale has ended. The workflow limits that wait; then the job ends as failed and the sale is no longer exempt.
 */
async function awaitingPaperIds({ prisma }: Pick<Database, 'prisma'>): Promise<Set<string>> {
  const rows = await prisma.$queryRaw<LifeRow[]>`
    SELECT 'sale:' || sale_id AS id FROM print_job WHERE kind = 'RECEIPT' AND ended_at IS NULL
    UNION SELECT 'sale:' || j.sale_id FROM audit_row a JOIN print_job j ON j.id::text = a.row_id AND j.kind = 'RECEIPT'
      WHERE a.table_name = 'print_job' AND a.recorded_at > now() - make_interval(secs => ${SETTLING_MS / 1000})`;
  return new Set(rows.map(({ id }) => id));
}

function isLife(workflowId: string): boolean {
  return /^(sale|receivable|placement):/.test(workflowId);
}
