import { listDisputesRoute } from '../../../../contract/receivable/disputes.js';
import { known } from '../../../../domain/known.js';
import { DISPUTE_RESOLUTIONS, DISPUTE_STATES } from '../../../../domain/receivable/dispute.js';
import { Prisma } from '../../../../prisma/database.js';
import { pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { afterCursor, inTurn, latestFirst } from '../../page-turn.js';
import { ofCustomer, whereAll } from '../../query-conditions.js';
import { actorNameIn } from '../../actor-names.js';
import { aboutInvoice, invoiceOnWire, type InvoiceColumns } from '../about-invoice.js';

type Row = InvoiceColumns &
  Readonly<{
    id: string;
    amount: bigint;
    reason: string;
    state: string;
    opened_at: Date;
    /** With microseconds, for the cursor. */
    opened_key: string;
    opened_by: string;
    resolution: string | null;
    resolved_at: Date | null;
    credit_note_id: string | null;
  }>;

const RESOLVED = latestFirst(Prisma.sql`d.opened_at`, Prisma.sql`d.id`);
const TURN = { open: { ...RESOLVED, first: 'lowest' }, resolved: RESOLVED } as const;

export const listDisputes = route(listDisputesRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, state, customer } = query;
  const conditions = [
    Prisma.sql`d.state = ${state}`,
    ...ofCustomer(customer),
    ...afterCursor(cursor, TURN[state]),
  ];
  const rows = await database.prisma.$queryRaw<Row[]>`
    SELECT d.id, d.amount, d.reason, d.state, d.opened_at, d.opened_at::text AS opened_key, d.resolution,
      d.resolved_at, d.credit_note_id, ${actorNameIn(Prisma.sql`d.opened_by`)} AS opened_by, ${aboutInvoice}
    FROM dispute d JOIN invoice i ON i.id = d.invoice_id JOIN customer c ON c.id = i.customer_id
    WHERE ${whereAll(conditions)} ORDER BY ${inTurn(TURN[state])} LIMIT ${limit + 1}`;
  const positionOf = ({ opened_key: key, id }: Row) => ({ key, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
});

function show(row: Row) {
  return {
    id: row.id,
    amount: wireMoney(row.amount, row.currency),
    reason: row.reason,
    state: known(DISPUTE_STATES, row.state),
    openedAt: row.opened_at.toISOString(),
    openedBy: row.opened_by,
    resolution: row.resolution === null ? null : known(DISPUTE_RESOLUTIONS, row.resolution),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    creditNoteId: row.credit_note_id,
    ...invoiceOnWire(row),
  };
}
