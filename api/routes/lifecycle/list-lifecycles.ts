import type { z } from 'zod';
import { listLifecyclesRoute } from '../../../contract/lifecycle/lifecycles.js';
import { Prisma } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { BY_TIME, decodeCursor, pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { literal } from '../query-conditions.js';
import type { ApiDeps } from '../../deps.js';
import {
  after,
  lifecycleRows,
  lifecycleOnWire,
  standingOn,
  type LifecycleRow,
} from './lifecycle-rows.js';

export const listLifecycles = route(listLifecyclesRoute).answers(
  async ({ query, principal }, deps) => {
    const { limit, order } = query;
    const today = await companyToday(deps);
    const conditions = [...conditionsOf(query, today), ...ownStore(principal)];
    const wanted = { conditions, today, order, limit: limit + 1 };
    const rows = await lifecycleRows(deps.database.prisma, wanted);
    const positionOf = (row: LifecycleRow) => ({
      key: order === 'recent' ? row.since_key : row.next_key,
      id: row.sale_id,
    });
    const show = (row: LifecycleRow) => lifecycleOnWire(row, deps);
    return { status: 200, body: pageOf(rows, { limit, positionOf, show }) };
  },
);

/** Staff of a store see only that store. */
export function ownStore({ storeId }: Principal): Prisma.Sql[] {
  return storeId === undefined ? [] : [Prisma.sql`l.store_id = ${storeId}::uuid`];
}

type Query = z.output<typeof listLifecyclesRoute.query>;

function conditionsOf(query: Query, today: string): Prisma.Sql[] {
  const { stage, standing, comes, q, cursor, order } = query;
  const conditions = filtersOf(query);
  if (standing !== undefined) conditions.push(Prisma.sql`${standingOn(today)} = ${standing}`);
  if (comes !== undefined) conditions.push(Prisma.sql`l.next_step LIKE ${NEXT_STEPS[comes]}`);
  if (stage === 'open') conditions.push(Prisma.sql`l.closed_at IS NULL`);
  else if (stage !== undefined) conditions.push(Prisma.sql`l.stage = ${stage}`);
  if (q !== undefined) conditions.push(matching(q));
  if (cursor !== undefined) conditions.push(after(order, decodeCursor(cursor, BY_TIME)));
  return conditions;
}

/** How the names of next steps begin. */
const NEXT_STEPS = { letter: 'reminder-%', hold: 'hold-%' } as const;

/** The filters that a list and its counts share. */
export function filtersOf({ store, customer }: Pick<Query, 'store' | 'customer'>): Prisma.Sql[] {
  const conditions = [Prisma.sql`TRUE`];
  if (store !== undefined) conditions.push(Prisma.sql`st.code = ${store}`);
  if (customer !== undefined) conditions.push(Prisma.sql`${customer} IN (c.number, c.id::text)`);
  return conditions;
}

/** The day of the company now; of Jakarta before there is a company. */
export async function companyToday({ database, clock }: ApiDeps): Promise<string> {
  const company = await database.prisma.organisation.findFirst({ select: { timeZone: true } });
  return clock.today(company?.timeZone ?? 'Asia/Jakarta').toString();
}

function matching(q: string): Prisma.Sql {
  const begins = `${literal(q)}%`;
  return Prisma.sql`(s.number ILIKE ${begins} OR i.number ILIKE ${begins} OR c.number ILIKE ${begins}
    OR c.name ILIKE ${`%${begins}`})`;
}
