import { Temporal } from 'temporal-polyfill';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import { refreshRisk } from '../../activities/risk/refresh-risk.js';
import type { Secret } from '../../platform/secret.js';
import type { Database } from '../../prisma/database.js';
import { dayOf, type MasterData } from '../make-master-data.js';
import { createRandom } from '../random.js';
import { recordSeedProgress, type SeedProgress } from '../seed-record.js';
import { workOnCases } from './agency-cases.js';
import { remit } from './agency-money.js';
import { bankFile } from './banking.js';
import { chase } from './chase.js';
import { followPlacements } from './follow-placements.js';
import { workInTheOffice } from './office.js';
import { settleEndedLives } from './outbox.js';
import { rememberLives } from './lives.js';
import { openPostOffice } from './post-office.js';
import { restock } from './restock.js';
import { roundOff } from './round-off.js';
import { deliver, trade } from './trade.js';
import {
  clockAt,
  isAfter,
  momentOf,
  STAFF_IN_HISTORY,
  type StaffMember,
  type StaffRole,
  type World,
} from './world.js';
import { approveWriteOffs } from './write-offs.js';

export type HistoryPlan = Readonly<{
  database: Database;
  master: MasterData;
  progress: SeedProgress;
  codecKey: Secret;
  /** Folder of the installation; letters of the past are in its mailbox. */
  home: string;
  say: (line: string) => void;
}>;

/**
 * Books the weeks day by day, with the product's own commands and a clock set to the past. The platform may run
 * meanwhile: present sales are later than `until` and are ignored, and workflows of past sales do not start, because
 * their outbox rows are held. Each day has its own transactions and can be repeated: an interrupted history begins its
 * last day again and finds what is done.
 */
export async function makeHistory(plan: HistoryPlan): Promise<SeedProgress> {
  const { database, say } = plan;
  let { progress } = plan;
  const world = await openWorld(plan, {
    debtorsNoted: () => progress.debtors,
    noteDebtors: async (debtors) => {
      progress = { ...progress, debtors };
      await recordSeedProgress(database, { progress, standing: 'begun' });
    },
  });
  for (const day of daysLeft(progress)) {
    await live(world, day);
    progress = { ...progress, doneThrough: day.toString() };
    await recordSeedProgress(database, { progress, standing: 'begun' });
    if (day.dayOfWeek === LAST_DAY_OF_WEEK)
      say(await summaryOf(database, `history until ${day.toString()}`));
  }
  await roundOff(world);
  await refreshRisk({ database, clock: clockAt(world.until) });
  await settleEndedLives(database);
  say(await summaryOf(database, 'history complete'));
  return progress;
}

const LAST_DAY_OF_WEEK = 7;

async function openWorld(
  { database, master, progress, codecKey, home }: HistoryPlan,
  notes: Pick<World, 'debtorsNoted' | 'noteDebtors'>,
): Promise<World> {
  return {
    ...master,
    ...notes,
    database,
    codecKey,
    mailerAt: openPostOffice(database, home),
    lives: rememberLives(),
    habits: new Map(),
    random: createRandom(progress.seed).fork('history'),
    sources: createCaptureSources(database),
    staff: await findStaff(database),
    until: Temporal.Instant.from(progress.until),
  };
}

async function findStaff({ prisma }: Database): Promise<World['staff']> {
  const users = await prisma.appUser.findMany({ where: { role: { in: [...STAFF_IN_HISTORY] } } });
  const members = users.map(({ role, id, name }): [string, StaffMember] => [role, { id, name }]);
  return Object.fromEntries(members) as Record<StaffRole, StaffMember>;
}

function daysLeft({ from, until, doneThrough }: SeedProgress): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  const last = dayOf(Temporal.Instant.from(until));
  let day =
    doneThrough === null
      ? dayOf(Temporal.Instant.from(from))
      : Temporal.PlainDate.from(doneThrough).add({ days: 1 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

/** One day in the order of its hours, except that all sales of the day come at the time when goods leave. */
async function live(world: World, day: Temporal.PlainDate): Promise<void> {
  await restock(world, day);
  await bankFile(world, day);
  await chase(world, day);
  await workInTheOffice(world, day);
  await collectWithPartners(world, day);
  await deliver(world, day);
  await trade(world, day);
}

async function collectWithPartners(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '13:00');
  if (isAfter(at, world.until)) return;
  await followPlacements(world, at);
  await workOnCases(world, { day, at });
  await remit(world, { day, at });
  await approveWriteOffs(world, { day, at });
  await followPlacements(world, at.add({ seconds: 30 }));
}

async function summaryOf({ prisma }: Database, what: string): Promise<string> {
  const [sales, invoices, payments, notices, placements] = await Promise.all([
    prisma.sale.count(),
    prisma.invoice.count(),
    prisma.payment.count(),
    prisma.dunningNotice.count({ where: { state: 'sent' } }),
    prisma.placement.count(),
  ]);
  return `${what}: ${sales} sales, ${invoices} invoices, ${payments} payments, ${notices} reminders, ${placements} placements`;
}
