import type { PriceVersion } from '../../../domain/pricing/price-in-force.js';
import type { PriceList } from '../../../domain/pricing/price-list.js';
import { SUSPENSE_ITEM_ID } from '../../../domain/pricing/suspense.js';
import { Prisma, type Database } from '../../../prisma/database.js';
import { rowsAsJson } from '../../../prisma/rows-as-json.js';
import { readPriceLists } from '../../catalogue/price-list-rows.js';
import {
  NO_PROMOTIONS,
  readPromotionShelf,
  type PromotionShelf,
} from '../promotion/kept-promotions.js';
import { emptyShelf, putItems, type Shelf, type ShelfItem } from './price-shelf.js';

type Client = Database['prisma'];

/** A page is parsed in some milliseconds, so that sales are answered in between. */
const PAGE_ITEMS = 500;

/**
 * The newest prices of an item on each list that are kept in memory: years of changes, so that a till may be that long
 * offline. A sale by an older price is compared with the oldest of them.
 */
const PRICES_OF_ITEM_MAX = 50;

/** A shelf as of a change: nothing that was decided up to it is missing. */
export type NumberedShelf = Readonly<{
  number: number;
  shelf: Shelf;
  versions: readonly PriceVersion[];
  lists: readonly PriceList[];
  promotions: PromotionShelf;
}>;

/** Nothing has been read yet. */
export function unreadShelf(): NumberedShelf {
  return { number: 0, shelf: emptyShelf(), versions: [], lists: [], promotions: NO_PROMOTIONS };
}

/** The number of the last change that tills are told of. */
export async function lastChange(prisma: Pick<Client, 'catalogueSequence'>): Promise<number> {
  const row = await prisma.catalogueSequence.findFirst({ select: { number: true } });
  return row?.number ?? 0;
}

/**
 * Reads what has changed since the shelf was read, and puts it there page by page. The number is asked first: what is decided meanwhile
 * may be read already, and is read again the next time.
 */
export async function readShelf(prisma: Client, before: NumberedShelf): Promise<NumberedShelf> {
  const number = await lastChange(prisma);
  const versions = await readVersions(prisma);
  const lists = await readPriceLists(prisma);
  const promotions = await readPromotionShelf(prisma, before.promotions, {
    after: before.number,
    upTo: number,
  });
  const { shelf } = before;
  let after: Position = { change: before.number, id: FIRST_ID };
  for (;;) {
    const rows = await readPage(prisma, after);
    putItems(shelf, rows.map(shelfItem));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ITEMS) break;
    after = last;
  }
  const known = versions.filter(({ version }) => version <= number);
  return { number, shelf, lists, promotions, versions: known };
}

async function readVersions(prisma: Client): Promise<PriceVersion[]> {
  const rows = await prisma.catalogueVersion.findMany({ orderBy: { version: 'asc' } });
  return rows.map(({ version, effectiveFrom, withdrawnIn, priceListId }) => ({
    version,
    fromMs: effectiveFrom.getTime(),
    withdrawnIn: withdrawnIn ?? undefined,
    listId: priceListId ?? undefined,
  }));
}

type Position = Readonly<{ change: number; id: string }>;

/** Greater than no id: all items of a change that is known come before it. */
const FIRST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type ItemRow = Position &
  Readonly<{
    sku: string;
    name: string;
    nameEn: string | null;
    unit: string;
    category: string;
    step: string;
    taxCode: string;
    stocked: boolean;
    active: boolean;
    replacedBy: string | null;
    barcodes: readonly string[] | null;
    former: readonly string[] | null;
    priceRows: string | null;
  }>;

function readPage(prisma: Client, { change, id }: Position): Promise<ItemRow[]> {
  return rowsAsJson<ItemRow>(
    prisma,
    Prisma.sql`
    SELECT c.version AS change, i.id::text, i.sku, i.name, i.name_en AS "nameEn", i.unit, i.category,
      i.quantity_step_milli::text AS step, i.tax_code AS "taxCode", i.stocked, i.active, r.sku AS "replacedBy",
      (SELECT array_agg(b.barcode) FROM item_barcode b WHERE b.item_id = i.id AND b.removed_at IS NULL) AS barcodes,
      (SELECT array_agg(b.barcode) FROM item_barcode b WHERE b.item_id = i.id AND b.removed_at IS NOT NULL) AS former,
      (SELECT json_agg(json_build_array(p.version, p.currency, p.unit_amount::text, p.includes_tax))::text
        FROM (SELECT own.*, row_number() OVER (PARTITION BY v.price_list_id ORDER BY version DESC) AS newest
          FROM price own JOIN catalogue_version v USING (version) WHERE own.item_id = i.id) p
        WHERE p.newest <= ${PRICES_OF_ITEM_MAX}) AS "priceRows"
    FROM item_change c JOIN item i ON i.id = c.item_id LEFT JOIN item r ON r.id = i.replaced_by_id
    WHERE (c.version, c.item_id) > (${change}::integer, ${id}::uuid) AND i.id <> ${SUSPENSE_ITEM_ID}::uuid
    ORDER BY c.version, c.item_id LIMIT ${PAGE_ITEMS}`,
  );
}

function shelfItem(row: ItemRow): ShelfItem {
  const { id, sku, name, unit, category, taxCode, stocked } = row;
  return {
    id,
    sku,
    name,
    nameEn: row.nameEn ?? undefined,
    unit,
    category,
    quantityStepMilli: BigInt(row.step),
    taxCode,
    stocked,
    withdrawn: row.active ? undefined : { replacedBy: row.replacedBy ?? undefined },
    barcodes: row.barcodes ?? [],
    formerBarcodes: row.former ?? [],
    priceRows: row.priceRows ?? '[]',
  };
}
