import type { z } from 'zod';
import { listLifecyclesRoute } from '../../../contract/lifecycle/lifecycles.js';
import { Prisma } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { BY_TIME, decodeCursor, pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { literal } from '../query-conditions.js';
import { lifecycleRows, lifecycleOnWire, type LifecycleRow } from './lifecycle-rows.js';

export const listLifecycles = route(listLifecyclesRoute).answers(
  async ({ query, principal }, deps) => {
    const { limit } = query;
    const conditions = [...conditionsOf(query), ...ownStore(principal)];
    const rows = await lifecycleRows(deps.database.prisma, conditions, limit + 1);
    const positionOf = (row: LifecycleRow) => ({ key: row.since_key, id: row.sale_id });
    const show = (row: LifecycleRow) => lifecycleOnWire(row, deps);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
  },
);

/** Staff of a store see only that store. */
export function ownStore({ storeId }: Principal): Prisma.Sql[] {
  return storeId === undefined ? [] : [Prisma.sql`l.store_id = ${storeId}::uuid`];
}

type Query = z.output<typeof listLifecyclesRoute.query>;

function conditionsOf({ stage, store, customer, q, cursor }: Query): Prisma.Sql[] {
  const conditions = [Prisma.sql`TRUE`];
  if (stage === 'open') conditions.push(Prisma.sql`l.closed_at IS NULL`);
  else if (stage !== undefined) conditions.push(Prisma.sql`l.stage = ${stage}`);
  if (store !== undefined) conditions.push(Prisma.sql`st.code = ${store}`);
  if (customer !== undefined) conditions.push(Prisma.sql`${customer} IN (c.number, c.id::text)`);
  if (q !== undefined) conditions.push(matching(q));
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor, BY_TIME);
    conditions.push(Prisma.sql`(l.since, l.sale_id) < (${key}::timestamptz, ${id}::uuid)`);
  }
  return conditions;
}

function matching(q: string): Prisma.Sql {
  const begins = `${literal(q)}%`;
  return Prisma.sql`(s.number ILIKE ${begins} OR i.number ILIKE ${begins} OR c.number ILIKE ${begins}
    OR c.name ILIKE ${`%${begins}`})`;
}
