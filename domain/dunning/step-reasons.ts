import { Temporal } from 'temporal-polyfill';
import { latest } from './days.js';
import {
  decideNextStep,
  heldUntil,
  holdsThere,
  PASSING_HOLDS,
  type NextStep,
  type PassingHold,
} from './decide-next-step.js';
import type { DunningPolicy } from './dunning-policy.js';
import { letterDeadline } from './letter-deadline.js';
import {
  firstDayOf,
  openAmountOf,
  reasonsOfLevel,
  reasonsOfPlacement,
  type DayReason,
} from './planned-days.js';
import type { DecisionMoment, ReceivableFacts } from './receivable-facts.js';

/** `there`: it exists and does not hold the debt back now, such as a dispute about a part of it. */
export const HOLD_STANDINGS = ['clear', 'there', 'holds'] as const;

export type HoldCheck = Readonly<{
  reason: PassingHold;
  standing: (typeof HOLD_STANDINGS)[number];
}>;

/** The step that comes when nothing holds the debt back, and why not sooner. */
export type PlannedStep = Readonly<
  ({ kind: 'letter'; level: number } | { kind: 'agency' }) & { reasons: readonly DayReason[] }
>;

export type StepReasons = Readonly<{
  step: NextStep;
  /** Undefined when only a person decides what comes. */
  planned: PlannedStep | undefined;
  /** What comes after the planned letter when the debt stays as it is. */
  afterwards: PlannedStep | undefined;
  checks: readonly HoldCheck[];
}>;

/** What happens next to one receivable with every reason why not sooner: what `decideNextStep` counts and looks at. */
export function reasonsOfStep(
  facts: ReceivableFacts,
  policy: DunningPolicy,
  moment: DecisionMoment,
): StepReasons {
  const step = decideNextStep(facts, policy, moment);
  const there = holdsThere(facts, policy, moment);
  const checks = PASSING_HOLDS.map((reason): HoldCheck => {
    if (step.kind === 'hold' && step.reason === reason) return { reason, standing: 'holds' };
    return { reason, standing: there[reason] ? 'there' : 'clear' };
  });
  const planned = plannedStep(facts, policy);
  const leavesOn = soonestDay(planned, step, moment);
  const afterwards = planned && leavesOn && stepAfter({ planned, leavesOn }, facts, policy);
  return { step, planned, checks, afterwards };
}

/** The first day on which a planned step can really come: not before today, nor while something holds it back. */
function soonestDay(
  planned: PlannedStep | undefined,
  step: NextStep,
  { today, zone }: DecisionMoment,
): Temporal.PlainDate | undefined {
  const first = firstDayOf(planned?.reasons);
  const free = heldUntil(step)?.toZonedDateTimeISO(zone).toPlainDate();
  return first && latest([first, today, ...(free === undefined ? [] : [free])]);
}

function plannedStep(facts: ReceivableFacts, policy: DunningPolicy): PlannedStep | undefined {
  if (facts.placement !== 'none') return undefined;
  const level = policy.levels.find((one) => one.level === facts.levelReached + 1);
  if (level !== undefined) {
    const reasons = reasonsOfLevel(level, facts, policy);
    return reasons && { kind: 'letter', level: level.level, reasons };
  }
  const rule = policy.placement;
  if (rule === undefined || openAmountOf(facts.items) < rule.minAmount) return undefined;
  const reasons = reasonsOfPlacement(rule, facts, policy);
  return reasons && { kind: 'agency', reasons };
}

/** As if the letter left on the first day on which it can. */
function stepAfter(
  { planned, leavesOn }: Readonly<{ planned: PlannedStep; leavesOn: Temporal.PlainDate }>,
  facts: ReceivableFacts,
  policy: DunningPolicy,
): PlannedStep | undefined {
  if (planned.kind !== 'letter') return undefined;
  const { payBy } = letterDeadline(planned.level, facts, { policy, today: leavesOn });
  const lastNotice = { on: leavesOn, delivery: 'accepted', payBy } as const;
  const sent = { lastNotice, customerLastNoticeOn: leavesOn, levelReached: planned.level };
  return plannedStep({ ...facts, ...sent }, policy);
}
