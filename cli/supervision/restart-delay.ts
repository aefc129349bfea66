/** A single death is repaired at once; something that dies at every start must not eat the machine. */
const firstDelayMs = 200;
const delayMsMax = 15_000;
/** Whoever ran this long had started well: its next death counts as the first. */
export const steadyAfterMs = 30_000;

/**
 * How long to wait before start number `attempt` (1 for the first restart): doubles each time.
 */
export function restartDelayMs(attempt: number): number {
  return Math.min(firstDelayMs * 2 ** (attempt - 1), delayMsMax);
}
