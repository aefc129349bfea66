import type { z } from 'zod';
import { listInvoicesRoute } from '../../../contract/invoice/invoices.js';
import { Prisma } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { afterCursor, latestFirst } from '../page-turn.js';
import { literal, ofCustomer } from '../query-conditions.js';
import { invoiceRows, invoiceOnWire, withStatus, type InvoiceRow } from './invoice-rows.js';

export const listInvoices = route(listInvoicesRoute).answers(
  async ({ query, ctx }, { database }) => {
    const { limit } = query;
    const page = { at: ctx.at, limit: limit + 1 };
    const rows = await invoiceRows(database.prisma, conditionsOf(query, ctx.at), page);
    const positionOf = (row: InvoiceRow) => ({ key: row.issued_key, id: row.id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: invoiceOnWire }) };
  },
);

const LATEST_FIRST = latestFirst(Prisma.sql`i.issued_at`, Prisma.sql`i.id`);

type Query = z.output<typeof listInvoicesRoute.query>;

function conditionsOf({ status, customer, q, cursor }: Query, at: string): Prisma.Sql[] {
  const conditions = ofCustomer(customer);
  if (status !== undefined) conditions.push(withStatus(status, at));
  if (q !== undefined) {
    const begins = `${literal(q)}%`;
    conditions.push(Prisma.sql`(i.number ILIKE ${begins} OR i.payment_reference LIKE ${begins}
      OR c.number ILIKE ${begins} OR c.name ILIKE ${`%${begins}`})`);
  }
  return [...conditions, ...afterCursor(cursor, LATEST_FIRST)];
}
