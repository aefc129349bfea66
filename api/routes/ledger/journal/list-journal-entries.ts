import { listJournalEntriesRoute } from '../../../../contract/ledger/journal.js';
import { Prisma } from '../../../../prisma/database.js';
import { decodeCursor, pageOf, UUID_FORM, type PositionForm } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { whereAll } from '../../query-conditions.js';
import { entryOnWire, journalRows, type EntryRow } from './journal-rows.js';

const BY_POSITION: PositionForm = { key: /^\d{1,18}$/, id: UUID_FORM };

export const listJournalEntries = route(listJournalEntriesRoute).answers(
  async ({ query }, { database }) => {
    const { limit, cursor, day, account } = query;
    const conditions: Prisma.Sql[] = [];
    if (day !== undefined) conditions.push(Prisma.sql`e.business_date = ${day}::date`);
    if (account !== undefined)
      conditions.push(
        Prisma.sql`EXISTS (SELECT 1 FROM journal_line l WHERE l.entry_id = e.id AND l.account_code = ${account})`,
      );
    if (cursor !== undefined)
      conditions.push(Prisma.sql`e.position < ${decodeCursor(cursor, BY_POSITION).key}::bigint`);
    const rows = await journalRows(database.prisma, whereAll(conditions), limit + 1);
    const positionOf = ({ position, id }: EntryRow) => ({ key: position.toString(), id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: entryOnWire }) };
  },
);
