import type { Temporal } from 'temporal-polyfill';
import { createDunningActivities } from '../../activities/dunning/dunning-activities.js';
import { clockAt, isAfter, momentOf, type World } from './world.js';

/** A receivable that takes more steps on one morning than this goes round in circles. */
const STEPS_MAX = 6;

/**
 * Mid-morning, within contact hours: every receivable whose time has come, or of which something has
 * changed, takes its next step, exactly as its workflow would.
 */
export async function chase(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '10:00');
  if (isAfter(at, world.until)) return;
  const { database } = world;
  const clock = clockAt(at);
  const receivables = createDunningActivities({ database, clock, mailer: world.mailerAt(clock) });
  const due = await database.prisma.$queryRaw<{ invoice_id: string }[]>`
    SELECT r.invoice_id FROM receivable r JOIN invoice i ON i.id = r.invoice_id
    WHERE r.closed_at IS NULL AND (r.next_step_at IS NULL OR r.next_step_at <= ${at.toString()}::timestamptz
      OR EXISTS (SELECT 1 FROM poke p WHERE p.sent_at IS NULL AND p.workflow_id = 'receivable:' || r.invoice_id))
    ORDER BY i.number`;
  for (const { invoice_id: invoiceId } of due) await follow(receivables, invoiceId);
}

async function follow(
  receivables: ReturnType<typeof createDunningActivities>,
  invoiceId: string,
): Promise<void> {
  for (let step = 1; step <= STEPS_MAX; step += 1) {
    const next = await receivables.decideNextStep({ invoiceId });
    if (next.kind !== 'remind') return;
    await receivables.sendNotice({ invoiceId, level: next.level });
  }
  throw new Error(`the receivable ${invoiceId} finds no end of reminders`);
}
