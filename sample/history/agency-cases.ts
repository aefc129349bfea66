import type { Temporal } from 'temporal-polyfill';
import { reportEvent } from '../../activities/collection/report-event.js';
import type { CommandContext } from '../../domain/context.js';
import { money, moneyToWire } from '../../domain/money/money.js';
import { canonicalSale } from '../../domain/sale/canonical-sale.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Database } from '../../prisma/database.js';
import { COMPANY } from '../data/company.js';
import { dayOf } from '../make-master-data.js';
import { plainDate } from './desk.js';
import type { World } from './world.js';

/** An agency's reports on a case; days count from the placement. */
type Report = Readonly<{
  afterDays: number;
  type: 'contacted' | 'promise' | 'payment' | 'uncollectible';
  /** Percent of the placed amount. */
  percent?: number;
}>;

type Course = 'half-collected' | 'all-collected' | 'paid-direct' | 'nothing-there';

const COURSES = [
  ['half-collected', 40],
  ['all-collected', 25],
  ['paid-direct', 15],
  ['nothing-there', 20],
] as const satisfies readonly (readonly [Course, number])[];

const CONTACTED: Report = { afterDays: 2, type: 'contacted' };

const REPORTS: Readonly<Record<Course, readonly Report[]>> = {
  'half-collected': [
    CONTACTED,
    { afterDays: 5, type: 'promise', percent: 50 },
    { afterDays: 9, type: 'payment', percent: 50 },
    { afterDays: 20, type: 'uncollectible' },
  ],
  'all-collected': [CONTACTED, { afterDays: 10, type: 'payment', percent: 100 }],
  'paid-direct': [CONTACTED],
  'nothing-there': [CONTACTED, { afterDays: 16, type: 'uncollectible' }],
};

const ACKNOWLEDGED_AFTER_DAYS = 1;

export type Case = Awaited<ReturnType<typeof readCases>>[number];

export function readCases({ prisma }: Database) {
  return prisma.placement.findMany({
    include: {
      agency: true,
      agreement: true,
      events: true,
      customer: { select: { legalName: true } },
      invoice: { select: { saleId: true, number: true } },
    },
    orderBy: { number: 'asc' },
  });
}

export function courseOf({ invoice }: Case, { random }: World): Course {
  return random.fork(`course of ${invoice.saleId}`).weighted<Course>(COURSES);
}

/** The agencies acknowledge their cases on the next day and report on them as they go. */
export async function workOnCases(
  world: World,
  { day, at }: Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>,
): Promise<void> {
  for (const one of await readCases(world.database)) {
    const age = plainDate(one.placedOn).until(day, { largestUnit: 'days' }).days;
    if (one.closedAt !== null || one.state === 'recalled') continue;
    if (age >= ACKNOWLEDGED_AFTER_DAYS && one.acknowledgedAt === null)
      await acknowledge(world, one, at);
    const report = REPORTS[courseOf(one, world)].find(({ afterDays }) => afterDays === age);
    if (report !== undefined) await tell(world, one, { report, at });
  }
}

async function acknowledge({ database }: World, one: Case, at: Temporal.Instant): Promise<void> {
  const ctx = agencyContext(one, at);
  await database.partnerTransaction({ ctx, agencyId: one.agencyId }, (tx) =>
    callIn(tx, collectionCommands.acknowledgePlacement, [
      ctx,
      { placementId: one.id, accepted: true },
    ]),
  );
}

type Telling = Readonly<{ report: Report; at: Temporal.Instant }>;

async function tell({ database }: World, one: Case, { report, at }: Telling): Promise<void> {
  const isTold = one.events.some((event) => event.occurredAt.getTime() === at.epochMilliseconds);
  const amount = amountOf(one, report);
  if (isTold || amount === 0n) return;
  const ctx = agencyContext(one, at);
  const { type } = report;
  const sequence = one.lastSequence + 1;
  const promisedFor = type === 'promise' ? dayOf(at).add({ days: 4 }).toString() : undefined;
  const reason = type === 'uncollectible' ? 'Debtor has closed the business' : undefined;
  const paid = amount === undefined ? undefined : money(amount, COMPANY.currency);
  const said = {
    sequence,
    type,
    occurredAt: at.toString(),
    amount: paid === undefined ? undefined : moneyToWire(paid),
    promisedFor,
    reason,
  };
  await database.partnerTransaction({ ctx, agencyId: one.agencyId }, (tx) =>
    reportEvent(tx, ctx, {
      placementId: one.id,
      sequence,
      type,
      occurredAt: at.toString(),
      amount: paid,
      promisedFor,
      reason,
      content: canonicalSale(said),
    }),
  );
}

/** In whole thousands, never more than is left. */
function amountOf(
  { placedAmount, outstandingAmount }: Case,
  { percent }: Report,
): bigint | undefined {
  if (percent === undefined) return undefined;
  const wished =
    percent === 100 ? placedAmount : ((placedAmount * BigInt(percent)) / 100_000n) * 1_000n;
  return wished < outstandingAmount ? wished : outstandingAmount;
}

export function agencyContext(
  { agency }: Pick<Case, 'agency'>,
  at: Temporal.Instant,
): CommandContext {
  return {
    actor: { kind: 'partner', id: agency.id, name: agency.name },
    origin: 'seed',
    at: at.toString(),
    requestId: `seed-${agency.code}-${at.epochMilliseconds}`,
  };
}
