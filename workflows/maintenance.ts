import { proxyActivities } from '@temporalio/workflow';
import type { AuditActivities } from '../activities/audit/audit-activities.js';
import type { MaintenanceActivities } from '../activities/maintenance/maintenance-activities.js';
import type { CashApplicationActivities } from '../activities/statement/statement-activities.js';
import type { RiskActivities } from '../activities/risk/risk-activities.js';

const books = proxyActivities<
  AuditActivities & CashApplicationActivities & MaintenanceActivities & RiskActivities
>({
  taskQueue: 'receivables',
  startToCloseTimeout: '10 minutes',
  retry: { maximumAttempts: 3 },
});

/** Scheduled: checks the books against their invariants and against the running lives. */
export async function verifyBooks(): Promise<string[]> {
  return books.verifyBooksNow();
}

/** Scheduled: restarts lives that should run and do not. */
export async function healLives(): Promise<void> {
  await books.healLives();
}

/** Scheduled: seals what was written to the audit trail since the last time. */
export async function sealAudit(): Promise<void> {
  await books.sealAuditNow();
}

/** Scheduled: adds to the sums that reports read what was booked since the last time. */
export async function foldJournal(): Promise<void> {
  await books.foldJournalNow();
}

/** Scheduled: scores customers on a new business day, or when they have paid or bought since. */
export async function refreshRisk(): Promise<void> {
  await books.refreshRiskNow();
}

/** Scheduled: looks again at unapplied money that has changed, or that a new or changed invoice may explain. */
export async function matchAgain(): Promise<void> {
  await books.matchAgain();
}
