import { marginRoute } from '../../../../contract/ledger/margin.js';
import { FORMULAS } from '../../../../domain/ledger/formulas.js';
import { marginOf } from '../../../../domain/ledger/margin.js';
import type { PrismaClient } from '../../../../prisma/database.js';
import { BY_TEXT, decodeCursor, pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { ledgerOfDays, MARGIN_KEYS, marginParts, type MarginScope } from './margin-queries.js';
import { checkPeriod, reportScope, storeOfReport } from './report-day.js';

export const margin = route(marginRoute).answers(async ({ query, principal }, deps) => {
  const { currency, by, product } = query;
  const store = await storeOfReport(deps, principal, query.store);
  const { asOf, ...scopeOfBooks } = await reportScope(deps, {
    asOf: query.asOf ?? query.to,
    currency,
  });
  const to = query.to ?? asOf;
  const scope = { ...scopeOfBooks, from: query.from ?? to, to, by, store, product };
  checkPeriod({ ...scope, asOf });
  const [total, rows] = await marginRows(deps.database.prisma, scope, query);
  const { data, nextCursor } = pageOf(rows, {
    limit: query.limit,
    positionOf: ({ key }) => ({ key: key ?? '', id: '' }),
    show: (row) => rowOnWire(row, scope),
  });
  return {
    status: 200,
    body: {
      from: scope.from,
      to,
      asOf,
      currency: scope.currency,
      by,
      formula: FORMULAS.margin.en,
      total: figuresOnWire(total, scope.currency),
      ledger: product === undefined ? ledgerOnWire(total, scope.currency) : null,
      rows: data,
      nextCursor,
    },
  };
});

type Amounts = Readonly<{ net_sales: bigint; cost: bigint }>;
type Total = Amounts & Readonly<{ ledger_net_sales: bigint; ledger_cost: bigint }>;
/** Amounts are text: JSON has no whole numbers beyond 2^53. `id` is that of the sale, where sales are listed. */
type Row = Readonly<{
  key: string | null;
  name: string | null;
  id: string | null;
  net_sales: string;
  cost: string;
}>;

/**
 * Reads a page, the total of all pages and the total of the ledger in one statement, so that all are of one moment. The
 * group without a key comes last, so that no cursor points to it.
 */
async function marginRows(
  prisma: PrismaClient,
  scope: MarginScope,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Promise<[Total, readonly Row[]]> {
  const after = cursor === undefined ? null : decodeCursor(cursor, BY_TEXT).key;
  const [{ rows, ...total }] = await prisma.$queryRaw<[Total & { rows: Row[] }]>`
    WITH ${ledgerOfDays(scope)}, ${marginParts(scope)},
      grouped AS MATERIALIZED (SELECT key, name, id, sum(net_sales)::bigint AS net_sales, sum(cost)::bigint AS cost
        FROM (${MARGIN_KEYS[scope.by]}) k GROUP BY key, name, id),
      page AS (SELECT key, name, id, net_sales::text, cost::text FROM grouped
        WHERE ${after}::text IS NULL OR key IS NULL OR key > ${after} ORDER BY key NULLS LAST LIMIT ${limit + 1})
    SELECT coalesce(sum(net_sales), 0)::bigint AS net_sales, coalesce(sum(cost), 0)::bigint AS cost,
      (SELECT net_sales FROM ledger) AS ledger_net_sales,
      (SELECT cost FROM ledger) AS ledger_cost,
      (SELECT coalesce(jsonb_agg(to_jsonb(page) ORDER BY key NULLS LAST), '[]') FROM page) AS rows
    FROM grouped`;
  return [total, rows];
}

function rowOnWire(row: Row, scope: MarginScope) {
  const amounts = { net_sales: BigInt(row.net_sales), cost: BigInt(row.cost) };
  return {
    key: row.key,
    name: row.name,
    ...figuresOnWire(amounts, scope.currency),
    links: { documents: row.key === null ? null : documentsOf({ ...row, key: row.key }, scope) },
  };
}

/** Links a product, store or day to its sales, and a sale to its lifecycle. */
function documentsOf(
  { key, id }: Readonly<{ key: string; id: string | null }>,
  scope: MarginScope,
) {
  if (scope.by === 'sale') return `/v1/lifecycles/${id}`;
  const narrowed = scope.by === 'day' ? { from: key, to: key } : { [scope.by]: key };
  const { from, to, currency, store, product } = scope;
  const query = { by: 'sale', from, to, currency, store, product, ...narrowed };
  const asked = Object.entries(query).filter(([, value]) => value !== undefined) as [
    string,
    string,
  ][];
  return `/v1/reports/margin?${new URLSearchParams(asked).toString()}`;
}

function figuresOnWire({ net_sales, cost }: Amounts, currency: string) {
  const { margin: earned, marginPercent } = marginOf({ netSales: net_sales, costOfGoods: cost });
  return {
    netSales: wireMoney(net_sales, currency),
    costOfGoods: wireMoney(cost, currency),
    margin: wireMoney(earned, currency),
    marginPercent,
  };
}

function ledgerOnWire(total: Total, currency: string) {
  const { ledger_net_sales, ledger_cost } = total;
  const difference = total.net_sales - total.cost - (ledger_net_sales - ledger_cost);
  return {
    netSales: wireMoney(ledger_net_sales, currency),
    costOfGoods: wireMoney(ledger_cost, currency),
    difference: wireMoney(difference, currency),
  };
}
