import { Temporal } from 'temporal-polyfill';
import type { CaptureSources } from '../../activities/sale/capture/capture-sources.js';
import type { Mailer } from '../../activities/mail/send-mail.js';
import type { CommandContext } from '../../domain/context.js';
import { createClock, type Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Secret } from '../../platform/secret.js';
import type { Database } from '../../prisma/database.js';
import { COMPANY } from '../data/company.js';
import type { MasterData } from '../make-master-data.js';
import type { Random } from '../random.js';
import type { DebtorsOfDay } from '../seed-record.js';
import type { InvoiceWithHabit } from './habits.js';
import type { Lives } from './lives.js';

/** Shared by all parts of the history. */
export type World = MasterData &
  Readonly<{
    database: Database;
    random: Random;
    sources: CaptureSources;
    /** Sends letters of the past into the development mailbox. `clock` gives the moment of sending. */
    mailerAt: (clock: Clock) => Mailer;
    debtorsNoted: () => DebtorsOfDay | undefined;
    noteDebtors: (debtors: DebtorsOfDay) => Promise<void>;
    /** When each life reads the books again. */
    lives: Lives;
    /** The customer's plan, by invoice. */
    habits: Map<string, InvoiceWithHabit>;
    /** Webhook secrets are sealed with it. */
    codecKey: Secret;
    staff: Readonly<Record<StaffRole, StaffMember>>;
    /** The last moment of the history: business time now. */
    until: Temporal.Instant;
  }>;

export const STAFF_IN_HISTORY = ['cashier', 'arClerk', 'arManager', 'creditController'] as const;
export type StaffRole = (typeof STAFF_IN_HISTORY)[number];
export type StaffMember = Readonly<{ id: string; name: string }>;

/** A clock fixed at one moment of the past. */
export function clockAt({ epochMilliseconds }: Temporal.Instant): Clock {
  return createClock({ businessEpochMs: epochMilliseconds, realEpochMs: 0, speed: 1 }, () => 0);
}

/** A time of day, `HH:MM`, in the company's zone. */
export function momentOf(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: COMPANY.timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

export function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}

/** Context of a member of staff at a moment of the past. */
export function staffContext(
  { staff }: Pick<World, 'staff'>,
  act: Readonly<{ role: StaffRole; at: Temporal.Instant; request: string }>,
): CommandContext {
  const { id, name } = staff[act.role];
  return {
    actor: { kind: 'user', id, name },
    origin: 'seed',
    at: act.at.toString(),
    requestId: `seed-${act.request}`,
  };
}

/** Context of a system at a moment of the past. */
export function systemAt(at: Temporal.Instant, name: string): CommandContext {
  return systemContext({ clock: clockAt(at), name, origin: 'seed', requestId: `seed-${name}` });
}

/** Runs `work` over `list`, a few at a time, because PostgreSQL shares the cores. */
export async function inParallel<Item>(
  list: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...list];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL_MAX, list.length) }, worker));
}

const PARALLEL_MAX = 6;
