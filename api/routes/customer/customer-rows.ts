import type { z } from 'zod';
import type { customerHead } from '../../../contract/customer/customers.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { whereAll } from '../query-conditions.js';

export type CustomerRow = Readonly<{
  id: string;
  number: string;
  name: string;
  segment: string;
  language: string;
  currency: string;
  terms_days: number;
  instalments: number;
  active: boolean;
  time_zone: string;
  open_amount: bigint;
  overdue_amount: bigint;
  risk_score: number | null;
  risk_band: string | null;
}>;

/** Customers by name, with what they and those merged into them owe. Overdue is judged by the day in the customer's zone; `at` is business time. */
export function customerRows(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  conditions: readonly Prisma.Sql[],
  { at, limit }: Readonly<{ at: string; limit: number }>,
): Promise<CustomerRow[]> {
  return prisma.$queryRaw<CustomerRow[]>`
    SELECT c.*, x.open_amount, x.overdue_amount
    FROM (SELECT c.id, c.number, c.name, c.segment, c.language, c.currency, c.terms_days, c.instalments, c.active, c.time_zone,
        r.score AS risk_score, r.band AS risk_band
      FROM customer c LEFT JOIN customer_risk r ON r.customer_id = c.id
      WHERE ${whereAll(conditions)} ORDER BY c.name, c.id LIMIT ${limit}) c
    CROSS JOIN LATERAL (SELECT coalesce(sum(o.open_amount), 0)::bigint AS open_amount,
      coalesce(sum(o.open_amount) FILTER (WHERE o.due_on < (${at}::timestamptz AT TIME ZONE c.time_zone)::date), 0)::bigint
        AS overdue_amount
      FROM open_item o WHERE o.customer_id IN (SELECT f.id FROM customer f WHERE f.id = c.id OR f.merged_into_id = c.id) AND o.open_amount > 0 AND o.currency = c.currency) x
    ORDER BY c.name, c.id`;
}

type Head = z.input<typeof customerHead>;

export function customerHeadOnWire(row: CustomerRow): Head {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    segment: row.segment,
    language: row.language as Head['language'],
    currency: row.currency,
    termsDays: row.terms_days,
    instalments: row.instalments,
    active: row.active,
    open: wireMoney(row.open_amount, row.currency),
    overdue: wireMoney(row.overdue_amount, row.currency),
    riskScore: row.risk_score,
    riskBand: row.risk_band as Head['riskBand'],
  };
}
