import type { Temporal } from 'temporal-polyfill';
import { createDunningActivities } from '../../activities/dunning/dunning-activities.js';
import { clockAt, isAfter, momentOf, type World } from './world.js';

/** More rounds than this on one morning are an endless loop. */
const ROUNDS_MAX = 6;

/**
 * Mid-morning, within contact hours: every receivable that is due or has changed takes its next step, exactly as its
 * workflow would.
 */
export async function chase(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '10:00');
  if (isAfter(at, world.until)) return;
  const { database } = world;
  const clock = clockAt(at);
  const receivables = createDunningActivities({ database, clock, mailer: world.mailerAt(clock) });
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const due = await findDue(world, at);
    if (due.length === 0) return;
    for (const invoiceId of due) await follow(world, { receivables, invoiceId });
  }
  throw new Error(`the receivables find no end of steps on ${day.toString()}`);
}

/** In the order of their invoices. */
async function findDue(
  { database, lives }: World,
  at: Temporal.Instant,
): Promise<readonly string[]> {
  const open = await database.prisma.$queryRaw<{ id: string }[]>`
    SELECT r.invoice_id AS id FROM receivable r JOIN invoice i ON i.id = r.invoice_id
    WHERE r.closed_at IS NULL AND i.issued_at <= ${at.toString()}::timestamptz ORDER BY i.number`;
  const workflowIds = open.map(({ id }) => lifeOf(id));
  const due = await lives.due(database, { workflowIds, at });
  return open.map(({ id }) => id).filter((id) => due.has(lifeOf(id)));
}

type Following = Readonly<{
  receivables: ReturnType<typeof createDunningActivities>;
  invoiceId: string;
}>;

async function follow({ lives }: World, { receivables, invoiceId }: Following): Promise<void> {
  const next = await receivables.decideNextStep({ invoiceId });
  switch (next.kind) {
    case 'remind':
      await receivables.sendNotice({ invoiceId, level: next.level });
      return lives.wake(lifeOf(invoiceId));
    case 'wait':
    case 'hold':
      return lives.rest(lifeOf(invoiceId), next.untilMs);
    case 'close':
    case 'undone':
    case 'place':
    case 'await-placement':
      return lives.rest(lifeOf(invoiceId), null);
  }
}

export function lifeOf(invoiceId: string): string {
  return `receivable:${invoiceId}`;
}
