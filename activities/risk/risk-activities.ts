import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../prisma/database.js';
import { refreshRisk } from './refresh-risk.js';

export type RiskActivities = ReturnType<typeof createRiskActivities>;

/** What keeps the scores of customers true to how they pay. */
export function createRiskActivities(deps: Readonly<{ database: Database; clock: Clock }>) {
  return {
    /** Scores whoever is due for it. May run at any time, twice at once, or not at all for a while. */
    refreshRiskNow: (): Promise<{ scored: number }> => refreshRisk(deps),
  };
}
