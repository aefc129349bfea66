import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { createCollectionActivities } from '../../../activities/collection/collection-activities.js';
import { commissionOf, type CommissionSchedule } from '../../../domain/collection/commission.js';
import type { CommandContext } from '../../../domain/context.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { callIn, type Database } from '../../database.js';
import { COMPANY } from '../data/company.js';
import { dateOf } from '../days.js';
import { dayOf } from '../make-master-data.js';
import type { Random } from '../random.js';
import { plainDate } from './desk.js';
import type { Transfer } from './habits.js';
import { remit, scheduleOf } from './remit.js';
import { clockAt, isAfter, momentOf, staffContext, type World } from './world.js';

/** A placement with what an agency needs to know of it. */
type Case = Awaited<ReturnType<typeof openCases>>[number];

function openCases({ prisma }: Database) {
  return prisma.placement.findMany({
    include: { agency: true, invoice: { select: { saleId: true, number: true } } },
    orderBy: { number: 'asc' },
  });
}

/** How an agency fares with a case; days count from the hand-off. */
type Report = Readonly<{
  afterDays: number;
  type: 'contacted' | 'promise' | 'payment' | 'uncollectible';
  /** Of what was placed, in hundredths. */
  percent?: number;
}>;

const CONTACTED: Report = { afterDays: 2, type: 'contacted' };

const COURSES: readonly (readonly [course: readonly Report[], weight: number])[] = [
  [
    [
      CONTACTED,
      { afterDays: 5, type: 'promise', percent: 50 },
      { afterDays: 9, type: 'payment', percent: 50 },
      { afterDays: 22, type: 'uncollectible' },
    ],
    45,
  ],
  [[CONTACTED, { afterDays: 10, type: 'payment', percent: 100 }], 25],
  // This one transfers to us instead.
  [[CONTACTED], 15],
  [[CONTACTED, { afterDays: 20, type: 'uncollectible' }], 15],
];

const directAfterDays = 8;
const acknowledgedAfterDays = 1;

function courseOf(one: Case, random: Random): readonly Report[] {
  return random.fork(`course of ${one.invoice.saleId}`).weighted(COURSES);
}

/** The agencies' day: cases are fetched, acknowledged and worked on; on Fridays what was collected is remitted. */
export async function collect(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '13:00');
  if (isAfter(at, world.until)) return;
  await followPlacements(world, at);
  for (const one of await openCases(world.database)) {
    const age = plainDate(one.placedOn).until(day).days;
    if (one.closedAt !== null || age < acknowledgedAfterDays) continue;
    const ctx = partnerContext(one, at);
    await world.database.partnerTransaction({ ctx, agencyId: one.agencyId }, (tx) =>
      callIn(tx, 'acknowledge_placement', [ctx, { placementId: one.id, accepted: true }]),
    );
    for (const [index, report] of courseOf(one, world.random).entries()) {
      if (report.afterDays === age) await tell(world, one, { report, sequence: index + 1, at, ctx });
    }
  }
  await remit(world, { day, at });
  await giveUp(world, { day, at });
  await followPlacements(world, at);
}

/** What the workflow `placement` does: tells the agency, recalls, closes. */
async function followPlacements({ database, logger }: World, at: Temporal.Instant): Promise<void> {
  void logger;
  const clock = clockAt(at);
  const open = await database.prisma.placement.findMany({
    where: { closedAt: null },
    select: { id: true },
  });
  for (const { id: placementId } of open) {
    const steps = 4;
    for (let step = 1; step <= steps; step += 1) {
      const next = await placements(database, clock).decidePlacementStep({ placementId });
      if (next.kind === 'wait') break;
      if (next.kind === 'tell') await placements(database, clock).tellAgency({ placementId });
      if (next.kind === 'close') {
        await placements(database, clock).closePlacement({ placementId });
        break;
      }
    }
  }
}
