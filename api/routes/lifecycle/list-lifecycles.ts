import type { z } from 'zod';
import { listLifecyclesRoute } from '../../../contract/lifecycle/lifecycles.js';
import type { SaleStanding } from '../../../domain/sale/standing.js';
import { Prisma } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import type { ApiDeps } from '../../deps.js';
import { lifecycleOnWire, nextRows, recentRows, type LifecycleRow } from './lifecycle-rows.js';
import { matching } from './lifecycle-search.js';

export const listLifecycles = route(listLifecyclesRoute).answers(
  async ({ query, principal }, deps) => {
    const { limit, order } = query;
    const { prisma } = deps.database;
    const today = await companyToday(deps);
    const conditions = [...conditionsOf(query, today), ...ownStore(principal)];
    if (query.q !== undefined) conditions.push(await matching(deps.database, query.q));
    const wanted = { conditions, today, limit: limit + 1, cursor: query.cursor };
    const rows =
      order === 'recent' ? await recentRows(prisma, wanted) : await nextRows(prisma, wanted);
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
  const { stage, standing, comes } = query;
  const conditions = filtersOf(query);
  if (standing !== undefined) conditions.push(standsAs(standing, today));
  if (comes !== undefined)
    conditions.push(Prisma.sql`l.closed_at IS NULL AND l.next_step LIKE ${NEXT_STEPS[comes]}`);
  if (stage === 'open') conditions.push(Prisma.sql`l.closed_at IS NULL`);
  else if (stage === 'closed') conditions.push(Prisma.sql`l.closed_at IS NOT NULL`);
  else if (stage !== undefined)
    conditions.push(Prisma.sql`l.closed_at IS NULL AND l.stage = ${stage}`);
  return conditions;
}

/** How the names of next steps begin, written as in the indexes for them. */
const NEXT_STEPS = {
  letter: Prisma.raw(`'reminder-%'`),
  hold: Prisma.raw(`'hold-%'`),
} as const;

const inStage = (stage: string) => Prisma.sql`l.stage = ${stage}`;
const heldBack = Prisma.sql`l.closed_at IS NULL AND l.next_step LIKE ${NEXT_STEPS.hold}`;
const unpaid = Prisma.sql`l.outcome <> 'paid'`;

/** In which index of `sale_lifecycle` the sales of a standing are, among others. */
const FOUND_IN: Readonly<Record<SaleStanding, Prisma.Sql>> = {
  captured: inStage('captured'),
  'goods-kept': inStage('delivering'),
  'to-invoice': inStage('invoicing'),
  'not-due': inStage('collecting'),
  overdue: inStage('collecting'),
  promised: heldBack,
  disputed: heldBack,
  held: heldBack,
  'at-agency': inStage('placed'),
  paid: inStage('closed'),
  cancelled: unpaid,
  'written-off': unpaid,
};

/** As `sale_standing` says it. Whether it is late depends on the day, and so is no part of a key. */
function standsAs(standing: SaleStanding, today: string): Prisma.Sql {
  const isLate = Prisma.sql`l.due_on < ${today}::date`;
  const word = standing === 'overdue' ? 'not-due' : standing;
  const is = Prisma.sql`${FOUND_IN[standing]} AND sale_standing(l.stage, l.next_step, l.outcome, false) = ${word}`;
  if (standing === 'overdue') return Prisma.sql`${is} AND ${isLate}`;
  return standing === 'not-due' ? Prisma.sql`${is} AND (${isLate}) IS NOT TRUE` : is;
}

/** The filters that a list and its counts share. */
export function filtersOf({ store, customer }: Pick<Query, 'store' | 'customer'>): Prisma.Sql[] {
  const conditions = [Prisma.sql`TRUE`];
  if (store !== undefined)
    conditions.push(Prisma.sql`l.store_id = (SELECT id FROM store WHERE code = ${store})`);
  if (customer !== undefined)
    conditions.push(
      Prisma.sql`l.customer_id = (SELECT id FROM customer WHERE ${customer} IN (number, id::text))`,
    );
  return conditions;
}

/** The day of the company now; of Jakarta before there is a company. */
export async function companyToday({ database, clock }: ApiDeps): Promise<string> {
  const company = await database.prisma.organisation.findFirst({ select: { timeZone: true } });
  return clock.today(company?.timeZone ?? 'Asia/Jakarta').toString();
}
