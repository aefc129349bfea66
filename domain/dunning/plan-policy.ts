import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.js';
import { faultOfLevels, type PolicyFault } from './dunning-policy.js';

/** A version of a policy that is planned. */
export type PlannedPolicy = Readonly<{
  code: string;
  segment: string | null;
  currency: string;
  inForceFrom: Temporal.PlainDate;
  transitDays: number;
  levels: readonly Readonly<{ daysPastDue: number }>[];
  placement: Readonly<{ daysPastDue: number }> | null;
}>;

/** The versions of all policies, as they stand. */
export type KnownPolicy = Pick<PlannedPolicy, 'code' | 'segment' | 'currency' | 'inForceFrom'>;

/**
 * Why a version of a dunning policy cannot be planned. It begins after today, so that no letter of today changes under
 * the hand; a code stays with its segment, and a segment has one policy. Codes: `POLICY_IN_PAST`, `POLICY_EXISTS`,
 * `POLICY_OF_ANOTHER`, `POLICY_SENSELESS`.
 */
export function whyNoPolicy(
  planned: PlannedPolicy,
  known: readonly KnownPolicy[],
  today: Temporal.PlainDate,
): Refusal | undefined {
  const { code, segment, currency, inForceFrom } = planned;
  const fault = faultOf(planned);
  if (fault !== undefined) return new Refusal({ code: 'POLICY_SENSELESS', ...fault });
  if (Temporal.PlainDate.compare(inForceFrom, today) <= 0) {
    const detail = 'A version begins tomorrow at the earliest.';
    return new Refusal({ code: 'POLICY_IN_PAST', param: 'inForceFrom', detail });
  }
  const isSame = (one: KnownPolicy) => one.segment === segment && one.currency === currency;
  if (known.some((one) => (one.code === code) !== isSame(one))) {
    const detail = `The code ${code} and the segment belong to different policies.`;
    return new Refusal({ code: 'POLICY_OF_ANOTHER', param: 'code', detail });
  }
  if (!known.some((one) => one.code === code && one.inForceFrom.equals(inForceFrom))) {
    return undefined;
  }
  const detail = `${code} has a version from this day: take it back first.`;
  return new Refusal({ code: 'POLICY_EXISTS', param: 'inForceFrom', detail });
}

function faultOf({ levels, placement, transitDays }: PlannedPolicy): PolicyFault | undefined {
  const numbered = levels.map(({ daysPastDue }, index) => ({ level: index + 1, daysPastDue }));
  const fault = faultOfLevels(numbered);
  if (fault !== undefined) return fault;
  const [first] = levels;
  if (first !== undefined && first.daysPastDue <= transitDays) {
    const detail = 'The first letter leaves after the days that money is on its way.';
    return { param: 'levels[0].daysPastDue', detail };
  }
  const last = levels.at(-1)?.daysPastDue ?? 0;
  if (placement === null || placement.daysPastDue > last) return undefined;
  const detail = 'An agency takes over after the last letter.';
  return { param: 'placement.daysPastDue', detail };
}
