import { dailyResultRoute } from '../../../../contract/ledger/reports.js';
import { accountCode, type AccountName } from '../../../../domain/ledger/accounts.js';
import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { checkPeriod, reportScope, storeOfReport } from './report-day.js';

const FORMULA =
  'From the journal, by business date and store: net sales = sales - discounts - returns, without tax and before cash rounding; margin = net sales - cost of goods; result = margin + other income - other expenses, which hold what cash rounding gave away.';

export const dailyResult = route(dailyResultRoute).answers(async ({ query, principal }, deps) => {
  const { prisma } = deps.database;
  const scope = await reportScope(deps, query);
  const from = query.from ?? scope.asOf;
  checkPeriod({ from, to: scope.asOf });
  const period = { ...scope, from, store: await storeOfReport(deps, principal, query.store) };
  const rows = await resultRows(prisma, period);
  const days = rows.map(figuresOf);
  const wire = (amount: bigint) => wireMoney(amount, scope.currency);
  const total = (key: keyof Figures) => days.reduce((sum, { figures }) => sum + figures[key], 0n);
  const ledger = await ledgerResult(prisma, period);
  return {
    status: 200,
    body: {
      from,
      asOf: scope.asOf,
      currency: scope.currency,
      formula: FORMULA,
      days: days.map(({ row, figures }) => ({
        date: row.day,
        store: row.store,
        ...wireAll(figures, wire),
        links: {
          lifecycles: row.store === null ? '/v1/lifecycles' : `/v1/lifecycles?store=${row.store}`,
        },
      })),
      total: {
        netSales: wire(total('netSales')),
        costOfGoods: wire(total('costOfGoods')),
        margin: wire(total('margin')),
        result: wire(total('result')),
      },
      ledger: { result: wire(ledger), difference: wire(total('result') - ledger) },
    },
  };
});

type Period = Readonly<{ from: string; asOf: string; currency: string; store: string | undefined }>;

type ResultRow = Readonly<{
  day: string;
  store: string | null;
  sales: bigint;
  discounts: bigint;
  returns: bigint;
  cost: bigint;
  other_income: bigint;
  other_expenses: bigint;
}>;

/** Revenue is booked as credit (below zero), expenses as debit; here each figure has the sign a reader expects. */
function resultRows(
  prisma: PrismaClient,
  { from, asOf, currency, store }: Period,
): Promise<ResultRow[]> {
  const of = (...names: readonly AccountName[]) =>
    Prisma.sql`l.account_code = ANY (${names.map(accountCode)})`;
  const own: readonly AccountName[] = [
    'salesRevenue',
    'salesDiscounts',
    'salesReturns',
    'costOfGoodsSold',
  ];
  const sum = (sign: 1 | -1, condition: Prisma.Sql) =>
    Prisma.sql`(${sign} * coalesce(sum(l.debit_amount - l.credit_amount) FILTER (WHERE ${condition}), 0))::bigint`;
  const other = (kind: string) => Prisma.sql`a.kind = ${kind} AND NOT ${of(...own)}`;
  return prisma.$queryRaw<ResultRow[]>`
    SELECT l.business_date::text AS day, s.code AS store, ${sum(-1, of('salesRevenue'))} AS sales,
      ${sum(1, of('salesDiscounts'))} AS discounts, ${sum(1, of('salesReturns'))} AS returns,
      ${sum(1, of('costOfGoodsSold'))} AS cost, ${sum(-1, other('revenue'))} AS other_income,
      ${sum(1, other('expense'))} AS other_expenses
    FROM ledger_days(${currency}::bpchar, ${from}::date, ${asOf}::date) l JOIN account a ON a.code = l.account_code
      LEFT JOIN store s ON s.id = l.store_id
    WHERE a.kind IN ('revenue', 'expense') AND (${store ?? null}::text IS NULL OR s.code = ${store ?? null})
    GROUP BY l.business_date, s.code ORDER BY l.business_date, s.code NULLS LAST`;
}

/**
 * Cross-check: by how much the trial balance of all result accounts moved over the same days. It has no stores; for one
 * store it is the sum of the accounts over the days.
 */
async function ledgerResult(
  prisma: PrismaClient,
  { from, asOf, currency, store }: Period,
): Promise<bigint> {
  const until = (
    day: Prisma.Sql,
  ) => Prisma.sql`SELECT b.account_code, b.debit_amount - b.credit_amount AS amount
    FROM ledger_until(${currency}::bpchar, ${day}) b`;
  const moved =
    store === undefined
      ? Prisma.sql`${until(Prisma.sql`${asOf}::date`)} UNION ALL
        SELECT b.account_code, -b.amount FROM (${until(Prisma.sql`${from}::date - 1`)}) b`
      : Prisma.sql`SELECT l.account_code, l.debit_amount - l.credit_amount AS amount
        FROM ledger_days(${currency}::bpchar, ${from}::date, ${asOf}::date) l
        WHERE l.store_id = (SELECT id FROM store WHERE code = ${store})`;
  const [row] = await prisma.$queryRaw<[{ result: bigint }]>`
    SELECT coalesce(-sum(m.amount), 0)::bigint AS result FROM (${moved}) m
    WHERE m.account_code IN (SELECT code FROM account WHERE kind IN ('revenue', 'expense'))`;
  return row.result;
}

function figuresOf(row: ResultRow) {
  const netSales = row.sales - row.discounts - row.returns;
  const margin = netSales - row.cost;
  return {
    row,
    figures: {
      sales: row.sales,
      discounts: row.discounts,
      returns: row.returns,
      netSales,
      costOfGoods: row.cost,
      margin,
      otherIncome: row.other_income,
      otherExpenses: row.other_expenses,
      result: margin + row.other_income - row.other_expenses,
    },
  };
}

type Figures = ReturnType<typeof figuresOf>['figures'];
type Wire = ReturnType<typeof wireMoney>;

function wireAll(figures: Figures, wire: (amount: bigint) => Wire): Record<keyof Figures, Wire> {
  const entries = Object.entries(figures).map(([name, amount]) => [name, wire(amount)]);
  return Object.fromEntries(entries) as Record<keyof Figures, Wire>;
}
