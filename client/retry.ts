/** How often and how long a call is repeated. */
export type RetryRule = Readonly<{
  /** Attempts in all. */
  attempts: number;
  /** The wait before the second attempt; doubled before each next one. */
  firstWaitMs: number;
  waitMaxMs: number;
  /** One attempt is given up after this time; its effect is then not known, so it is repeated under the same key. */
  attemptMs: number;
}>;

export const RETRY_RULE: RetryRule = {
  attempts: 6,
  firstWaitMs: 250,
  waitMaxMs: 15_000,
  attemptMs: 35_000,
};

/** Answers that say nothing about the call itself: later it may be answered. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same call can have another answer later. */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

/**
 * The wait before the next attempt, in milliseconds: what the API asks for in `Retry-After` (seconds), else doubled each
 * time and spread at random between half and the whole, so that a hundred tills do not come back at the same moment.
 */
export function waitBefore(
  attempt: number,
  {
    rule,
    retryAfter,
    random,
  }: Readonly<{ rule: RetryRule; retryAfter: string | undefined; random: () => number }>,
): number {
  const asked = Number(retryAfter);
  if (retryAfter !== undefined && Number.isFinite(asked) && asked >= 0)
    return Math.min(asked * 1_000, rule.waitMaxMs);
  const doubled = Math.min(rule.firstWaitMs * 2 ** (attempt - 1), rule.waitMaxMs);
  return Math.round(doubled / 2 + (doubled / 2) * random());
}
