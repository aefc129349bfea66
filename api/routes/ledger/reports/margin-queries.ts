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

/** `ledger`: cross-check, the sum of these accounts over the same days. */
export function ledgerOfDays({ from, to, currency, store }: MarginScope): Prisma.Sql {
  const sum = (condition: Prisma.Sql) =>
    Prisma.sql`coalesce(sum(l.debit_amount - l.credit_amount) FILTER (WHERE ${condition}), 0)::bigint`;
  return Prisma.sql`ledger AS (
    SELECT -${sum(Prisma.sql`l.account_code = ANY (${SALES})`)} AS net_sales, ${sum(Prisma.sql`l.account_code = ${COST}`)} AS cost
    FROM ledger_days(${currency}::bpchar, ${from}::date, ${to}::date) l LEFT JOIN store s ON s.id = l.store_id
    WHERE ${ofStore(store)})`;
}

const ofStore = (store: string | undefined) =>
  Prisma.sql`(${store ?? null}::text IS NULL OR s.code = ${store ?? null})`;

/**
 * `part`: the rows to group. Single sales are read from the entries of the days, and split into the lines of their sale
 * only for one product; everything else is kept as sums (`margin_days`).
 */
export function marginParts(scope: MarginScope): Prisma.Sql {
  const { product, store } = scope;
  return Prisma.sql`part AS (SELECT p.* FROM (${partsOf(scope)}) p LEFT JOIN store s ON s.id = p.store_id
    WHERE ${ofStore(store)} AND (${product ?? null}::text IS NULL OR p.item_id = (SELECT id FROM item WHERE sku = ${product ?? null})))`;
}

function partsOf({ by, from, to, currency, product }: MarginScope): Prisma.Sql {
  if (by !== 'sale' && by !== 'product' && product === undefined)
    return Prisma.sql`SELECT l.business_date, NULL::uuid AS item_id, l.store_id, NULL::uuid AS sale_id,
        CASE WHEN l.account_code <> ${COST} THEN l.credit_amount - l.debit_amount ELSE 0 END AS net_sales,
        CASE WHEN l.account_code = ${COST} THEN l.debit_amount - l.credit_amount ELSE 0 END AS cost
      FROM ledger_days(${currency}::bpchar, ${from}::date, ${to}::date) l WHERE l.account_code = ANY (${[...SALES, COST]})`;
  if (by !== 'sale')
    return Prisma.sql`SELECT *, NULL::uuid AS sale_id FROM margin_days(${currency}::bpchar, ${from}::date, ${to}::date)`;
  const entries = (rows: 'margin_parts' | 'margin_entries', item: string) =>
    Prisma.sql`SELECT business_date, ${Prisma.raw(item)} AS item_id, store_id, net_sales, cost, sale_id
      FROM ${Prisma.raw(rows)}(${from}::date, ${to}::date, 0, ${LAST_POSITION}) WHERE currency = ${currency}`;
  return product === undefined
    ? entries('margin_entries', 'NULL::uuid')
    : entries('margin_parts', 'item_id');
}

/** All entries of the journal, whether they are in the sums or not. */
const LAST_POSITION = Prisma.sql`9223372036854775807`;

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
