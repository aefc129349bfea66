import { ageingRoute } from '../../../../contract/ledger/reports.js';
import { FORMULAS } from '../../../../domain/ledger/formulas.js';
import { accountCode } from '../../../../domain/ledger/accounts.js';
import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { customerOnWire, type CustomerColumns } from '../../query-conditions.js';
import { balanceOn } from './ledger-sums.js';
import { BY_TOTAL, reportScope, type ReportScope } from './report-day.js';

export const ageing = route(ageingRoute).answers(async ({ query }, deps) => {
  const { prisma } = deps.database;
  const scope = await reportScope(deps, query);
  const rows = await customerRows(prisma, scope, query);
  const total = await totalRow(prisma, scope);
  const balance = await receivablesBalance(prisma, scope);
  const { data, nextCursor } = pageOf(rows, {
    limit: query.limit,
    positionOf: (row) => ({ key: row.total.toString(), id: row.customer_id }),
    show: (row) => ({
      customer: customerOnWire(row),
      buckets: bucketsOnWire(row, scope.currency),
      link: `/v1/customers/${row.customer_id}/statement?asOf=${scope.asOf}`,
    }),
  });
  return {
    status: 200,
    body: {
      ...scope,
      formula: FORMULAS.ageing.en,
      total: bucketsOnWire(total, scope.currency),
      ledger: {
        account: accountCode('receivables'),
        balance: wireMoney(balance, scope.currency),
        difference: wireMoney(total.total - balance, scope.currency),
      },
      customers: data,
      nextCursor,
    },
  };
});

type BucketRow = Readonly<{
  not_due: bigint;
  days_30: bigint;
  days_60: bigint;
  days_90: bigint;
  over_90: bigint;
  total: bigint;
}>;
type CustomerRow = BucketRow & CustomerColumns;

/** An item due on the day itself is not overdue. */
function bucketColumns(asOf: string): Prisma.Sql {
  const sum = (condition: Prisma.Sql) =>
    Prisma.sql`coalesce(sum(o.open_amount) FILTER (WHERE ${condition}), 0)::bigint`;
  const late = Prisma.sql`${asOf}::date - o.due_on`;
  return Prisma.sql`${sum(Prisma.sql`${late} <= 0`)} AS not_due,
    ${sum(Prisma.sql`${late} BETWEEN 1 AND 30`)} AS days_30, ${sum(Prisma.sql`${late} BETWEEN 31 AND 60`)} AS days_60,
    ${sum(Prisma.sql`${late} BETWEEN 61 AND 90`)} AS days_90, ${sum(Prisma.sql`${late} > 90`)} AS over_90,
    coalesce(sum(o.open_amount), 0)::bigint AS total`;
}

function customerRows(
  prisma: PrismaClient,
  { asOf, currency }: ReportScope,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Promise<CustomerRow[]> {
  const position = cursor === undefined ? undefined : decodeCursor(cursor, BY_TOTAL);
  const after =
    position === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(sum(o.open_amount), c.id) < (${position.key}::numeric, ${position.id}::uuid)`;
  return prisma.$queryRaw<CustomerRow[]>`
    SELECT c.id AS customer_id, c.number AS customer_number, c.name AS customer_name, ${bucketColumns(asOf)}
    FROM open_items_as_of(${asOf}::date) o JOIN customer c ON c.id = o.customer_id
    WHERE o.currency = ${currency} GROUP BY c.id HAVING ${after}
    ORDER BY sum(o.open_amount) DESC, c.id DESC LIMIT ${limit + 1}`;
}

async function totalRow(prisma: PrismaClient, { asOf, currency }: ReportScope): Promise<BucketRow> {
  const [row] = await prisma.$queryRaw<[BucketRow]>`
    SELECT ${bucketColumns(asOf)} FROM open_items_as_of(${asOf}::date) o WHERE o.currency = ${currency}`;
  return row;
}

async function receivablesBalance(prisma: PrismaClient, scope: ReportScope): Promise<bigint> {
  const [row] = await prisma.$queryRaw<[{ balance: bigint }]>`
    SELECT ${balanceOn(scope, 'receivables')} AS balance`;
  return row.balance;
}

function bucketsOnWire(row: BucketRow, currency: string) {
  return {
    notDue: wireMoney(row.not_due, currency),
    days1to30: wireMoney(row.days_30, currency),
    days31to60: wireMoney(row.days_60, currency),
    days61to90: wireMoney(row.days_90, currency),
    over90: wireMoney(row.over_90, currency),
    total: wireMoney(row.total, currency),
  };
}
