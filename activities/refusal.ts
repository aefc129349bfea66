import { ApplicationFailure } from '@temporalio/common';
import { Refusal } from '../domain/refusal.js';

// Activities take one object and return one; this type keeps the exact type of each.
// oxlint-disable-next-line typescript/no-explicit-any -- the only way to say "any activity" to the compiler
type Activity = (...args: any[]) => Promise<unknown>;

/**
 * Wraps activities so that a refusal of the books ends the retries: it becomes a non-retryable
 * failure of type `code`. Faults (a lost connection, a timeout) pass and are retried by Temporal.
 */
export function refusingAsFailure<Activities extends Record<string, Activity>>(
  activities: Activities,
): Activities {
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await activity(...args);
      } catch (error) {
        throw error instanceof Refusal
          ? ApplicationFailure.nonRetryable(error.detail, error.code)
          : error;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Activities;
}
