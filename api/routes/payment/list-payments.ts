import type { z } from 'zod';
import { listPaymentsRoute } from '../../../contract/payment/payments.js';
import { Prisma } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { afterCursor, latestFirst } from '../page-turn.js';
import { literal, ofCustomer } from '../query-conditions.js';
import { paymentRows, paymentOnWire, type PaymentRow } from './payment-rows.js';

export const listPayments = route(listPaymentsRoute).answers(async ({ query }, { database }) => {
  const { limit } = query;
  const rows = await paymentRows(database.prisma, conditionsOf(query), limit + 1);
  const positionOf = (row: PaymentRow) => ({ key: row.received_key, id: row.id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: paymentOnWire }) };
});

const LATEST_FIRST = latestFirst(Prisma.sql`p.received_at`, Prisma.sql`p.id`);

type Query = z.output<typeof listPaymentsRoute.query>;

function conditionsOf({ status, customer, q, cursor }: Query): Prisma.Sql[] {
  const conditions = ofCustomer(customer);
  if (status !== undefined) conditions.push(Prisma.sql`p.state = ANY (${status.split(',')})`);
  if (q !== undefined) {
    const part = `%${literal(q)}%`;
    conditions.push(Prisma.sql`(p.payer_name ILIKE ${part} OR p.remittance_text ILIKE ${part})`);
  }
  return [...conditions, ...afterCursor(cursor, LATEST_FIRST)];
}
