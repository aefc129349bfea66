import { proxyActivities } from '@temporalio/workflow';
import type { CashApplicationActivities } from '../activities/statement/statement-activities.js';
import type { BankStatementInput } from './messages.js';

const books = proxyActivities<CashApplicationActivities>({
  startToCloseTimeout: '10 minutes',
  taskQueue: 'receivables',
});

/** Carries one bank file from its bytes to booked money; the receivables it touches are poked with each booking. */
export async function bankStatement({
  statementId,
}: BankStatementInput): Promise<'booked' | 'refused'> {
  const reading = await books.readBankStatement({ statementId });
  if (reading.kind === 'refused') return 'refused';
  await books.matchStatement({ statementId });
  return 'booked';
}
