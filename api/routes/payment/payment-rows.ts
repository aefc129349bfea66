import type { z } from 'zod';
import type { listPaymentsRoute } from '../../../contract/payment/payments.js';
import { Prisma, type Transaction } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';
import { customerOnWire, whereAll } from '../query-conditions.js';

export type PaymentRow = Readonly<{
  id: string;
  state: string;
  source: string;
  amount: bigint;
  unapplied_amount: bigint;
  currency: string;
  value_date: string;
  received_at: Date;
  received_key: string;
  reversed_at: Date | null;
  payer_name: string | null;
  payer_account: string | null;
  remittance_text: string;
  bank_statement_line_id: string | null;
  customer_id: string | null;
  customer_number: string | null;
  customer_name: string | null;
  suggestion_count: number;
}>;

/** Payments, the latest first. */
export function paymentRows(
  prisma: Pick<Transaction, '$queryRaw'>,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Promise<PaymentRow[]> {
  return prisma.$queryRaw<PaymentRow[]>`
    SELECT p.id, p.state, p.source, p.amount, p.unapplied_amount, p.currency, p.value_date::text AS value_date, p.received_at,
      p.received_at::text AS received_key, p.reversed_at, p.payer_name, p.payer_account, p.remittance_text,
      p.bank_statement_line_id, c.id AS customer_id, c.number AS customer_number, c.name AS customer_name,
      (SELECT count(*)::int FROM payment_suggestion s WHERE s.payment_id = p.id) AS suggestion_count
    FROM payment p LEFT JOIN customer c ON c.id = p.customer_id
    WHERE ${whereAll(conditions)} ORDER BY p.received_at DESC, p.id DESC LIMIT ${limit}`;
}

type Head = z.input<(typeof listPaymentsRoute)['responses'][200]>['data'][number];
export type PaymentStatus = Head['status'];

export function paymentOnWire(row: PaymentRow): Head {
  const { customer_id, customer_number, customer_name } = row;
  return {
    id: row.id,
    status: row.state as PaymentStatus,
    source: row.source,
    amount: wireMoney(row.amount, row.currency),
    unapplied: wireMoney(row.unapplied_amount, row.currency),
    valueDate: row.value_date,
    receivedAt: row.received_at.toISOString(),
    payerName: row.payer_name,
    payerAccount: row.payer_account,
    text: row.remittance_text,
    customer:
      customer_id === null || customer_number === null || customer_name === null
        ? null
        : customerOnWire({ customer_id, customer_number, customer_name }),
    suggestionCount: row.suggestion_count,
  };
}
