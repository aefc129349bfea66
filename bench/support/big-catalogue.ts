import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';

/** A statement stays far below the time limit of the books. */
const BATCH_ITEMS = 5_000;
const DAY_MS = 86_400_000;
/** All price lists but the last have begun. */
const FUTURE_DAYS = 30;

export const VERSIONS = 11;

/** Price versions of an invented shop, a month apart, the last one to come. */
export async function beginVersions(database: Database, ctx: CommandContext): Promise<number[]> {
  const now = Date.parse(ctx.at);
  const versions: number[] = [];
  for (let index = 0; index < VERSIONS; index += 1) {
    const effectiveFrom = new Date(now - (VERSIONS - 2 - index) * FUTURE_DAYS * DAY_MS);
    const data = { effectiveFrom, createdAt: new Date(ctx.at), note: `list ${index + 1}` };
    const { version } = await database.transaction(ctx, (tx) =>
      tx.catalogueVersion.create({ data }),
    );
    versions.push(version);
  }
  return versions;
}

export type Growth = Readonly<{ from: number; to: number; versions: readonly number[] }>;

/** Adds items number `from` to `to`, each with a barcode and a price in every version. */
export async function addManyItems(
  database: Database,
  ctx: CommandContext,
  { from, to, versions }: Growth,
): Promise<void> {
  for (let first = from; first <= to; first += BATCH_ITEMS) {
    const last = Math.min(to, first + BATCH_ITEMS - 1);
    await database.transaction(ctx, async (tx) => {
      await tx.$executeRaw`
        INSERT INTO item (sku, name, name_en, unit, category, brand, quantity_step_milli, tax_code)
        SELECT 'BENCH-' || lpad(n::text, 6, '0'), 'Barang uji nomor ' || n, 'Test item number ' || n, 'pcs',
          'group ' || n % 40, 'Merek ' || n % 200, 1000, 'PPN'
        FROM generate_series(${first}::integer, ${last}::integer) n`;
      await tx.$executeRaw`
        INSERT INTO item_barcode (barcode, item_id)
        SELECT 'B' || substr(sku, 7), id FROM item
        WHERE sku BETWEEN ${skuOf(first)} AND ${skuOf(last)}`;
    });
    for (const version of versions) {
      await database.transaction(ctx, async (tx) => {
        await tx.$executeRaw`
          INSERT INTO price (item_id, version, currency, unit_amount)
          SELECT id, ${version}::integer, 'IDR', 1000 + substr(sku, 7)::bigint * 7 % 90000 + ${version}::integer
          FROM item WHERE sku BETWEEN ${skuOf(first)} AND ${skuOf(last)}`;
      });
    }
  }
}

/** Gives as many items another name. */
export async function renameItems(
  database: Database,
  ctx: CommandContext,
  { count, name }: Readonly<{ count: number; name: string }>,
): Promise<void> {
  await database.transaction(ctx, (tx) =>
    tx.item.updateMany({ where: { sku: { gte: skuOf(1), lte: skuOf(count) } }, data: { name } }),
  );
}

function skuOf(number: number): string {
  return `BENCH-${String(number).padStart(6, '0')}`;
}
