import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './days.js';
import type { DunningPolicy } from './dunning-policy.js';
import { dayOfLevel } from './planned-days.js';

type OldDebt = Readonly<{ dueOn: Temporal.PlainDate; open: bigint }>;

/**
 * The dunning level of a debt that comes from another system: the last one whose day has come, as if our letters had been
 * sent when they were due. So nobody gets, on the day of moving in, the letters of months at once: the next letter is
 * the one whose day is still to come.
 */
export function levelBefore(
  { dueOn, open }: OldDebt,
  policy: DunningPolicy,
  today: Temporal.PlainDate,
): number {
  const letters = {
    items: [{ openItemId: '', dueOn, open }],
    lastNotice: undefined,
    customerLastNoticeOn: undefined,
  };
  const come = policy.levels.filter((level) => {
    const day = dayOfLevel(level, letters, policy);
    return day !== undefined && !isAfter(day, today);
  });
  return Math.max(0, ...come.map(({ level }) => level));
}
