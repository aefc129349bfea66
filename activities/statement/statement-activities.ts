import type { MatchPolicy } from '../../domain/matching/matching.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import { MATCH_POLICY } from '../matching/match-policy.js';
import { matchStatement } from '../matching/match-statement.js';
import { readBankStatement, type StatementInput } from './read-bank-statement.js';

export type CashApplicationDeps = Readonly<{
  database: Database;
  clock: Clock;
  hint: () => void;
  policy?: MatchPolicy;
}>;

export type CashApplicationActivities = ReturnType<typeof createCashApplicationActivities>;

/** The activities that turn a bank file into booked money. Each is safe to repeat. */
export function createCashApplicationActivities(deps: CashApplicationDeps) {
  const { database, clock, hint, policy = MATCH_POLICY } = deps;
  return refusingAsFailure({
    readBankStatement: (input: StatementInput) => readBankStatement({ database, clock }, input),
    matchStatement: (input: StatementInput) =>
      matchStatement({ database, clock, policy, hint }, input),
  });
}
