import { keptBackIn } from './kept-back.js';
import type { MatchDecision } from './matching.js';
import { isFarBefore } from './weigh.js';

/** The one thing that a person is asked about a payment that was not booked. */
export type Question = 'who-is-this' | 'which-of-these' | 'why-short';

/**
 * What a person is asked: who paid, when nobody knows the payer; which of several allocations it is, when none is far
 * before the others; why it is short, when nothing that payers keep back explains it. Undefined when one suggestion
 * needs only a yes, or nothing is to be asked.
 */
export function questionOf(decision: MatchDecision): Question | undefined {
  if (decision.kind === 'none') {
    return decision.reasons.includes('payer-unknown') ? 'who-is-this' : undefined;
  }
  if (decision.kind !== 'suggest') return undefined;
  const [first, ...others] = decision.suggestions;
  if (first === undefined) return undefined;
  if (first.doubts.includes('payer-unknown')) return 'who-is-this';
  const isShort = first.doubts.includes('amount-short');
  if (isShort && keptBackIn(first.evidence).length === 0 && others.length === 0) return 'why-short';
  return others.length > 0 && !isFarBefore(first, others) ? 'which-of-these' : undefined;
}
