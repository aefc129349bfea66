import type { ReceivableOutcome } from '../../../domain/receivable/outcome.js';
import type { z } from 'zod';
import type { listInvoicesRoute } from '../../../contract/invoice/invoices.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { customerOnWire, whereAll } from '../query-conditions.js';

export type InvoiceRow = Readonly<{
  id: string;
  number: string;
  payment_reference: string;
  state: string;
  outcome: ReceivableOutcome | null;
  closed_at: Date | null;
  next_step: string | null;
  next_step_at: Date | null;
  customer_id: string;
  customer_number: string;
  customer_name: string;
  store: string;
  sale_id: string | null;
  issued_on: string;
  issued_at: Date;
  issued_key: string;
  due_on: string | null;
  today: string;
  total_amount: bigint;
  net_amount: bigint;
  tax_amount: bigint;
  rounding_amount: bigint;
  /** Without the cash rounding, which nobody paid. */
  prepaid_amount: bigint;
  open_amount: bigint;
  currency: string;
  dunning_level: number;
  language: string;
}>;

/** Invoices, the latest first. `at` is business time; what is overdue is judged in the customer's zone. */
export function invoiceRows(
  prisma: PrismaClient,
  conditions: readonly Prisma.Sql[],
  { at, limit }: Readonly<{ at: string; limit: number }>,
): Promise<InvoiceRow[]> {
  return prisma.$queryRaw<InvoiceRow[]>`
    SELECT i.id, i.number, i.payment_reference, r.state, r.outcome, r.closed_at, r.next_step, r.next_step_at,
      c.id AS customer_id, c.number AS customer_number, c.name AS customer_name, st.code AS store, i.sale_id,
      i.issued_on::text AS issued_on, i.issued_at, i.issued_at::text AS issued_key, x.due_on::text AS due_on,
      (${at}::timestamptz AT TIME ZONE c.time_zone)::date::text AS today, i.total_amount, i.net_amount, i.tax_amount,
      i.prepaid_amount - coalesce(sa.rounding_amount, 0) AS prepaid_amount, coalesce(sa.rounding_amount, 0) AS rounding_amount, x.open_amount, i.currency, r.dunning_level, i.language
    FROM invoice i JOIN receivable r ON r.invoice_id = i.id JOIN customer c ON c.id = i.customer_id
      JOIN store st ON st.id = i.store_id LEFT JOIN sale sa ON sa.id = i.sale_id
      CROSS JOIN LATERAL (SELECT coalesce(sum(o.open_amount), 0)::bigint AS open_amount,
        min(o.due_on) FILTER (WHERE o.open_amount > 0) AS due_on FROM open_item o WHERE o.invoice_id = i.id) x
    WHERE ${whereAll(conditions)} ORDER BY i.issued_at DESC, i.id DESC LIMIT ${limit}`;
}

type Head = z.input<(typeof listInvoicesRoute)['responses'][200]>['data'][number];

export function invoiceOnWire(row: InvoiceRow): Head {
  return {
    id: row.id,
    number: row.number,
    paymentReference: row.payment_reference,
    status: statusOf(row),
    customer: customerOnWire(row),
    store: row.store,
    saleId: row.sale_id,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    total: wireMoney(row.total_amount, row.currency),
    open: wireMoney(row.open_amount, row.currency),
    dunningLevel: row.dunning_level,
  };
}

function statusOf({ state, open_amount, due_on, today }: InvoiceRow): Head['status'] {
  if (open_amount === 0n) return 'settled';
  if (state === 'placed') return 'placed';
  return due_on !== null && due_on < today ? 'overdue' : 'open';
}

/** The same as `statusOf`, in a query. */
export function withStatus(status: string, at: string): Prisma.Sql {
  const today = Prisma.sql`(${at}::timestamptz AT TIME ZONE c.time_zone)::date`;
  switch (status) {
    case 'settled':
      return Prisma.sql`x.open_amount = 0`;
    case 'placed':
      return Prisma.sql`x.open_amount > 0 AND r.state = 'placed'`;
    case 'overdue':
      return Prisma.sql`x.open_amount > 0 AND r.state <> 'placed' AND x.due_on < ${today}`;
    case 'open':
      return Prisma.sql`x.open_amount > 0 AND r.state <> 'placed' AND x.due_on >= ${today}`;
    default:
      return Prisma.sql`x.open_amount > 0`;
  }
}
