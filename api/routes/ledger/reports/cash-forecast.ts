import { Temporal } from 'temporal-polyfill';
import { cashForecastRoute } from '../../../../contract/ledger/cash-forecast.js';
import { FORMULAS } from '../../../../domain/ledger/formulas.js';
import {
  forecastCash,
  habitOf,
  type ForecastWeek,
  type PaymentHabits,
} from '../../../../domain/forecast/forecast-cash.js';
import { accountCode } from '../../../../domain/ledger/accounts.js';
import { Prisma, type PrismaClient } from '../../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { customerOnWire, type CustomerColumns } from '../../query-conditions.js';
import { DAYS_LATE, openAndPaid, readForecastBooks } from './forecast-claims.js';
import { BY_TOTAL, invalidPeriod, reportScope, type ReportScope } from './report-day.js';

/** The last day that the books can hold. */
const LAST_DAY = Temporal.PlainDate.from('9999-12-31');

export const cashForecast = route(cashForecastRoute).answers(async ({ query }, deps) => {
  const { prisma } = deps.database;
  const scope = await reportScope(deps, query);
  const { asOf, currency } = scope;
  const today = Temporal.PlainDate.from(asOf);
  checkWeeks(today, query.weeks);
  const { claims, habits, balance } = await readForecastBooks(prisma, scope);
  const { weeks, beyond, atRisk, total } = forecastCash(claims, habits, {
    today,
    weeks: query.weeks,
  });
  const wire = (amount: bigint) => wireMoney(amount, currency);
  const { data, nextCursor } = pageOf(await customerRows(prisma, scope, query), {
    limit: query.limit,
    positionOf: (row) => ({ key: row.total.toString(), id: row.customer_id }),
    show: (row) => habitOnWire(row, habits, scope),
  });
  return {
    status: 200,
    body: {
      ...scope,
      formula: FORMULAS.cashForecast.en,
      weeks: weeks.map((week) => weekOnWire(week, wire)),
      beyond: wire(beyond),
      atRisk: { disputed: wire(atRisk.disputed), placed: wire(atRisk.placed) },
      total: wire(total),
      ledger: {
        account: accountCode('receivables'),
        balance: wire(balance),
        difference: wire(total - balance),
      },
      customers: data,
      nextCursor,
      links: {
        ageing: `/v1/reports/ageing?asOf=${asOf}&currency=${currency}`,
        disputes: '/v1/work-queue?kind=dispute',
        placements: '/v1/placements',
      },
    },
  };
});

/** @throws Refusal `REPORT_PERIOD_INVALID` when the last week is beyond the books. */
function checkWeeks(today: Temporal.PlainDate, weeks: number): void {
  if (Temporal.PlainDate.compare(today.add({ weeks }), LAST_DAY) <= 0) return;
  throw invalidPeriod('weeks', 'The last week ends after the year 9999.');
}

type Row = CustomerColumns & Readonly<{ total: bigint; segment: string; days_late: number | null }>;

function customerRows(
  prisma: PrismaClient,
  scope: ReportScope,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Promise<Row[]> {
  const position = cursor === undefined ? undefined : decodeCursor(cursor, BY_TOTAL);
  const after =
    position === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(sum(o.open_amount), c.id) < (${position.key}::numeric, ${position.id}::uuid)`;
  return prisma.$queryRaw<Row[]>`
    WITH ${openAndPaid(scope)}
    SELECT c.id AS customer_id, c.number AS customer_number, c.name AS customer_name, c.segment,
      sum(o.open_amount)::bigint AS total, (SELECT ${DAYS_LATE} FROM paid p WHERE p.customer_id = c.id) AS days_late
    FROM owed o JOIN customer c ON c.id = o.customer_id GROUP BY c.id HAVING ${after}
    ORDER BY sum(o.open_amount) DESC, c.id DESC LIMIT ${limit + 1}`;
}

function habitOnWire(row: Row, habits: PaymentHabits, { asOf, currency }: ReportScope) {
  const averageDaysLate = row.days_late ?? undefined;
  const { kind, daysLate } = habitOf({ segment: row.segment, averageDaysLate }, habits);
  return {
    customer: customerOnWire(row),
    open: wireMoney(row.total, currency),
    daysLate,
    habit: kind,
    link: `/v1/customers/${row.customer_id}/statement?asOf=${asOf}`,
  };
}

function weekOnWire(
  { from, to, amount, promised }: ForecastWeek,
  wire: (amount: bigint) => ReturnType<typeof wireMoney>,
) {
  return {
    from: from.toString(),
    to: to.toString(),
    expected: wire(amount),
    promised: wire(promised),
  };
}
