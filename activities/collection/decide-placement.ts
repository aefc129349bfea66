import { Temporal } from 'temporal-polyfill';
import {
  decidePlacementStep,
  type PlacementFacts,
  type PlacementStatus,
  type RecallReason,
} from '../../domain/collection/decide-placement-step.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import type { Database } from '../../prisma/database.js';
import { readReceivable, type ReadReceivable } from '../dunning/receivable-facts.js';
import { PLACEMENT_POLICY } from './placement-policy.js';

/** The next step of the workflow `placement`. `untilMs` is business epoch milliseconds. */
export type PlacementStep =
  /** `undone`: it left the books with the import that had brought it in. */
  | Readonly<{ kind: 'tell' | 'close' | 'undone' }>
  | Readonly<{ kind: 'wait'; untilMs: number | null }>;

type Deps = Readonly<{ database: Database; clock: Clock }>;

type FactsRow = NonNullable<AnswerOf<typeof collectionCommands.placementFacts>>;

/** A recall creates a message for the agency, so the next round decides to send it. */
const ROUNDS_MAX = 3;

/**
 * Decides what happens next to a placement. A case is recalled here after a deadline, a dispute or the agency's report
 * that it is uncollectible; the workflow only sends messages, waits and closes. Kept and broken promises are booked as
 * well.
 */
export async function decidePlacement(
  { database, clock }: Deps,
  placementId: string,
): Promise<PlacementStep> {
  const system = systemContext({ clock, name: 'placement', origin: `placement:${placementId}` });
  for (let round = 1; round <= ROUNDS_MAX; round += 1) {
    const now = clock.now();
    const ctx = { ...system, at: now.toString() };
    const row = await database.call(collectionCommands.placementFacts, ctx, { placementId });
    if (row === null) return { kind: 'undone' };
    const promisesAgainAt = await judgePromises(
      { database, ctx },
      readReceivable(row.receivable, now),
    );
    const moment = { today: now.toZonedDateTimeISO(row.zone).toPlainDate(), zone: row.zone };
    const step = decidePlacementStep(factsOf(row), PLACEMENT_POLICY, moment);
    switch (step.kind) {
      case 'tell':
      case 'close':
        return { kind: step.kind };
      case 'wait':
        return { kind: 'wait', untilMs: earlier(step.until, promisesAgainAt).epochMilliseconds };
      case 'recall':
        await recall({ database, ctx, placementId }, step.reason);
    }
  }
  throw new Error(`the placement ${placementId} is recalled and not told`);
}

/** While an agency has the case, the workflow of the receivable waits, so promises are judged here. */
async function judgePromises(
  { database, ctx }: Omit<Recalling, 'placementId'>,
  { row, decidedPromises, promisesAgainAt }: ReadReceivable,
): Promise<Temporal.Instant | undefined> {
  const { invoiceId, version } = row;
  if (decidedPromises.length > 0)
    await database.call(receivableCommands.judgePromises, ctx, {
      invoiceId,
      version,
      promises: decidedPromises,
    });
  return promisesAgainAt;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant {
  return other !== undefined && Temporal.Instant.compare(other, one) < 0 ? other : one;
}

type Recalling = Readonly<{
  database: Database;
  ctx: ReturnType<typeof systemContext>;
  placementId: string;
}>;

/** The agency may have ended the case just now; the next round sees that. */
async function recall(
  { database, ctx, placementId }: Recalling,
  reason: RecallReason,
): Promise<void> {
  try {
    await database.call(collectionCommands.recallPlacement, ctx, { placementId, reason });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'PLACEMENT_CLOSED') throw error;
  }
}

function factsOf(row: FactsRow): PlacementFacts {
  return {
    status: statusOf(row),
    outstanding: BigInt(row.outstanding),
    isUncollectible: row.isUncollectible,
    placedOn: Temporal.PlainDate.from(row.placedOn),
    pendingWebhookIds: row.pending,
    // A person's recall is booked at once by the command itself.
    isDisputed: row.isDisputed,
  };
}

/** Maps the states of the books to those of domain/collection. */
function statusOf({ state, hasReports }: Pick<FactsRow, 'state' | 'hasReports'>): PlacementStatus {
  switch (state) {
    case 'submitted':
      return 'sent';
    case 'acknowledged':
      return hasReports ? 'active' : 'acknowledged';
    case 'created':
    case 'rejected':
    case 'recalled':
    case 'closed':
      return state;
  }
}
