import { Temporal } from 'temporal-polyfill';
import { decideNextStep, type HoldReason } from './decide-next-step.js';
import type { DunningPolicy } from './dunning-policy.js';
import type { LetterDeadline } from './letter-deadline.js';
import type { ReceivableFacts } from './receivable-facts.js';

/** A debt that nobody pays, promises, disputes or holds. */
export type PreviewedDebt = Readonly<{ dueOn: Temporal.PlainDate; amount: bigint }>;

export type PreviewedLetter = Readonly<
  Pick<LetterDeadline, 'payBy' | 'follows'> & {
    level: number;
    template: string;
    feeAmount: bigint | undefined;
    /** When it leaves. */
    at: Temporal.Instant;
  }
>;

export type LettersPreview = Readonly<{
  letters: readonly PreviewedLetter[];
  /** What comes after the last letter: the agency on a day, or a person, and why. */
  afterwards:
    | Readonly<{ kind: 'place'; at: Temporal.Instant }>
    | Readonly<{ kind: 'hold'; reason: HoldReason }>
    | Readonly<{ kind: 'nothing' }>;
}>;

/** Where the debt is: the zone in which days are counted, and when its debtor may be contacted. */
export type PreviewPlace = Readonly<{
  zone: string;
  nextContactAt: (at: Temporal.Instant) => Temporal.Instant;
}>;

/** Each letter waits at most for its day and for the hours of contact; nine letters and the agency stay far below. */
const STEPS_MAX = 60;

/**
 * Every letter about a debt with the moment at which it leaves. Asks `decideNextStep`, as the life of a receivable does,
 * from the due day on. The bank data count as new all the time, and fees change no limit.
 */
export function previewLetters(
  debt: PreviewedDebt,
  policy: DunningPolicy,
  place: PreviewPlace,
): LettersPreview {
  const rules = { ...policy, bankDataMaxAgeDays: undefined };
  const letters: PreviewedLetter[] = [];
  let facts = factsOf(debt);
  let now = debt.dueOn.toZonedDateTime(place.zone).toInstant();
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const today = now.toZonedDateTimeISO(place.zone).toPlainDate();
    const nextContactAt = place.nextContactAt(now);
    const next = decideNextStep(facts, rules, { now, today, zone: place.zone, nextContactAt });
    if (next.kind === 'wait') {
      now = next.until;
    } else if (next.kind === 'remind') {
      const { level, template, feeAmount, payBy, follows } = next;
      letters.push({ level, template, feeAmount, payBy, follows, at: now });
      const lastNotice = { on: today, delivery: 'accepted', payBy } as const;
      facts = { ...facts, levelReached: level, lastNotice, customerLastNoticeOn: today };
    } else if (next.kind === 'place') {
      return { letters, afterwards: { kind: 'place', at: now } };
    } else {
      const { kind } = next;
      return {
        letters,
        afterwards: kind === 'hold' ? { kind, reason: next.reason } : { kind: 'nothing' },
      };
    }
  }
  return { letters, afterwards: { kind: 'nothing' } };
}

function factsOf({ dueOn, amount }: PreviewedDebt): ReceivableFacts {
  return {
    settledBy: [],
    items: [{ openItemId: 'preview', dueOn, open: amount }],
    levelReached: 0,
    lastNotice: undefined,
    customerLastNoticeOn: undefined,
    customerOverdue: amount,
    disputed: 0n,
    promises: [],
    holds: [],
    unmatchedCash: { held: 0n, ofCustomer: 0n, suggested: 0n, elsewhere: 0n },
    bankDataThrough: undefined,
    placement: 'none',
  };
}
