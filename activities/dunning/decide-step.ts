import { decideNextStep, type NextStep } from '../../domain/dunning/decide-next-step.js';
import { outcomeOf, type ReceivableOutcome } from '../../domain/receivable/outcome.js';
import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import type { Database } from '../../prisma/database.js';
import {
  firstContactAt,
  readReceivable,
  type ReadReceivable,
  type ReceivableRow,
} from './receivable-facts.js';

/** The next step of the workflow `receivable`. Times are business epoch milliseconds. */
export type Step =
  | Readonly<{ kind: 'close'; outcome: ReceivableOutcome }>
  /** It left the books with the import that had brought it in. */
  | Readonly<{ kind: 'undone' }>
  | Readonly<{ kind: 'wait' | 'hold'; reason: string; untilMs: number | null }>
  | Readonly<{ kind: 'remind'; level: number }>
  | Readonly<{ kind: 'place' | 'await-placement'; placementId: string }>;

type Deps = Readonly<{ database: Database; clock: Clock }>;
type Booking = Readonly<{ database: Database; ctx: CommandContext }>;

/** How often facts that changed between reading and booking are read again; then Temporal retries later. */
const ATTEMPTS_MAX = 5;

/** When no agency can take a debt, it is tried again after a week: an agency may have been added. */
const OFFER_AGAIN_DAYS = 7;

/**
 * Decides what happens next to one receivable and books it: next step and time, kept and broken promises, its end, its
 * placement with an agency. Reads in one round trip, decides in domain/dunning, books in another.
 */
export async function decideStep({ database, clock }: Deps, invoiceId: string): Promise<Step> {
  const system = systemContext({ clock, name: 'receivable', origin: `receivable:${invoiceId}` });
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const now = clock.now();
    const booking = { database, ctx: { ...system, at: now.toString() } };
    const row = await database.call(receivableCommands.receivableFacts, booking.ctx, {
      invoiceId,
    });
    if (row === null) return { kind: 'undone' };
    if (row.isClosed) return { kind: 'close', outcome: row.outcome ?? outcomeOf(row.settledBy) };
    const read = readReceivable(row, now);
    const step = await book(decideNextStep(read.facts, read.policy, read.moment), read, booking);
    if (step !== 'changed') return step;
  }
  throw new Error(`the receivable ${invoiceId} changes faster than it can be decided`);
}

async function book(
  next: NextStep,
  read: ReadReceivable,
  booking: Booking,
): Promise<Step | 'changed'> {
  if ((await store(next, read, booking)) === 'changed') return 'changed';
  switch (next.kind) {
    case 'close':
      return { kind: 'close', outcome: next.outcome };
    case 'hold': {
      const untilMs = next.untilInstant?.epochMilliseconds ?? null;
      return { kind: 'hold', reason: next.reason, untilMs };
    }
    case 'wait':
      return { kind: 'wait', reason: next.reason, untilMs: next.until.epochMilliseconds };
    case 'remind':
      return { kind: 'remind', level: next.level };
    case 'await-placement':
      return { kind: 'await-placement', placementId: read.row.openPlacementId ?? '' };
    case 'place':
      return place(read, booking);
  }
}

async function place(read: ReadReceivable, { database, ctx }: Booking): Promise<Step | 'changed'> {
  const { row, moment } = read;
  const placing = await database.call(collectionCommands.createPlacement, ctx, {
    invoiceId: row.invoiceId,
    version: row.version,
    placedOn: moment.today.toString(),
  });
  if (placing.kind === 'changed') return 'changed';
  if (placing.kind === 'placed') return { kind: 'place', placementId: placing.placementId };
  const until = moment.today.add({ days: OFFER_AGAIN_DAYS }).toZonedDateTime(moment.zone);
  const { invoiceId, version } = row;
  const step = {
    kind: 'hold',
    nextStep: 'hold-no-agency',
    nextStepAt: until.toInstant().toString(),
  } as const;
  await database.call(receivableCommands.storeNextStep, ctx, {
    invoiceId,
    version,
    promises: [],
    ...step,
  });
  return { kind: 'hold', reason: 'no-agency', untilMs: until.epochMilliseconds };
}

async function store(
  next: NextStep,
  { row, decidedPromises, policy, moment }: ReadReceivable,
  { database, ctx }: Booking,
): Promise<'stored' | 'changed'> {
  const upcoming =
    policy.levels[row.levelReached] === undefined ? 'place' : `reminder-${row.levelReached + 1}`;
  const { kind } = await database.call(receivableCommands.storeNextStep, ctx, {
    invoiceId: row.invoiceId,
    version: row.version,
    kind: next.kind,
    promises: decidedPromises,
    ...(next.kind === 'close' ? { outcome: next.outcome } : {}),
    ...announcementOf(shownStep(next, upcoming, row), upcoming, moment.now.toString()),
  });
  return kind;
}

/** A reminder that falls due at midnight is sent in the first contact hour after it, so that time is shown. */
function shownStep(next: NextStep, upcoming: string, row: ReceivableRow): NextStep {
  if (next.kind !== 'wait' || upcoming === 'place') return next;
  return { ...next, until: firstContactAt(row, next.until) };
}

/** Holds that only a person can end; each opens a work item. */
const DECISIONS: readonly string[] = ['returned-by-agency', 'not-for-placement', 'small-rest'];

type Announcement = Readonly<{
  nextStep?: string;
  nextStepAt?: string;
  workItem?: string;
  holds?: readonly string[];
}>;

/** The next step and its time as lists show them; `upcoming` is the step after a wait. */
function announcementOf(next: NextStep, upcoming: string, now: string): Announcement {
  switch (next.kind) {
    case 'close':
      return {};
    case 'wait':
      return { nextStep: upcoming, nextStepAt: next.until.toString() };
    case 'hold':
      return {
        nextStep: `hold-${next.reason}`,
        ...(next.untilInstant === undefined ? {} : { nextStepAt: next.untilInstant.toString() }),
        ...(DECISIONS.includes(next.reason) ? { workItem: next.reason } : {}),
        ...(next.reviewed === undefined ? {} : { holds: next.reviewed }),
      };
    case 'remind':
    case 'place':
      return { nextStep: upcoming, nextStepAt: now };
    case 'await-placement':
      return { nextStep: 'collection' };
  }
}
