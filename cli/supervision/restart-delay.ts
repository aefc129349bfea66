/** The first restart comes at once; a program that dies at every start must not overload the machine. */
const FIRST_DELAY_MS = 200;
const DELAY_MS_MAX = 15_000;
/**
 * After serving this long, the next death counts as the first. A program that dies at every start does so sooner; one
 * that is repeatedly killed from outside must still restart quickly.
 */
const STEADY_AFTER_MS = 5_000;

/**
 * How long to wait before start number `attempt` (1 for the first restart): doubles each time.
 */
export function restartDelayMs(attempt: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), DELAY_MS_MAX);
}

/** The number of the next start after `attempt`, when the part served for `servedMs` (0: it did not start). */
export function nextAttempt({
  attempt,
  servedMs,
}: Readonly<{ attempt: number; servedMs: number }>): number {
  return servedMs >= STEADY_AFTER_MS ? 1 : attempt + 1;
}
