import { Refusal } from '../refusal.js';

/** What the books know about a till that is to be switched off. */
export type SwitchOffFacts = Readonly<{
  hasOpenShift: boolean;
  /** The number of its last sale, as the till shows it; undefined when the till is lost. */
  lastSequence: number | undefined;
  /** Its sales up to that number that have arrived, and the number of the first. */
  arrived: Readonly<{ first: number | undefined; count: number }>;
}>;

/**
 * Why a till is not switched off: money in its drawer is counted first, and what it sold without a connection is handed
 * in first. Codes: `SHIFT_OPEN`, `SALES_NOT_ARRIVED`.
 */
export function whyNotSwitchedOff(facts: SwitchOffFacts): Refusal | undefined {
  if (facts.hasOpenShift) {
    const detail = 'The shift of the till is open: count the drawer and close it first.';
    return new Refusal({ code: 'SHIFT_OPEN', param: 'active', detail });
  }
  const missing = notArrived(facts);
  if (missing === 0) return undefined;
  const detail = `${missing} sales of the till have not arrived: let it hand them in first, or leave the number out when the till is lost.`;
  return new Refusal({
    code: 'SALES_NOT_ARRIVED',
    param: 'lastDeviceSequence',
    detail,
    facts: { missing },
  });
}

/** Before the first sale that arrived the till counted for somebody else, or was tried out. */
function notArrived({ lastSequence, arrived: { first, count } }: SwitchOffFacts): number {
  if (lastSequence === undefined) return 0;
  return first === undefined ? lastSequence : Math.max(0, lastSequence - first + 1 - count);
}
