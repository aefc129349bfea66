import type { z } from 'zod';
import type { StoredReason } from '../../../activities/risk/refresh-risk.js';
import type { customerRisk } from '../../../contract/customer/risk.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { formatMoney, type Language } from '../../../domain/money/format-money.js';
import { textsFor } from '../../../platform/texts.js';
import { wireDate } from '../../wire.js';

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
    reasons: (risk.reasons as readonly StoredReason[]).map((reason) => {
      const words = { id: saying(reason, currency, 'id'), en: saying(reason, currency, 'en') };
      return { code: reason.kind, points: reason.points, detail: words.en, words };
    }),
  };
}

function saying(reason: StoredReason, currency: string, language: Language): string {
  const t = textsFor(language);
  switch (reason.kind) {
    case 'pays-late':
      return t('risk.pays-late', { days: reason.averageDaysLate });
    case 'no-history':
      return t('risk.no-history');
    case 'overdue-now': {
      const overdue = { amount: BigInt(reason.overdueAmount), currency: parseCurrency(currency) };
      const amount = formatMoney(overdue, language);
      return t('risk.overdue-now', { amount, percent: reason.sharePercent });
    }
    case 'breaks-promises':
      return t('risk.breaks-promises', { broken: reason.broken, promised: reason.promised });
    case 'new-customer':
      return t('risk.new-customer', { days: reason.days });
  }
}
