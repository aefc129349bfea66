import { SUSPENSE_ITEM_ID } from '../../../domain/pricing/suspense.js';
import type { CatalogueChange } from './catalogue-cursor.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { rowsAsJson } from '../../../prisma/rows-as-json.js';

type PriceRow = readonly [
  version: number,
  fromMs: number,
  /** Null: the price on its list ends. */
  unitAmount: string | null,
  includesTax: boolean,
  listId: string | null,
];

export type CatalogueRow = CatalogueChange &
  Readonly<{
    sku: string;
    name: string;
    nameEn: string | null;
    unit: string;
    category: string;
    brand: string | null;
    weighed: boolean;
    step: string;
    taxCode: string;
    stocked: boolean;
    active: boolean;
    replacedBy: string | null;
    barcodes: readonly string[] | null;
    prices: readonly PriceRow[] | null;
  }>;

export type Asked = Readonly<{
  currency: string;
  at: Date;
  version: number;
  limit: number;
  /** Ids of the price lists whose prices are told. */
  listIds: readonly string[];
}>;

/** Items that are sold, by SKU: one more than the page holds, which shows that there are more. */
export function snapshotRows(prisma: PrismaClient, asked: Asked, afterSku: string) {
  return rowsWhere(prisma, asked, {
    condition: Prisma.sql`i.active AND i.sku > ${afterSku}`,
    order: Prisma.sql`i.sku`,
  });
}

/** Items that changed up to the version, by change: one more than the page holds. */
export function deltaRows(prisma: PrismaClient, asked: Asked, { change, id }: CatalogueChange) {
  return rowsWhere(prisma, asked, {
    condition: Prisma.sql`(c.version, c.item_id) > (${change}::integer, ${id}::uuid)
      AND c.version <= ${asked.version}::integer`,
    order: Prisma.sql`c.version, c.item_id`,
  });
}

/** Of the prices only those that hold now or later, on each list; which of them holds is decided in `domain/pricing`. */
function rowsWhere(
  prisma: PrismaClient,
  { currency, at, limit, listIds }: Asked,
  { condition, order }: Readonly<{ condition: Prisma.Sql; order: Prisma.Sql }>,
): Promise<CatalogueRow[]> {
  return rowsAsJson<CatalogueRow>(
    prisma,
    Prisma.sql`
    SELECT c.version AS change, i.id::text, i.sku, i.name, i.name_en AS "nameEn", i.unit, i.category, i.brand,
      i.weighed, i.quantity_step_milli::text AS step, i.tax_code AS "taxCode", i.stocked, i.active,
      r.sku AS "replacedBy",
      (SELECT array_agg(b.barcode ORDER BY b.barcode) FROM item_barcode b
        WHERE b.item_id = i.id AND b.removed_at IS NULL) AS barcodes,
      (SELECT json_agg(json_build_array(p.version, (extract(epoch FROM p.effective_from) * 1000)::bigint,
          p.unit_amount::text, p.includes_tax, p.price_list_id))
        FROM (SELECT own.*, v.effective_from, v.price_list_id, v.effective_from > ${at} AS comes,
            row_number() OVER (PARTITION BY v.price_list_id, v.effective_from > ${at}
              ORDER BY v.effective_from DESC, own.version DESC) AS place
          FROM price own JOIN catalogue_version v ON v.version = own.version
          WHERE own.item_id = i.id AND own.currency = ${currency} AND v.withdrawn_in IS NULL
            AND (v.price_list_id IS NULL OR v.price_list_id = ANY (${listIds}::uuid[]))) p
        WHERE p.comes OR p.place = 1) AS prices
    FROM item i JOIN item_change c ON c.item_id = i.id LEFT JOIN item r ON r.id = i.replaced_by_id
    WHERE ${condition} AND i.id <> ${SUSPENSE_ITEM_ID}::uuid
    ORDER BY ${order} LIMIT ${limit + 1}`,
  );
}
