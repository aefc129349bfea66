import { dsoRoute } from '../../../../contract/ledger/reports.js';
import { FORMULAS } from '../../../../domain/ledger/formulas.js';
import { unitsToDecimal } from '../../../../domain/money/decimal.js';
import { multiplyRational, rational } from '../../../../domain/money/rational.js';
import type { PrismaClient } from '../../../../prisma/database.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { reportScope, type ReportScope } from './report-day.js';

const SAID = {
  dso: FORMULAS.dso.en,
  bestPossibleDso: FORMULAS.bestPossibleDso.en,
  averageDaysDelinquent: FORMULAS.averageDaysDelinquent.en,
} as const;

export const dso = route(dsoRoute).answers(async ({ query }, deps) => {
  const scope = await reportScope(deps, query);
  const { asOf, currency } = scope;
  const { receivables, not_due, credit_sales } = await amountsOf(
    deps.database.prisma,
    scope,
    query.days,
  );
  const daysOf = (amount: bigint): bigint | undefined =>
    credit_sales > 0n
      ? tenthsOfDays(amount, { creditSales: credit_sales, days: query.days })
      : undefined;
  const all = daysOf(receivables);
  const best = daysOf(not_due);
  return {
    status: 200,
    body: {
      asOf,
      currency,
      days: query.days,
      receivables: wireMoney(receivables, currency),
      notDue: wireMoney(not_due, currency),
      creditSales: wireMoney(credit_sales, currency),
      dso: shown(all),
      bestPossibleDso: shown(best),
      averageDaysDelinquent: shown(
        all === undefined || best === undefined ? undefined : all - best,
      ),
      formulas: SAID,
      links: { ageing: `/v1/reports/ageing?asOf=${asOf}&currency=${currency}` },
    },
  };
});

function tenthsOfDays(
  amount: bigint,
  { creditSales, days }: Readonly<{ creditSales: bigint; days: number }>,
): bigint {
  return multiplyRational(amount * BigInt(days) * 10n, rational(1n, creditSales), 'half-up');
}

function shown(tenths: bigint | undefined): string | null {
  return tenths === undefined ? null : unitsToDecimal(tenths, 1);
}

type Amounts = Readonly<{ receivables: bigint; not_due: bigint; credit_sales: bigint }>;

/** Credit sales are amounts that became receivable by invoicing; fees and opening balances do not count. */
async function amountsOf(
  prisma: PrismaClient,
  { asOf, currency }: ReportScope,
  days: number,
): Promise<Amounts> {
  const [row] = await prisma.$queryRaw<[Amounts]>`
    SELECT coalesce(sum(o.open_amount), 0)::bigint AS receivables,
      coalesce(sum(o.open_amount) FILTER (WHERE o.due_on >= ${asOf}::date), 0)::bigint AS not_due,
      (SELECT coalesce(sum(i.total_amount - i.prepaid_amount), 0)::bigint FROM invoice i WHERE i.currency = ${currency} AND i.sale_id IS NOT NULL
        AND i.issued_on > ${asOf}::date - ${days}::int AND i.issued_on <= ${asOf}::date) AS credit_sales
    FROM open_items_as_of(${asOf}::date) o WHERE o.currency = ${currency}`;
  return row;
}
