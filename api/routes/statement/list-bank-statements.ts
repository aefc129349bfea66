import { listBankStatementsRoute } from '../../../contract/statement/bank-statements.js';
import { Prisma } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { afterCursor, latestFirst } from '../page-turn.js';
import { statementOnWire, statementRows, type StatementRow } from './statement-rows.js';

const LATEST_FIRST = latestFirst(Prisma.sql`s.received_at`, Prisma.sql`s.id`);

export const listBankStatements = route(listBankStatementsRoute).answers(
  async ({ query }, { database }) => {
    const { limit, cursor, status, account } = query;
    const conditions: Prisma.Sql[] = [];
    if (status !== undefined) conditions.push(Prisma.sql`s.state = ${status}`);
    if (account !== undefined) conditions.push(Prisma.sql`a.number = ${account}`);
    conditions.push(...afterCursor(cursor, LATEST_FIRST));
    const rows = await statementRows(database.prisma, conditions, limit + 1);
    const positionOf = (row: StatementRow) => ({ key: row.received_key, id: row.id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: statementOnWire }) };
  },
);
