import { listPeriodsRoute } from '../../../../contract/ledger/periods.js';
import { Prisma } from '../../../../prisma/database.js';
import { decodeCursor, pageOf, type PositionForm } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { whereAll } from '../../query-conditions.js';
import { periodRows, periodOnWire, type PeriodRow } from './period-rows.js';

const BY_DAY: PositionForm = { key: /^\d{4}-\d{2}-\d{2}$/, id: /^[0-9a-f-]{36}$/ };

export const listPeriods = route(listPeriodsRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, state } = query;
  const conditions: Prisma.Sql[] = [];
  if (state !== undefined) conditions.push(Prisma.sql`p.state = ${state}`);
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor, BY_DAY);
    conditions.push(Prisma.sql`(p.starts_on, p.id) < (${key}::date, ${id}::uuid)`);
  }
  const rows = await periodRows(database.prisma, whereAll(conditions), limit + 1);
  const positionOf = ({ starts_on: key, id }: PeriodRow) => ({ key, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: periodOnWire }) };
});
