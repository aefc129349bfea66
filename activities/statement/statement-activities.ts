import type { MatchPolicy } from '../../domain/matching/matching.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import { MATCH_POLICY } from '../matching/match-policy.js';
import { giveUpStatement, orGiveUp, type GiveUpInput } from './give-up.js';
import { matchAgain, type MatchedAgain } from '../matching/match-again.js';
import { matchStatement, type MatchResult } from '../matching/match-statement.js';
import {
  readBankStatement,
  type ReadingResult,
  type StatementInput,
} from './read-bank-statement.js';

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
    /** Answers `refused` also when the content of the file turned out to be what the books cannot keep. */
    readBankStatement: async (input: StatementInput): Promise<ReadingResult> => {
      const step = () => readBankStatement({ database, clock }, input);
      const result = await orGiveUp({ database, clock }, input.statementId, step);
      return result ?? { kind: 'refused', code: 'STATEMENT_GIVEN_UP' };
    },
    /** Answers `undefined` when the file was given up. */
    matchStatement: (input: StatementInput): Promise<MatchResult | undefined> => {
      const step = () => matchStatement({ database, clock, policy, hint }, input);
      return orGiveUp({ database, clock }, input.statementId, step);
    },
    /** Looks again at unapplied money that changed or new invoices may concern. */
    matchAgain: (): Promise<MatchedAgain> => matchAgain({ database, clock, policy, hint }),
    giveUpStatement: (input: GiveUpInput) => giveUpStatement({ database, clock }, input),
  });
}
