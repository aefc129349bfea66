import type { z } from 'zod';
import { countStandingsRoute } from '../../../contract/lifecycle/lifecycles.js';
import { known } from '../../../domain/known.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { sumAmounts } from '../../../domain/money/money.js';
import { SALE_STANDINGS } from '../../../domain/sale/standing.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { balanceOn, WHENEVER } from '../ledger/reports/ledger-sums.js';
import { openOfSale, standingOn } from './lifecycle-rows.js';
import { companyToday, filtersOf, ownStore } from './list-lifecycles.js';

/** Before there is a legal entity there is nothing to count. */
const CURRENCY_OF_NOTHING = 'IDR';

export const countStandings = route(countStandingsRoute).answers(
  async ({ query, principal }, deps) => {
    const { prisma } = deps.database;
    const conditions = [...filtersOf(query), ...ownStore(principal)];
    const [rows, entity] = await Promise.all([
      standingRows(prisma, conditions, await companyToday(deps)),
      prisma.legalEntity.findFirst({ orderBy: { id: 'asc' } }),
    ]);
    const currency = entity?.currency ?? CURRENCY_OF_NOTHING;
    const wire = (amount: bigint) => wireMoney(amount, currency);
    const isWhole = !isFiltered(query) && principal.storeId === undefined;
    return {
      status: 200,
      body: {
        standings: rows.map((row) => ({
          standing: known(SALE_STANDINGS, row.standing),
          sales: row.sales,
          total: wire(row.total),
          open: wire(row.open),
          oldestSince: row.oldest_since?.toISOString() ?? null,
          oldestDueOn: row.oldest_due_on,
        })),
        open: wire(sumAmounts(rows.map(({ open }) => open))),
        inLedger:
          query.proof === 'ledger' && isWhole ? wire(await receivablesIn(prisma, currency)) : null,
      },
    };
  },
);

function isFiltered({ store, customer }: z.output<typeof countStandingsRoute.query>): boolean {
  return store !== undefined || customer !== undefined;
}

type StandingRow = Readonly<{
  standing: string;
  sales: number;
  total: bigint;
  open: bigint;
  oldest_since: Date | null;
  oldest_due_on: string | null;
}>;

/** Sales that are open, and those that were closed on the day. */
function standingRows(
  prisma: PrismaClient,
  conditions: readonly Prisma.Sql[],
  today: string,
): Promise<StandingRow[]> {
  const wanted = Prisma.join([...conditions], ' AND ');
  return prisma.$queryRaw<StandingRow[]>`
    SELECT x.standing, count(*)::int AS sales, sum(x.total_amount)::bigint AS total, sum(x.open_amount)::bigint AS open,
      min(x.since) AS oldest_since, min(x.due_on)::text AS oldest_due_on
    FROM (SELECT ${standingOn(today)} AS standing, s.total_amount, ${openOfSale} AS open_amount, l.since, l.due_on
      FROM (SELECT l.* FROM sale_lifecycle l WHERE l.closed_at IS NULL AND ${wanted}
          UNION ALL SELECT l.* FROM sale_lifecycle l WHERE l.closed_at IS NOT NULL AND ${wanted}
            AND l.since >= (SELECT ${today}::date::timestamp AT TIME ZONE time_zone FROM organisation LIMIT 1)) l
        JOIN sale s ON s.id = l.sale_id LEFT JOIN invoice i ON i.sale_id = s.id) x
    GROUP BY x.standing`;
}

async function receivablesIn(prisma: PrismaClient, currency: string): Promise<bigint> {
  const scope = { asOf: WHENEVER, currency: parseCurrency(currency) };
  const [row] = await prisma.$queryRaw<[{ balance: bigint }]>`
    SELECT ${balanceOn(scope, 'receivables', 'unbilled')} AS balance`;
  return row.balance;
}
