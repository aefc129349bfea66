import { known } from '../../../domain/known.js';
import { SALE_STANDINGS } from '../../../domain/sale/standing.js';
import type { Position } from '../../http/cursor.js';
import { STAGE_MEANING } from '../../../domain/sale/stage.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import type { ApiDeps } from '../../deps.js';
import { wireMoney } from '../../wire.js';
import { workflowLink } from '../../workflow-link.js';
import { meaningOfHold } from './meaning-of-hold.js';
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

/** What is still to be paid of a sale; one that is not invoiced yet counts as fully open. */
export const openOfSale = Prisma.sql`CASE WHEN i.id IS NOT NULL
  THEN (SELECT coalesce(sum(o.open_amount), 0)::bigint FROM open_item o WHERE o.invoice_id = i.id)
  WHEN l.closed_at IS NULL THEN s.on_account_amount ELSE 0 END`;

/** The earliest day on which something of the invoice is due. */
export const dueOfInvoice = Prisma.sql`LEFT JOIN LATERAL (
  SELECT min(o.due_on) AS due_on FROM open_item o WHERE o.invoice_id = i.id AND o.open_amount > 0) due ON TRUE`;

/** Where a sale stands on that day (`sale_standing`); beside `dueOfInvoice`. */
export function standingOn(today: string): Prisma.Sql {
  return Prisma.sql`sale_standing(l.stage, l.next_step, l.outcome, due.due_on < ${today}::date)`;
}

/** Sales without a time for what comes next stand behind all others. */
const nextKey = Prisma.sql`coalesce(l.next_step_at, '9999-12-31 00:00:00+00'::timestamptz)`;

const ORDERS = {
  recent: Prisma.sql`l.since DESC, l.sale_id DESC`,
  next: Prisma.sql`${nextKey}, l.sale_id`,
} as const;

type Wanted = Readonly<{
  conditions: readonly Prisma.Sql[];
  /** The day of the company, on which a sale is overdue or not. */
  today: string;
  order?: keyof typeof ORDERS;
  limit: number;
}>;

/** What comes after a position in an order. */
export function after(order: keyof typeof ORDERS, { key, id }: Position): Prisma.Sql {
  return order === 'recent'
    ? Prisma.sql`(l.since, l.sale_id) < (${key}::timestamptz, ${id}::uuid)`
    : Prisma.sql`(${nextKey}, l.sale_id) > (${key}::timestamptz, ${id}::uuid)`;
}

/** Sales with their stage, in the order wanted. A sale that is not invoiced yet counts as fully open. */
export function lifecycleRows(
  prisma: PrismaClient,
  { conditions, today, order = 'recent', limit }: Wanted,
): Promise<LifecycleRow[]> {
  return prisma.$queryRaw<LifecycleRow[]>`
    SELECT l.sale_id, s.number, l.stage, l.since, l.since::text AS since_key, l.next_step, l.next_step_at, l.outcome,
      ${nextKey}::text AS next_key, ${standingOn(today)} AS standing, due.due_on::text AS due_on,
      l.closed_at, st.code AS store, t.code AS terminal, c.id AS customer_id, c.number AS customer_number,
      c.name AS customer_name, s.currency, s.total_amount, s.on_account_amount, i.number AS invoice_number,
      s.booked_at,
      CASE WHEN l.closed_at IS NULL AND l.next_step LIKE 'hold-%' THEN what_holds(i.id, l.next_step) END AS holders,
      ${openOfSale} AS open_amount
    FROM sale_lifecycle l JOIN sale s ON s.id = l.sale_id JOIN store st ON st.id = l.store_id
      JOIN terminal t ON t.id = s.terminal_id LEFT JOIN customer c ON c.id = s.customer_id
      LEFT JOIN invoice i ON i.sale_id = s.id ${dueOfInvoice}
    WHERE ${Prisma.join([...conditions], ' AND ')}
    ORDER BY ${ORDERS[order]} LIMIT ${limit}`;
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
