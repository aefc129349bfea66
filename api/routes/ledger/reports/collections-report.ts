import { collectionsReportRoute } from '../../../../contract/ledger/collections-report.js';
import { FORMULAS } from '../../../../domain/ledger/formulas.js';
import { unitsToDecimal } from '../../../../domain/money/decimal.js';
import { multiplyRational, rational } from '../../../../domain/money/rational.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { reportScope } from './report-day.js';
import {
  agencyFigures,
  handlingFigures,
  receivableFigures,
  reminderFigures,
  type AgencyFigures,
  type ReceivableFigures,
} from './collections-figures.js';

const SAID = {
  collectionEffectiveness: FORMULAS.collectionEffectiveness.en,
  keptRate: FORMULAS.keptRate.en,
  liquidationRate: FORMULAS.liquidationRate.en,
} as const;

export const collectionsReport = route(collectionsReportRoute).answers(async ({ query }, deps) => {
  const { prisma } = deps.database;
  const period = { ...(await reportScope(deps, query)), days: query.days };
  const { asOf, currency, days } = period;
  const [receivables, reminders, handling, agencies] = await Promise.all([
    receivableFigures(prisma, period),
    reminderFigures(prisma, period),
    handlingFigures(prisma, period),
    agencyFigures(prisma, period),
  ]);
  const { kept, broken, running, opened, resolved, open } = handling;
  return {
    status: 200,
    body: {
      asOf,
      days,
      currency,
      reminders,
      receivables: receivablesOnWire(receivables, currency),
      promises: {
        kept,
        broken,
        running,
        keptRate: percent(BigInt(kept), BigInt(kept + broken)),
      },
      disputes: { opened, resolved, open, openAmount: wireMoney(handling.open_amount, currency) },
      writtenOff: wireMoney(handling.written_off, currency),
      agencies: agencies.map((agency) => agencyOnWire(agency, currency)),
      formulas: SAID,
      links: {
        placements: '/v1/placements',
        ageing: `/v1/reports/ageing?asOf=${asOf}&currency=${currency}`,
      },
    },
  };
});

function receivablesOnWire(figures: ReceivableFigures, currency: string) {
  const { at_beginning, credit_sales, at_end, not_due_at_end } = figures;
  const toCollect = at_beginning + credit_sales;
  return {
    atBeginning: wireMoney(at_beginning, currency),
    creditSales: wireMoney(credit_sales, currency),
    atEnd: wireMoney(at_end, currency),
    notDueAtEnd: wireMoney(not_due_at_end, currency),
    collectionEffectiveness: percent(toCollect - at_end, toCollect - not_due_at_end),
  };
}

function agencyOnWire(figures: AgencyFigures, currency: string) {
  const { code, name, placements, placed, collected, commission, remitted } = figures;
  return {
    agency: { code, name },
    placements,
    placed: wireMoney(placed, currency),
    collected: wireMoney(collected, currency),
    commission: wireMoney(commission, currency),
    remitted: wireMoney(remitted, currency),
    liquidationRate: percent(collected, placed),
    link: `/v1/placements?agency=${encodeURIComponent(code)}`,
  };
}

/** Percent with one decimal, rounded half up. */
function percent(part: bigint, whole: bigint): string | null {
  if (whole <= 0n) return null;
  return unitsToDecimal(multiplyRational(part * 1_000n, rational(1n, whole), 'half-up'), 1);
}
