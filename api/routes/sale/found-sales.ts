import type { z } from 'zod';
import type { findSalesRoute } from '../../../contract/sale/find-sales.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import { wireMoney } from '../../wire.js';
import { customerOnWire, whereAll, type CustomerColumns } from '../query-conditions.js';

/** The expression of the index `sale_tender_card_ending` (prisma/migrations/0006_sales), word for word. */
export const CARD_ENDING = Prisma.sql`coalesce(substring(t.reference from '[*xX.]{2}[ -]*([0-9]{4})'), right(t.reference, 4))`;

export type FoundRow = CustomerColumns &
  Readonly<{
    id: string;
    number: string;
    business_date: string;
    captured_at: Date;
    store_code: string;
    store_name: string;
    terminal_code: string;
    currency: string;
    due_amount: bigint;
    tenders: readonly Readonly<{ type: string; amount: string; ending: string | null }>[];
    lines: readonly LineRow[];
  }>;

type LineRow = Readonly<{
  number: number;
  sku: string;
  name: string;
  unit: string;
  quantity: string;
  returned: string;
  total: string;
}>;

type Page = Readonly<{ limit: number; lines: 'with' | 'without' }>;

/** Sales, the latest business day first. Conditions know the sale as `s`. */
export function foundSales(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  conditions: readonly Prisma.Sql[],
  { limit, lines }: Page,
): Promise<FoundRow[]> {
  return prisma.$queryRaw<FoundRow[]>`
    SELECT s.id, s.number, s.business_date::text, s.captured_at, st.code AS store_code, st.name AS store_name,
      till.code AS terminal_code, s.currency, s.total_amount - s.rounding_amount AS due_amount,
      s.customer_id, c.number AS customer_number, c.name AS customer_name,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('type', t.type, 'amount', t.amount::text,
          'ending', CASE WHEN t.type = 'card' THEN ${CARD_ENDING} END) ORDER BY t.tender_number), '[]')
        FROM sale_tender t WHERE t.sale_id = s.id) AS tenders,
      ${lines === 'with' ? LINES : Prisma.sql`'[]'::jsonb`} AS lines
    FROM (SELECT s.* FROM sale s
      WHERE ${whereAll(conditions)} ORDER BY s.business_date DESC, s.id DESC LIMIT ${limit}) s
    JOIN store st ON st.id = s.store_id JOIN terminal till ON till.id = s.terminal_id
    LEFT JOIN customer c ON c.id = s.customer_id
    ORDER BY s.business_date DESC, s.id DESC`;
}

const LINES = Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('number', l.line_number, 'sku', l.sku, 'name', l.name,
      'unit', l.unit, 'quantity', l.quantity_milli::text, 'total', (l.tax_base_amount + l.tax_amount)::text,
      'returned', (SELECT coalesce(sum(r.quantity_milli), 0)::text FROM sale_return_line r WHERE r.sale_line_id = l.id))
    ORDER BY l.line_number), '[]') FROM sale_line l WHERE l.sale_id = s.id)`;

type OnWire = z.input<(typeof findSalesRoute)['responses'][200]>['data'][number];

export function foundSaleOnWire(row: FoundRow, lines: Page['lines']): OnWire {
  const { currency, customer_id } = row;
  const money = (units: string) => wireMoney(BigInt(units), currency);
  return {
    id: row.id,
    number: row.number,
    businessDate: row.business_date,
    capturedAt: row.captured_at.toISOString(),
    store: { code: row.store_code, name: row.store_name },
    terminal: row.terminal_code,
    due: wireMoney(row.due_amount, currency),
    tenders: row.tenders.map(({ type, amount, ending }) => ({
      type,
      amount: money(amount),
      cardLast4: ending,
    })),
    customer: customer_id === null ? null : customerOnWire(row),
    lines:
      lines === 'without'
        ? null
        : row.lines.map(({ quantity, returned, total, ...line }) => ({
            ...line,
            quantity: quantityToWire(BigInt(quantity)),
            returned: quantityToWire(BigInt(returned)),
            total: money(total),
          })),
  };
}
