import type { z } from 'zod';
import type { StoredReason } from '../../../activities/risk/refresh-risk.js';
import type { customerRisk } from '../../../contract/customer/risk.js';
import { wireDate, wireMoney } from '../../wire.js';

type Shown = z.input<typeof customerRisk>;

export type RiskRow = Readonly<{
  score: number;
  band: string;
  reasons: unknown;
  businessDay: Date;
  computedAt: Date;
}>;

/** Null for a customer that was never scored, because it never bought on account. */
export function riskOnWire(risk: RiskRow | null, currency: string): Shown | null {
  if (risk === null) return null;
  return {
    score: risk.score,
    band: risk.band as Shown['band'],
    asOf: wireDate(risk.businessDay),
    computedAt: risk.computedAt.toISOString(),
    reasons: (risk.reasons as readonly StoredReason[]).map((reason) => ({
      code: reason.kind,
      points: reason.points,
      detail: detailOf(reason, currency),
    })),
  };
}

function detailOf(reason: StoredReason, currency: string): string {
  switch (reason.kind) {
    case 'pays-late':
      return `Pays ${counted(reason.averageDaysLate, 'day')} late on average, by amount and by how recent it is.`;
    case 'no-history':
      return 'Nothing has been settled yet.';
    case 'overdue-now': {
      const { amount } = wireMoney(BigInt(reason.overdueAmount), currency);
      return `${currency} ${amount} is overdue, ${reason.sharePercent} % of what is open.`;
    }
    case 'breaks-promises':
      return `Broke ${reason.broken} of ${counted(reason.promised, 'promise')} to pay.`;
    case 'new-customer':
      return `A customer for ${counted(reason.days, 'day')}.`;
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
