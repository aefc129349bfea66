import type { Temporal } from 'temporal-polyfill';

/** Time to put a new secret in place on every machine of an agency; the old one signs beside it meanwhile. */
const GRACE = { hours: 24 } as const;

/** Each secret in use is one more signature in a header of every message; nobody needs more at a time. */
export const RETIRED_SECRETS_MAX = 4;

/** Until when a secret that is replaced at `at` signs on; at that moment it does not any more. */
export function retiredUntil(at: Temporal.Instant): Temporal.Instant {
  return at.add(GRACE);
}
