import type { MarginGroup } from '../../../../contract/ledger/margin.js';
import { accountCode } from '../../../../domain/ledger/accounts.js';
import { Prisma } from '../../../../prisma/database.js';

export type MarginScope = Readonly<{
  from: string;
  to: string;
  currency: string;
  by: MarginGroup;
  store: string | undefined;
  product: string | undefined;
}>;

const COST = accountCode('costOfGoodsSold');
/** The same accounts as net sales of the daily result. */
const SALES = (['salesRevenue', 'salesDiscounts', 'salesReturns'] as const).map(accountCode);

/**
 * `booked`: each journal entry of the days with its net sales and cost, by store. Revenue is booked as credit
 * (below zero); here both have the sign a reader expects.
 */
export function bookedEntries({ from, to, currency, store }: MarginScope): Prisma.Sql {
  return Prisma.sql`booked AS (
    SELECT e.id, e.business_date, l.store_id, e.document_id,
      CASE e.document_kind WHEN 'sale' THEN e.document_id WHEN 'credit-note' THEN
        (SELECT i.sale_id FROM credit_note c JOIN invoice i ON i.id = c.invoice_id WHERE c.id = e.document_id) END AS sale_id,
      -coalesce(sum(l.amount) FILTER (WHERE l.account_code <> ${COST}), 0) AS net_sales,
      coalesce(sum(l.amount) FILTER (WHERE l.account_code = ${COST}), 0) AS cost
    FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id
    WHERE l.account_code = ANY (${[...SALES, COST]}) AND l.currency = ${currency}
      AND e.business_date BETWEEN ${from}::date AND ${to}::date
      AND (${store ?? null}::text IS NULL OR l.store_id = (SELECT id FROM store WHERE code = ${store ?? null}))
    GROUP BY e.id, l.store_id)`;
}

/** `ledger`: cross-check, the sum of these accounts over the same days. */
export function ledgerOfDays({ from, to, currency, store }: MarginScope): Prisma.Sql {
  const sum = (condition: Prisma.Sql) =>
    Prisma.sql`coalesce(sum(l.amount) FILTER (WHERE ${condition}), 0)::bigint`;
  return Prisma.sql`ledger AS (
    SELECT -${sum(Prisma.sql`l.account_code = ANY (${SALES})`)} AS net_sales, ${sum(Prisma.sql`l.account_code = ${COST}`)} AS cost
    FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id LEFT JOIN store s ON s.id = l.store_id
    WHERE l.currency = ${currency} AND e.business_date BETWEEN ${from}::date AND ${to}::date
      AND (${store ?? null}::text IS NULL OR s.code = ${store ?? null}))`;
}

/** `part`: the rows to group. Entries are split into the lines of their sale only when grouping by product. */
export function marginParts({ by, product }: MarginScope): Prisma.Sql {
  if (by !== 'product' && product === undefined) {
    return Prisma.sql`part AS (SELECT *, NULL::uuid AS item_id FROM booked)`;
  }
  return Prisma.sql`${linesOfEntries}, part AS (
    SELECT p.* FROM spread p LEFT JOIN item i ON i.id = p.item_id WHERE ${product ?? null}::text IS NULL OR i.sku = ${product ?? null})`;
}

/**
 * Net sales are spread over the lines by tax base, cost by the stock value of each line. The share of a line is the
 * rounded running sum with it less the one before it, so that the shares add up exactly. When all weights are 0 the
 * lines share equally; an entry without a sale is one part without a product.
 */
const linesOfEntries = Prisma.sql`line AS (
    SELECT b.id, b.business_date, b.store_id, b.sale_id, b.net_sales, b.cost, x.item_id, coalesce(x.line_number, 0) AS n,
      coalesce(x.tax_base_amount, 0) AS base, coalesce(-sum(m.value_amount), 0) AS value
    FROM booked b LEFT JOIN sale_line x ON x.sale_id = b.sale_id
      LEFT JOIN stock_movement m ON m.document_id = b.document_id AND m.line_id = x.id
    GROUP BY b.id, b.business_date, b.store_id, b.sale_id, b.net_sales, b.cost, x.id),
  weighed AS (
    SELECT *, CASE WHEN sum(base) OVER entry = 0 THEN 1 ELSE base END AS sales_weight,
      CASE WHEN sum(value) OVER entry = 0 THEN 1 ELSE value END AS cost_weight
    FROM line WINDOW entry AS (PARTITION BY id, store_id)),
  spread AS (
    SELECT id, business_date, store_id, sale_id, item_id, ${shareOf('net_sales', 'sales_weight')} AS net_sales,
      ${shareOf('cost', 'cost_weight')} AS cost
    FROM weighed WINDOW entry AS (PARTITION BY id, store_id), so_far AS (PARTITION BY id, store_id ORDER BY n))`;

function shareOf(amount: 'net_sales' | 'cost', weight: 'sales_weight' | 'cost_weight'): Prisma.Sql {
  const [whole, own] = [Prisma.raw(amount), Prisma.raw(weight)];
  const share = (upTo: Prisma.Sql) =>
    Prisma.sql`round(${whole} * (${upTo}) / sum(${own}) OVER entry)`;
  const before = Prisma.sql`sum(${own}) OVER so_far - ${own}`;
  return Prisma.sql`${share(Prisma.sql`sum(${own}) OVER so_far`)} - ${share(before)}`;
}

/** The group of a part: key, name, and id when documents are listed. */
export const MARGIN_KEYS: Readonly<Record<MarginGroup, Prisma.Sql>> = {
  product: Prisma.sql`SELECT i.sku AS key, i.name, NULL::uuid AS id, p.net_sales, p.cost
    FROM part p LEFT JOIN item i ON i.id = p.item_id`,
  store: Prisma.sql`SELECT s.code AS key, s.name, NULL::uuid AS id, p.net_sales, p.cost
    FROM part p LEFT JOIN store s ON s.id = p.store_id`,
  day: Prisma.sql`SELECT p.business_date::text AS key, NULL::text AS name, NULL::uuid AS id, p.net_sales, p.cost FROM part p`,
  sale: Prisma.sql`SELECT s.number AS key, NULL::text AS name, s.id, p.net_sales, p.cost
    FROM part p LEFT JOIN sale s ON s.id = p.sale_id`,
};
