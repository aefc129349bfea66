import { companyOf } from '../../../activities/company/stores.js';
import { findSalesRoute } from '../../../contract/sale/find-sales.js';
import { FINANCE_READERS } from '../../../contract/roles.js';
import type { QueryOf } from '../../../contract/route.js';
import { parseMoney } from '../../../domain/money/money.js';
import { Refusal } from '../../../domain/refusal.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { pageOf, UUID_FORM } from '../../http/cursor.js';
import { route } from '../../route.js';
import { afterCursor, latestDayFirst } from '../page-turn.js';
import { findSandboxSales } from './sandbox-sales.js';
import { CARD_ENDING, foundSaleOnWire, foundSales, type FoundRow } from './found-sales.js';

const LATEST_FIRST = latestDayFirst(Prisma.sql`s.business_date`, Prisma.sql`s.id`);

type Query = QueryOf<typeof findSalesRoute>;

export const findSales = route(findSalesRoute).answers(
  async ({ query, principal }, { database: { prisma } }) => {
    const { limit } = query;
    if (principal.isSandbox === true) {
      const { terminalId } = principal;
      return { status: 200, body: await findSandboxSales(prisma, { terminalId, query }) };
    }
    const conditions = [...withinReach(query, principal), ...(await conditionsOf(prisma, query))];
    const lines = query.receipt === undefined ? 'without' : 'with';
    const rows = await foundSales(prisma, conditions, { limit: limit + 1, lines });
    const positionOf = ({ business_date, id }: FoundRow) => ({ key: business_date, id });
    const show = (row: FoundRow) => foundSaleOnWire(row, lines);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
  },
);

/**
 * Whoever sells finds a sale of any store by what stands on its receipt; otherwise those of the own store.
 *
 * @throws Refusal `FIELD_REQUIRED` for a caller without a store who does not name enough
 */
function withinReach(query: Query, { role, storeId }: Principal): Prisma.Sql[] {
  if ((FINANCE_READERS as readonly string[]).includes(role) || isOnReceipt(query)) return [];
  if (storeId !== undefined) return [Prisma.sql`s.store_id = ${storeId}::uuid`];
  const detail = 'Name the receipt, or the day with amount, card or customer.';
  throw new Refusal({ code: 'FIELD_REQUIRED', param: 'receipt', detail });
}

/** Enough that only somebody with the receipt, or the customer, knows it. */
function isOnReceipt({ receipt, day, until, amount, cardLast4, customer }: Query): boolean {
  const one = amount ?? cardLast4 ?? customer;
  const isOneDay = day !== undefined && until === undefined;
  return receipt !== undefined || (isOneDay && one !== undefined);
}

async function conditionsOf(prisma: PrismaClient, query: Query): Promise<Prisma.Sql[]> {
  const { receipt, customer, amount, cardLast4, store, cursor } = query;
  const conditions: Prisma.Sql[] = onDays(query);
  if (store !== undefined) {
    conditions.push(Prisma.sql`s.store_id = (SELECT id FROM store WHERE code = ${store})`);
  }
  if (customer !== undefined) conditions.push(ofCustomer(customer));
  if (receipt !== undefined) conditions.push(ofReceipt(receipt));
  if (amount !== undefined) conditions.push(await ofAmount(prisma, amount, query.currency));
  if (cardLast4 !== undefined) {
    conditions.push(Prisma.sql`s.id IN (SELECT t.sale_id FROM sale_tender t
      WHERE t.type = 'card' AND ${CARD_ENDING} = ${cardLast4})`);
  }
  return [...conditions, ...afterCursor(cursor, LATEST_FIRST)];
}

/** The day that was named, or all from it to the last one. */
function onDays({ day, until }: Query): Prisma.Sql[] {
  if (until === undefined) {
    return day === undefined ? [] : [Prisma.sql`s.business_date = ${day}::date`];
  }
  const conditions = [Prisma.sql`s.business_date <= ${until}::date`];
  if (day !== undefined) conditions.push(Prisma.sql`s.business_date >= ${day}::date`);
  return conditions;
}

const URN = /^urn:uuid:/i;

/** The code on a receipt holds the id of the sale, its text the number. */
function ofReceipt(receipt: string): Prisma.Sql {
  const id = receipt.replace(URN, '').toLowerCase();
  return UUID_FORM.test(id) ? Prisma.sql`s.id = ${id}::uuid` : Prisma.sql`s.number = ${receipt}`;
}

function ofCustomer(customer: string): Prisma.Sql {
  const id = customer.toLowerCase();
  return UUID_FORM.test(id)
    ? Prisma.sql`s.customer_id IN (SELECT customer_family(${id}::uuid))`
    : Prisma.sql`s.customer_id IN (SELECT customer_family(c.id) FROM customer c WHERE c.number = ${customer})`;
}

async function ofAmount(
  prisma: PrismaClient,
  amount: string,
  currency: string | undefined,
): Promise<Prisma.Sql> {
  const wire = { amount, currency: currency ?? (await companyOf(prisma)).currency };
  const due = parseMoney(wire, 'amount');
  return Prisma.sql`s.total_amount - s.rounding_amount = ${due.amount} AND s.currency = ${due.currency}`;
}
