import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { refreshRisk } from './refresh-risk.js';

export type RiskActivities = ReturnType<typeof createRiskActivities>;

/** Keeps the risk scores of customers up to date. */
export function createRiskActivities(deps: Readonly<{ database: Database; clock: Clock }>) {
  return {
    /** Scores the customers that are due. May run at any time, concurrently, or not at all for a while. */
    refreshRiskNow: (): Promise<{ scored: number }> => refreshRisk(deps),
  };
}
