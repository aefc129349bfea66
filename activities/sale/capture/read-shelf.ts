import type { PriceVersion } from '../../../domain/pricing/price-in-force.js';
import { SUSPENSE_ITEM_ID } from '../../../domain/pricing/suspense.js';
import { Prisma, type Database } from '../../../prisma/database.js';
import {
  EMPTY_SHELF,
  withItems,
  type PriceTerms,
  type Shelf,
  type ShelfItem,
  type ShelfPrice,
} from './price-shelf.js';

type Client = Database['prisma'];

/** A page is parsed in some milliseconds, so that sales are answered in between. */
const PAGE_ITEMS = 500;

/**
 * The newest prices of an item that are kept in memory: years of changes, so that a till may be that long offline. A
 * sale by an older list is compared with the oldest of them.
 */
const PRICES_OF_ITEM_MAX = 50;

/** A shelf as of a change: nothing that was decided up to it is missing. */
export type NumberedShelf = Readonly<{
  number: number;
  shelf: Shelf;
  versions: readonly PriceVersion[];
}>;

export const NOTHING_READ: NumberedShelf = { number: 0, shelf: EMPTY_SHELF, versions: [] };

/** The number of the last change that tills are told of. */
export async function lastChange(prisma: Pick<Client, 'catalogueSequence'>): Promise<number> {
  const row = await prisma.catalogueSequence.findFirst({ select: { number: true } });
  return row?.number ?? 0;
}

/**
 * Reads what has changed since the shelf was read, page by page. The number is asked first: what is decided meanwhile
 * may be read already, and is read again the next time.
 */
export async function readShelf(prisma: Client, before: NumberedShelf): Promise<NumberedShelf> {
  const number = await lastChange(prisma);
  const versions = await readVersions(prisma);
  const byNumber = new Map(versions.map((list) => [list.version, list]));
  const share = createTermsSharer();
  const changed: ShelfItem[] = [];
  let after: Position = { change: before.number, id: FIRST_ID };
  for (;;) {
    const rows = await readPage(prisma, after);
    changed.push(...rows.map((row) => shelfItem(row, byNumber, share)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ITEMS) break;
    after = last;
  }
  const shelf = changed.length === 0 ? before.shelf : withItems(before.shelf, changed);
  return { number, shelf, versions: versions.filter(({ version }) => version <= number) };
}

async function readVersions(prisma: Client): Promise<PriceVersion[]> {
  const rows = await prisma.catalogueVersion.findMany({ orderBy: { version: 'asc' } });
  return rows.map(({ version, effectiveFrom, withdrawnIn }) => ({
    version,
    effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
    withdrawnIn: withdrawnIn ?? undefined,
  }));
}

type Position = Readonly<{ change: number; id: string }>;

/** Greater than no id: all items of a change that is known come before it. */
const FIRST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type PriceRow = readonly [
  version: number,
  currency: string,
  unitAmount: string,
  includesTax: boolean,
];

type ItemRow = Position &
  Readonly<{
    sku: string;
    name: string;
    nameEn: string | null;
    unit: string;
    step: bigint;
    taxCode: string;
    stocked: boolean;
    active: boolean;
    replacedBy: string | null;
    barcodes: readonly string[] | null;
    former: readonly string[] | null;
    prices: readonly PriceRow[] | null;
  }>;

function readPage(prisma: Client, { change, id }: Position): Promise<ItemRow[]> {
  return prisma.$queryRaw<ItemRow[]>(Prisma.sql`
    SELECT c.version AS change, i.id::text, i.sku, i.name, i.name_en AS "nameEn", i.unit,
      i.quantity_step_milli AS step, i.tax_code AS "taxCode", i.stocked, i.active, r.sku AS "replacedBy",
      (SELECT array_agg(b.barcode) FROM item_barcode b WHERE b.item_id = i.id AND b.removed_at IS NULL) AS barcodes,
      (SELECT array_agg(b.barcode) FROM item_barcode b WHERE b.item_id = i.id AND b.removed_at IS NOT NULL) AS former,
      (SELECT json_agg(json_build_array(p.version, p.currency, p.unit_amount::text, p.includes_tax))
        FROM (SELECT * FROM price WHERE item_id = i.id ORDER BY version DESC LIMIT ${PRICES_OF_ITEM_MAX}) p) AS prices
    FROM item_change c JOIN item i ON i.id = c.item_id LEFT JOIN item r ON r.id = i.replaced_by_id
    WHERE (c.version, c.item_id) > (${change}::integer, ${id}::uuid) AND i.id <> ${SUSPENSE_ITEM_ID}::uuid
    ORDER BY c.version, c.item_id LIMIT ${PAGE_ITEMS}`);
}

type ShareTerms = (currency: string, includesTax: boolean) => PriceTerms;

function shelfItem(
  row: ItemRow,
  versions: ReadonlyMap<number, PriceVersion>,
  share: ShareTerms,
): ShelfItem {
  const prices = (row.prices ?? []).flatMap(
    ([version, currency, unitAmount, includesTax]): ShelfPrice[] => {
      const list = versions.get(version);
      // A version that began after the versions were read comes with the next reading.
      if (list === undefined) return [];
      return [{ list, terms: share(currency, includesTax), unitAmount: BigInt(unitAmount) }];
    },
  );
  return {
    id: row.id,
    sku: row.sku,
    name: row.name,
    nameEn: row.nameEn ?? undefined,
    unit: row.unit,
    quantityStepMilli: row.step,
    taxCode: row.taxCode,
    stocked: row.stocked,
    withdrawn: row.active ? undefined : { replacedBy: row.replacedBy ?? undefined },
    barcodes: row.barcodes ?? [],
    formerBarcodes: row.former ?? [],
    prices,
  };
}

/** Hundreds of thousands of prices share a handful of terms. */
function createTermsSharer(): ShareTerms {
  const known = new Map<string, PriceTerms>();
  return (currency, includesTax) => {
    const key = `${currency} ${includesTax}`;
    const terms = known.get(key) ?? { currency, includesTax };
    known.set(key, terms);
    return terms;
  };
}
