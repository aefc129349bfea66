import { buildMatchContext, type MatchFacts } from '../../domain/matching/match-context.js';
import { matchPayments } from '../../domain/matching/match-run.js';
import type { MatchDecision, MatchPolicy, Suggestion } from '../../domain/matching/matching.js';
import { MATCH_POLICY } from '../../activities/matching/match-policy.js';
import type { Answer, Matcher } from './play-year.js';

/** What is taken away from the matcher: a part of what it is told, or one of its rules. */
export type Without = Readonly<{
  facts?: (facts: MatchFacts) => MatchFacts;
  policy?: Partial<MatchPolicy>;
}>;

/** The stage whose worth grows over the year. */
export const LEARNED = 'learned accounts';

/** Each stage that can be switched off, by what it needs. */
export const STAGES: Readonly<Record<string, Without>> = {
  [LEARNED]: { facts: (facts) => ({ ...facts, aliases: [] }) },
  'payer names': { facts: (facts) => ({ ...facts, customers: [] }) },
  'virtual accounts of customers': { facts: (facts) => ({ ...facts, virtualAccounts: [] }) },
  'amounts of strangers': { facts: (facts) => ({ ...facts, sameAmounts: [] }) },
  'known payers in place of a number': { policy: { signsThatBook: [] } },
  'bank fees': { policy: { knownFees: {} } },
  'withheld taxes': { facts: (facts) => ({ ...facts, withholdingBasisPoints: 0 }) },
  duplicates: { policy: { duplicateWindowDays: -1 } },
};

/** The matcher as it runs on a bank file, less what is taken away. */
export function matcherWithout({ facts, policy = {} }: Without): Matcher {
  return (payments, told) => {
    const context = buildMatchContext(facts === undefined ? told : facts(told));
    const decisions = matchPayments(payments, context, { ...MATCH_POLICY, ...policy });
    return new Map([...decisions].map(([id, decision]) => [id, answerOf(decision)]));
  };
}

function answerOf(decision: MatchDecision): Answer {
  switch (decision.kind) {
    case 'book':
      return { booked: decision.allocations, offered: [] };
    case 'suggest':
    case 'hold':
      return { booked: undefined, offered: decision.suggestions.map(allocationsOf) };
    case 'none':
      return { booked: undefined, offered: [] };
  }
}

function allocationsOf({ allocations }: Suggestion): Answer['offered'][number] {
  return allocations;
}
