import type { Temporal } from 'temporal-polyfill';
import { earliest, latest } from './days.js';
import type { DunningPolicy } from './dunning-policy.js';
import { dayOfLevel, dayOfPlacement, openAmountOf } from './planned-days.js';
import type { ReceivableFacts } from './receivable-facts.js';

/** What comes after a letter when the debt is not paid: another letter, the agency, or a person who decides. */
export const AFTER_A_LETTER = ['reminder', 'agency', 'person'] as const;

/** What a letter says of one invoice. */
export type LetterDeadline = Readonly<{
  /** The last day to pay; the next step comes later. */
  payBy: Temporal.PlainDate;
  follows: (typeof AFTER_A_LETTER)[number];
  /** The letter before this one; undefined when this is the first. */
  remindedOn: Temporal.PlainDate | undefined;
}>;

/** A letter gives so much time where the policy allows it, and at least until tomorrow. */
const DAYS_TO_PAY = 7;

/**
 * The deadline that the letter of a level names today, and what comes then. The deadline is before the next step that
 * the policy plans; when there is hardly any time until then, the step waits for the deadline (`dayOfLevel`,
 * `dayOfPlacement`).
 */
export function letterDeadline(
  level: number,
  facts: ReceivableFacts,
  { policy, today }: Readonly<{ policy: DunningPolicy; today: Temporal.PlainDate }>,
): LetterDeadline {
  const sent = { on: today, delivery: 'accepted', payBy: undefined } as const;
  const after = { ...facts, lastNotice: sent, customerLastNoticeOn: today };
  const { follows, on } = nextStepAfter(level, after, policy);
  const inTime = earliest([today.add({ days: DAYS_TO_PAY }), on?.subtract({ days: 1 })]);
  return {
    payBy: latest([today.add({ days: 1 }), inTime]),
    follows,
    remindedOn: facts.levelReached > 0 ? facts.lastNotice?.on : undefined,
  };
}

type Planned = Readonly<{
  follows: LetterDeadline['follows'];
  on: Temporal.PlainDate | undefined;
}>;

function nextStepAfter(level: number, after: ReceivableFacts, policy: DunningPolicy): Planned {
  const next = policy.levels.find((one) => one.level === level + 1);
  if (next !== undefined) return { follows: 'reminder', on: dayOfLevel(next, after, policy) };
  const rule = policy.placement;
  const isForAgency = rule !== undefined && openAmountOf(after.items) >= rule.minAmount;
  return isForAgency
    ? { follows: 'agency', on: dayOfPlacement(rule, after, policy) }
    : { follows: 'person', on: undefined };
}
