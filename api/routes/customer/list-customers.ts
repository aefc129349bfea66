import { listCustomersRoute } from '../../../contract/customer/customers.js';
import { FINANCE_READERS } from '../../../contract/roles.js';
import type { QueryOf } from '../../../contract/route.js';
import type { CommandContext } from '../../../domain/context.js';
import { Refusal } from '../../../domain/refusal.js';
import { Prisma } from '../../../prisma/database.js';
import type { ApiDeps } from '../../deps.js';
import { decodeCursor, pageOf, UUID_FORM, type PositionForm } from '../../http/cursor.js';
import { route } from '../../route.js';
import { customerRows, customerHeadOnWire } from './customer-rows.js';
import { searchConditions } from './customer-search.js';
import { customerAtTillOnWire, customersAtTill } from './customers-at-till.js';

const BY_NAME: PositionForm = { key: /^[^\p{Cc}\p{Cs}]{0,200}$/u, id: UUID_FORM };

type Query = QueryOf<typeof listCustomersRoute>;

export const listCustomers = route(listCustomersRoute).answers(
  async ({ query, ctx, principal }, deps) => {
    if (!seesFinance(principal.role)) return { status: 200, body: await ofTill(deps, query, ctx) };
    const { limit } = query;
    const found = { at: ctx.at, limit: limit + 1 };
    const rows = await customerRows(deps.database.prisma, conditionsOf(query), found);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: customerHeadOnWire }) };
  },
);

/** A short page, and so many customers within the hour as a till serves. */
async function ofTill(deps: ApiDeps, query: Query, { actor, at }: CommandContext) {
  const { shownCustomers, limits, database } = deps;
  checkQueryOfTill(query);
  shownCustomers.check(actor.id);
  const limit = Math.min(query.limit, limits.customersShownAtOnce);
  const found = { at, limit: limit + 1 };
  const rows = await customersAtTill(database.prisma, conditionsOf(query), found);
  const page = pageOf(rows, { limit, positionOf, show: customerAtTillOnWire });
  shownCustomers.add(actor.id, page.data.length);
  return page;
}

function positionOf({ name, id }: Readonly<{ name: string; id: string }>) {
  return { key: name, id };
}

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
