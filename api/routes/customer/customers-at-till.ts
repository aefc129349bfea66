import type { z } from 'zod';
import type { customerAtTill } from '../../../contract/customer/customers.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { whereAll } from '../query-conditions.js';
import { creditReasonsOf, reasonsOnWire, type CreditReason } from './credit-decision.js';

type AtTillRow = Readonly<{
  id: string;
  number: string;
  name: string;
  segment: string;
  phone: string | null;
  currency: string;
  limit_amount: bigint;
  used_amount: bigint;
  reasons: readonly CreditReason[];
}>;

/** Active customers by name, with the credit decision of `at`, business time. */
export function customersAtTill(
  prisma: PrismaClient,
  conditions: readonly Prisma.Sql[],
  { at, limit }: Readonly<{ at: string; limit: number }>,
): Promise<AtTillRow[]> {
  return prisma.$queryRaw<AtTillRow[]>`
    SELECT c.id, c.number, c.name, c.segment, c.phone, unit.currency, coalesce(line.limit_amount, 0) AS limit_amount,
      exposure.open_amount + exposure.uninvoiced_amount AS used_amount,
      ${creditReasonsOf(Prisma.sql`c.id`, Prisma.sql`unit.currency`, at)} AS reasons
    FROM (SELECT * FROM customer c WHERE c.active AND ${whereAll(conditions)} ORDER BY c.name, c.id LIMIT ${limit}) c
    LEFT JOIN customer_credit line ON line.customer_id = c.id
    CROSS JOIN LATERAL (SELECT coalesce(line.currency, c.currency)::text AS currency) unit
    CROSS JOIN LATERAL credit_exposure(c.id, NULL) exposure
    ORDER BY c.name, c.id`;
}

const ENDING_LENGTH = 3;

export function customerAtTillOnWire(row: AtTillRow): z.input<typeof customerAtTill> {
  const { id, number, name, segment, phone, currency, reasons } = row;
  const available = reasons.length === 0 ? row.limit_amount - row.used_amount : 0n;
  return {
    id,
    number,
    name,
    segment,
    phoneEnding: phone === null ? null : phone.slice(-ENDING_LENGTH),
    onAccount: { available: wireMoney(available, currency), reasons: reasonsOnWire(reasons) },
  };
}
