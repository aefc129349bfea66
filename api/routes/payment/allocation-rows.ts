import type { z } from 'zod';
import type { allocationSchema } from '../../../contract/payment/payments.js';
import { Prisma, type Transaction } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { actorNameIn } from '../actor-names.js';

export type AllocationRow = Readonly<{
  id: string;
  kind: string;
  open_item_id: string;
  invoice_id: string;
  number: string;
  amount: bigint;
  currency: string;
  booked_on: string;
  booked_by: string;
  evidence: unknown;
  reversed_on: string | null;
  reversed_by: string | null;
  reversal_reason: string | null;
}>;

/** Allocations in the order in which they were booked; `a` is the allocation, `d` its deduction. */
export function allocationRows(
  prisma: Pick<Transaction, '$queryRaw'>,
  condition: Prisma.Sql,
): Promise<AllocationRow[]> {
  return prisma.$queryRaw<AllocationRow[]>`
    SELECT a.id, a.kind, a.open_item_id, i.id AS invoice_id, i.number, a.amount, a.currency, a.booked_on::text AS booked_on,
      ${actorNameIn(Prisma.sql`a.booked_by`)} AS booked_by, a.evidence, a.reversed_on::text AS reversed_on,
      ${actorNameIn(Prisma.sql`a.reversed_by`)} AS reversed_by, a.reversal_reason
    FROM allocation a JOIN open_item o ON o.id = a.open_item_id JOIN invoice i ON i.id = o.invoice_id
      LEFT JOIN deduction d ON d.id = a.deduction_id
    WHERE ${condition} ORDER BY a.booked_at, a.id`;
}

type Shown = z.input<typeof allocationSchema>;

export function allocationOnWire(row: AllocationRow): Shown {
  return {
    id: row.id,
    kind: row.kind as Shown['kind'],
    openItem: row.open_item_id,
    invoiceId: row.invoice_id,
    invoiceNumber: row.number,
    amount: wireMoney(row.amount, row.currency),
    bookedOn: row.booked_on,
    bookedBy: row.booked_by,
    evidence: row.evidence,
    reversed:
      row.reversed_on === null || row.reversed_by === null
        ? null
        : { on: row.reversed_on, by: row.reversed_by, reason: row.reversal_reason },
  };
}
