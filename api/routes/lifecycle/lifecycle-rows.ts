import { known } from '../../../domain/known.js';
import { SALE_STANDINGS } from '../../../domain/sale/standing.js';
import { BY_TIME, decodeCursor } from '../../http/cursor.js';
import { STAGE_MEANING } from '../../../domain/sale/stage.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import type { ApiDeps } from '../../deps.js';
import { wireMoney } from '../../wire.js';
import { workflowLink } from '../../workflow-link.js';
import { meaningOfHold } from './meaning-of-hold.js';
import { afterCursor, inTurn, latestFirst } from '../page-turn.js';
import { whereSaleStands } from '../sale/where-sale-stands.js';

export type LifecycleRow = Readonly<{
  sale_id: string;
  number: string;
  stage: string;
  since: Date;
  /** With microseconds, for the cursor. */
  since_key: string;
  next_key: string;
  standing: string;
  due_on: string | null;
  next_step: string | null;
  next_step_at: Date | null;
  holders: unknown;
  outcome: string | null;
  closed_at: Date | null;
  store: string;
  terminal: string;
  customer_id: string | null;
  customer_number: string | null;
  customer_name: string | null;
  currency: string;
  total_amount: bigint;
  on_account_amount: bigint;
  open_amount: bigint;
  invoice_number: string | null;
  booked_at: Date;
}>;

/** What is still to be paid of a sale: all of it before its invoice, nothing while its goods wait for the customer. */
export const openOfSale = Prisma.sql`CASE WHEN i.id IS NOT NULL
  THEN (SELECT coalesce(sum(o.open_amount), 0)::bigint FROM open_item o WHERE o.invoice_id = i.id)
  WHEN l.closed_at IS NULL AND l.delivery_state NOT IN ('pending', 'expired') THEN s.on_account_amount ELSE 0 END`;

/** Where a sale stands on that day (`sale_standing`). */
export function standingOn(today: string): Prisma.Sql {
  return Prisma.sql`sale_standing(l.stage, l.next_step, l.outcome, l.due_on < ${today}::date)`;
}

/** Sales without a time for what comes next stand behind all others that are open, and those that ended behind them. */
const WITHOUT_TIME = '9999-12-31 00:00:00+00';
const ENDED = '9999-12-31 00:00:01+00';
const nextTime = Prisma.sql`coalesce(l.next_step_at, ${Prisma.raw(`'${WITHOUT_TIME}'`)}::timestamptz)`;

type Wanted = Readonly<{
  conditions: readonly Prisma.Sql[];
  /** The day of the company, on which a sale is overdue or not. */
  today: string;
  limit: number;
  /** Where the page before ended. */
  cursor?: string | undefined;
}>;

/** Sales, the latest change first. */
export function recentRows(prisma: PrismaClient, wanted: Wanted): Promise<LifecycleRow[]> {
  const conditions = [...wanted.conditions, ...afterCursor(wanted.cursor, RECENT)];
  return rowsIn(prisma, { ...wanted, conditions }, inTurn(RECENT));
}

/** Sales, the soonest next step first, and then those that ended. */
export async function nextRows(prisma: PrismaClient, wanted: Wanted): Promise<LifecycleRow[]> {
  const { conditions, cursor, limit } = wanted;
  const position = cursor === undefined ? undefined : decodeCursor(cursor, BY_TIME);
  const isPast = position !== undefined && Date.parse(position.key) >= Date.parse(ENDED);
  const after = position && Prisma.sql`(${position.key}::timestamptz, ${position.id}::uuid)`;
  const open = isPast
    ? []
    : await rowsIn(
        prisma,
        {
          ...wanted,
          conditions: [
            Prisma.sql`l.closed_at IS NULL`,
            ...conditions,
            ...(after === undefined ? [] : [Prisma.sql`(${nextTime}, l.sale_id) > ${after}`]),
          ],
        },
        SOONEST,
      );
  if (open.length >= limit) return open;
  const rest = [Prisma.sql`l.closed_at IS NOT NULL`, ...conditions];
  if (isPast) rest.push(Prisma.sql`l.sale_id > ${position.id}::uuid`);
  const left = { ...wanted, conditions: rest, limit: limit - open.length };
  return [...open, ...(await rowsIn(prisma, left, BY_ID))];
}

const RECENT = latestFirst(Prisma.sql`l.since`, Prisma.sql`l.sale_id`);
const SOONEST = Prisma.sql`${nextTime}, l.sale_id`;
const BY_ID = Prisma.sql`l.sale_id`;

/** Reads a page of ids by an index of `sale_lifecycle` first, and then what stands in its rows. */
function rowsIn(
  prisma: PrismaClient,
  { conditions, today, limit }: Wanted,
  order: Prisma.Sql,
): Promise<LifecycleRow[]> {
  return prisma.$queryRaw<LifecycleRow[]>`
    SELECT l.sale_id, s.number, l.stage, l.since, l.since::text AS since_key, l.next_step, l.next_step_at, l.outcome,
      CASE WHEN l.closed_at IS NULL THEN ${nextTime} ELSE ${ENDED}::timestamptz END::text AS next_key,
      ${standingOn(today)} AS standing, l.due_on::text AS due_on,
      l.closed_at, st.code AS store, t.code AS terminal, c.id AS customer_id, c.number AS customer_number,
      c.name AS customer_name, s.currency, s.total_amount, s.on_account_amount, i.number AS invoice_number,
      s.booked_at,
      CASE WHEN l.closed_at IS NULL AND l.next_step LIKE 'hold-%' THEN what_holds(i.id, l.next_step) END AS holders,
      ${openOfSale} AS open_amount
    FROM (SELECT l.* FROM sale_lifecycle l WHERE ${Prisma.join([...conditions], ' AND ')}
      ORDER BY ${order} LIMIT ${limit}) l JOIN sale s ON s.id = l.sale_id JOIN store st ON st.id = l.store_id
      JOIN terminal t ON t.id = s.terminal_id LEFT JOIN customer c ON c.id = s.customer_id
      LEFT JOIN invoice i ON i.sale_id = s.id
    ORDER BY ${order}`;
}

/** One sale. */
export async function lifecycleRow(
  prisma: PrismaClient,
  wanted: Pick<Wanted, 'conditions' | 'today'>,
): Promise<LifecycleRow | undefined> {
  const [row] = await rowsIn(prisma, { ...wanted, limit: 1 }, BY_ID);
  return row;
}

export function lifecycleOnWire(row: LifecycleRow, deps: ApiDeps) {
  const standing = whereSaleStands({
    stage: row.stage,
    since: row.since,
    nextStep: row.next_step,
    nextStepAt: row.next_step_at,
    outcome: row.outcome,
    closedAt: row.closed_at,
  });
  return {
    saleId: row.sale_id,
    number: row.number,
    ...standing,
    standing: known(SALE_STANDINGS, row.standing),
    dueOn: row.due_on,
    meaning: meaningOfHold(row.next_step, row.holders) ?? STAGE_MEANING[standing.stage],
    store: row.store,
    terminal: row.terminal,
    customer: customerOf(row),
    total: wireMoney(row.total_amount, row.currency),
    onAccount: wireMoney(row.on_account_amount, row.currency),
    open: wireMoney(row.open_amount, row.currency),
    invoiceNumber: row.invoice_number,
    bookedAt: row.booked_at.toISOString(),
    workflow: workflowLink(deps, `sale:${row.sale_id}`),
  };
}

type CustomerColumns = Pick<LifecycleRow, 'customer_id' | 'customer_number' | 'customer_name'>;

export function customerOf({ customer_id, customer_number, customer_name }: CustomerColumns) {
  if (customer_id === null || customer_number === null || customer_name === null) return null;
  return { id: customer_id, number: customer_number, name: customer_name };
}
