import { listPromisesRoute } from '../../../../contract/receivable/promises.js';
import { known } from '../../../../domain/known.js';
import { PROMISE_STATES } from '../../../../domain/receivable/promise.js';
import { Prisma } from '../../../../prisma/database.js';
import { pageOf } from '../../../http/cursor.js';
import { route } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { afterCursor, inTurn, latestDayFirst, type Turn } from '../../page-turn.js';
import { ofCustomer, whereAll } from '../../query-conditions.js';
import { actorNameIn } from '../../actor-names.js';
import { aboutInvoice, invoiceOnWire, type InvoiceColumns } from '../about-invoice.js';

type Row = InvoiceColumns &
  Readonly<{
    id: string;
    amount: bigint;
    promised_on: string;
    promised_for: string;
    state: string;
    channel: string;
    recorded_at: Date;
    recorded_by: string;
  }>;

const LATEST_FIRST = latestDayFirst(Prisma.sql`p.promised_for`, Prisma.sql`p.id`);
const SOONEST_FIRST: Turn = { ...LATEST_FIRST, first: 'lowest' };

export const listPromises = route(listPromisesRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, state, customer } = query;
  const turn = state === 'open' ? SOONEST_FIRST : LATEST_FIRST;
  const conditions = [
    Prisma.sql`p.state = ${state}`,
    ...ofCustomer(customer),
    ...afterCursor(cursor, turn),
  ];
  const rows = await database.prisma.$queryRaw<Row[]>`
    SELECT p.id, p.amount, p.promised_on::text, p.promised_for::text, p.state, p.channel, p.recorded_at,
      ${actorNameIn(Prisma.sql`p.recorded_by`)} AS recorded_by, ${aboutInvoice}
    FROM promise_to_pay p JOIN invoice i ON i.id = p.invoice_id JOIN customer c ON c.id = i.customer_id
    WHERE ${whereAll(conditions)} ORDER BY ${inTurn(turn)} LIMIT ${limit + 1}`;
  const positionOf = ({ promised_for: key, id }: Row) => ({ key, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
});

function show(row: Row) {
  return {
    id: row.id,
    amount: wireMoney(row.amount, row.currency),
    promisedOn: row.promised_on,
    promisedFor: row.promised_for,
    state: known(PROMISE_STATES, row.state),
    channel: row.channel,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    ...invoiceOnWire(row),
  };
}
