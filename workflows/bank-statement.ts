import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { CashApplicationActivities } from '../activities/statement/statement-activities.js';
import { reasonOf } from './failures.js';
import type { BankStatementInput } from './messages.js';
import { endedWith, showStanding } from './standing.js';

/** About an hour: long enough for books that are away, short enough for a person to hear of it on the same day. */
const ATTEMPTS_MAX = 60;

const books = proxyActivities<CashApplicationActivities>({
  startToCloseTimeout: '10 minutes',
  taskQueue: 'receivables',
  retry: { maximumAttempts: ATTEMPTS_MAX, maximumInterval: '1 minute' },
});

const { giveUpStatement } = proxyActivities<CashApplicationActivities>({
  startToCloseTimeout: '1 minute',
  taskQueue: 'receivables',
});

/** A file that waits for a second person is carried on by a workflow of its own once it is released. */
type Outcome = 'booked' | 'refused' | 'given-up' | 'awaiting-release';

/**
 * Carries one bank file from its bytes to booked money; the receivables it touches are poked with each booking. A file
 * that fails again and again is given up, and a person reads why.
 */
export async function bankStatement(input: BankStatementInput): Promise<Outcome> {
  const outcome = await carry(input);
  showStanding(input)(endedWith(outcome));
  return outcome;
}

async function carry({ statementId }: BankStatementInput): Promise<Outcome> {
  try {
    const reading = await books.readBankStatement({ statementId });
    if (reading.kind !== 'read') return reading.kind;
    for (;;) {
      const matching = await books.matchStatement({ statementId });
      if (matching === undefined) return 'given-up';
      if (matching.isDone) return 'booked';
    }
  } catch (error) {
    if (isCancellation(error)) throw error;
    await giveUpStatement({ statementId, reason: reasonOf(error, ATTEMPTS_MAX) });
    return 'given-up';
  }
}
