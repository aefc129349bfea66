import { listCustomersRoute } from '../../../contract/customer/customers.js';
import { FINANCE_READERS } from '../../../contract/roles.js';
import type { QueryOf } from '../../../contract/route.js';
import { Refusal } from '../../../domain/refusal.js';
import { Prisma } from '../../../prisma/database.js';
import { decodeCursor, pageOf, UUID_FORM, type PositionForm } from '../../http/cursor.js';
import { route } from '../../route.js';
import { customerRows, customerHeadOnWire } from './customer-rows.js';
import { searchConditions } from './customer-search.js';
import { customerAtTillOnWire, customersAtTill } from './customers-at-till.js';

const BY_NAME: PositionForm = { key: /^[^\p{Cc}\p{Cs}]{0,200}$/u, id: UUID_FORM };

type Query = QueryOf<typeof listCustomersRoute>;

export const listCustomers = route(listCustomersRoute).answers(
  async ({ query, ctx, principal }, { database: { prisma } }) => {
    const { limit } = query;
    const found = { at: ctx.at, limit: limit + 1 };
    const positionOf = ({ name, id }: Readonly<{ name: string; id: string }>) => ({
      key: name,
      id,
    });
    if (!seesFinance(principal.role)) {
      checkQueryOfTill(query);
      const rows = await customersAtTill(prisma, conditionsOf(query), found);
      return { status: 200, body: pageOf(rows, { limit, positionOf, show: customerAtTillOnWire }) };
    }
    const rows = await customerRows(prisma, conditionsOf(query), found);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: customerHeadOnWire }) };
  },
);

function conditionsOf({ cursor, segment, riskBand, q }: Query): Prisma.Sql[] {
  const conditions = q === undefined ? [] : searchConditions(q);
  if (segment !== undefined) conditions.push(Prisma.sql`c.segment = ${segment}`);
  if (riskBand !== undefined) conditions.push(Prisma.sql`r.band = ${riskBand}`);
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor, BY_NAME);
    conditions.push(Prisma.sql`(c.name, c.id) > (${key}, ${id}::uuid)`);
  }
  return conditions;
}

function seesFinance(role: string): boolean {
  return (FINANCE_READERS as readonly string[]).includes(role);
}

/** Of one word: fewer find half of all customers. */
const TILL_LETTERS_MIN = 3;

function lengthOf(word: string): number {
  return word.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

/** Whoever sells looks for one customer and does not browse them. */
function checkQueryOfTill({ q, segment, riskBand }: Query): void {
  if (q === undefined || !q.split(/\s+/).some((word) => lengthOf(word) >= TILL_LETTERS_MIN)) {
    const detail = `Name a part of the name, the number or the telephone number: ${TILL_LETTERS_MIN} letters or digits at least.`;
    throw new Refusal({ code: 'FIELD_REQUIRED', param: 'q', detail });
  }
  const param = segment === undefined ? 'riskBand' : 'segment';
  if (segment === undefined && riskBand === undefined) return;
  const detail = 'This filter is for people of finance.';
  throw new Refusal({ code: 'FIELD_UNKNOWN', param, detail });
}
