import type { Route } from '../../route.js';
import { listAudit } from './audit/list-audit.js';
import { listJournalEntries } from './journal/list-journal-entries.js';
import { readJournalEntry } from './journal/read-journal-entry.js';
import { listPeriods } from './periods/list-periods.js';
import { closePeriod } from './periods/close-period.js';
import { ageing } from './reports/ageing.js';
import { trialBalance } from './reports/trial-balance.js';
import { dailyResult } from './reports/daily-result.js';
import { dso } from './reports/dso.js';
import { margin } from './reports/margin.js';
import { cashForecast } from './reports/cash-forecast.js';
import { collectionsReport } from './reports/collections-report.js';

/** Accounting periods and the reports that tie to the ledger. */
export const ledgerRoutes: readonly Route[] = [
  listPeriods,
  closePeriod,
  ageing,
  trialBalance,
  dailyResult,
  dso,
  margin,
  cashForecast,
  collectionsReport,
  listJournalEntries,
  readJournalEntry,
  listAudit,
];
