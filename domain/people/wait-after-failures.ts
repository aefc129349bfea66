const FIRST_WAIT_MS = 30_000;
/** A person that a stranger locks out can come in again after this time without anybody's help. */
export const WAIT_MAX_MS = 15 * 60_000;
/** Older failures are forgotten. */
export const FAILURES_COUNT_MS = 60 * 60_000;

/** The wait after the last of so many failures in a row: none for the first ones, then doubled for each. */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - free), WAIT_MAX_MS);
}
