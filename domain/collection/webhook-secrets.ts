import type { Temporal } from 'temporal-polyfill';

/** Time for an agency to install a new secret on all its machines; until then the old one signs as well. */
const GRACE = { hours: 24 } as const;

/** Each secret in use adds a signature to the header of every message; more at a time are not needed. */
export const RETIRED_SECRETS_MAX = 4;

/** The moment from which a secret replaced at `at` no longer signs. */
export function retiredUntil(at: Temporal.Instant): Temporal.Instant {
  return at.add(GRACE);
}
