import { listPeriodsRoute } from '../../../../contract/ledger/periods.js';
import { Prisma } from '../../../../prisma/database.js';
import { pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { afterCursor, latestDayFirst } from '../../page-turn.js';
import { whereAll } from '../../query-conditions.js';
import { periodRows, periodOnWire, type PeriodRow } from './period-rows.js';

const LATEST_FIRST = latestDayFirst(Prisma.sql`p.starts_on`, Prisma.sql`p.id`);

export const listPeriods = route(listPeriodsRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, state } = query;
  const conditions: Prisma.Sql[] = [];
  if (state !== undefined) conditions.push(Prisma.sql`p.state = ${state}`);
  conditions.push(...afterCursor(cursor, LATEST_FIRST));
  const rows = await periodRows(database.prisma, whereAll(conditions), limit + 1);
  const positionOf = ({ starts_on: key, id }: PeriodRow) => ({ key, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: periodOnWire }) };
});
