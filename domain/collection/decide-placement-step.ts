import { Temporal } from 'temporal-polyfill';

/**
 * * `created`: decided, the agency does not know yet
 * * `sent`: told, not answered
 * * `acknowledged` / `rejected`: the agency's answer
 * * `active`: the agency has reported something
 * * `recalled`: we took it back
 * * `closed`: nothing is left, or the agency gave it back
 */
export type PlacementStatus =
  'created' | 'sent' | 'acknowledged' | 'rejected' | 'active' | 'recalled' | 'closed';

export type PlacementPolicy = Readonly<{
  /** Days the agency has to accept or reject. */
  acknowledgeWithinDays: number;
  /** Days after the hand-off when an uncollected placement comes back. */
  termDays: number;
}>;

export type PlacementFacts = Readonly<{
  status: PlacementStatus;
  outstanding: bigint;
  isUncollectible: boolean;
  placedOn: Temporal.PlainDate;
  /** Messages the agency has not confirmed yet, the oldest first. */
  pendingWebhookIds: readonly string[];
  /** The customer disputes all that is left, which takes it out of collection. */
  isDisputed: boolean;
}>;

export type PlacementMoment = Readonly<{ today: Temporal.PlainDate; zone: string }>;

export type RecallReason = 'disputed' | 'uncollectible' | 'not-acknowledged' | 'term-ended';

export type PlacementStep =
  /** Messages go out first, so that the agency learns of a recall or a payment within minutes. */
  | Readonly<{ kind: 'tell'; webhookIds: readonly string[] }>
  | Readonly<{ kind: 'recall'; reason: RecallReason }>
  | Readonly<{ kind: 'close'; outcome: 'settled' | 'returned' | 'rejected' | 'recalled' }>
  | Readonly<{ kind: 'wait'; until: Temporal.Instant }>;

/**
 * What happens next to one placement. It ends only when the agency knows everything we know, so that
 * nobody collects a debt that is paid or taken back.
 */
export function decidePlacementStep(
  facts: PlacementFacts,
  policy: PlacementPolicy,
  moment: PlacementMoment,
): PlacementStep {
  if (facts.pendingWebhookIds.length > 0) {
    return { kind: 'tell', webhookIds: facts.pendingWebhookIds };
  }
  const outcome = endOf(facts);
  if (outcome !== undefined) return { kind: 'close', outcome };
  const deadline = nextDeadline(facts, policy);
  const reason =
    recallReason(facts) ?? (isReached(deadline.on, moment) ? deadline.reason : undefined);
  if (reason !== undefined) return { kind: 'recall', reason };
  return { kind: 'wait', until: deadline.on.toZonedDateTime(moment.zone).toInstant() };
}

type Ending = Extract<PlacementStep, { kind: 'close' }>['outcome'];

function endOf({ status, outstanding, isDisputed }: PlacementFacts): Ending | undefined {
  if (status === 'rejected' || status === 'recalled') return status;
  if (status === 'closed') return 'returned';
  return outstanding === 0n && !isDisputed ? 'settled' : undefined;
}

function recallReason({ isDisputed, isUncollectible }: PlacementFacts): RecallReason | undefined {
  if (isDisputed) return 'disputed';
  return isUncollectible ? 'uncollectible' : undefined;
}

type Deadline = Readonly<{ on: Temporal.PlainDate; reason: RecallReason }>;

/** The first day on which the placement comes back by itself. */
function nextDeadline({ status, placedOn }: PlacementFacts, policy: PlacementPolicy): Deadline {
  const term: Deadline = { on: placedOn.add({ days: policy.termDays }), reason: 'term-ended' };
  if (status !== 'created' && status !== 'sent') return term;
  const answer: Deadline = {
    on: placedOn.add({ days: policy.acknowledgeWithinDays + 1 }),
    reason: 'not-acknowledged',
  };
  return Temporal.PlainDate.compare(answer.on, term.on) <= 0 ? answer : term;
}

function isReached(day: Temporal.PlainDate, { today }: PlacementMoment): boolean {
  return Temporal.PlainDate.compare(day, today) <= 0;
}
