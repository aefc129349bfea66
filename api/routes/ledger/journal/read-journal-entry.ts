import { readJournalEntryRoute } from '../../../../contract/ledger/journal.js';
import { notFound } from '../../../../domain/refusal.js';
import { Prisma } from '../../../../prisma/database.js';
import { route } from '../../../route.js';
import { entryOnWire, journalRows } from './journal-rows.js';

export const readJournalEntry = route(readJournalEntryRoute).answers(
  async ({ params }, { database }) => {
    const ofId = Prisma.sql`e.id = ${params.entryId}::uuid`;
    const [row] = await journalRows(database.prisma, ofId, 1);
    if (row === undefined) throw notFound();
    return { status: 200, body: entryOnWire(row) };
  },
);
