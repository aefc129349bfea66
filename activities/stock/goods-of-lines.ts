import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

/** The location that a document about goods names; `storeId` limits whose it may be. @throws Refusal `LOCATION_UNKNOWN` */
export async function locationOf(
  tx: Transaction,
  { code, storeId }: Readonly<{ code: string; storeId: string | undefined }>,
) {
  const location = await tx.stockLocation.findFirst({
    where: { code, ...(storeId === undefined ? {} : { storeId }) },
    include: { store: { include: { legalEntity: true } } },
  });
  if (location !== null) return location;
  const detail = `There is no location ${code}.`;
  throw new Refusal({ code: 'LOCATION_UNKNOWN', param: 'location', detail });
}

/**
 * The ids of the items that the lines of such a document name, in their order.
 *
 * @throws Refusal `ITEM_UNKNOWN`, `ITEM_NOT_STOCKED`, `ITEM_REPEATED`
 */
export async function goodsOfLines(
  tx: Transaction,
  lines: readonly Readonly<{ sku: string }>[],
): Promise<readonly string[]> {
  const items = await tx.item.findMany({ where: { sku: { in: lines.map(({ sku }) => sku) } } });
  const bySku = new Map(items.map((item) => [item.sku, item]));
  const seen = new Set<string>();
  return lines.map(({ sku }, index) => {
    const refused = (code: string, detail: string) =>
      new Refusal({ code, param: `lines[${index}].sku`, detail });
    const item = bySku.get(sku);
    if (item === undefined) throw refused('ITEM_UNKNOWN', `There is no item ${sku}.`);
    if (!item.stocked) throw refused('ITEM_NOT_STOCKED', `${sku} is not kept in stock.`);
    if (seen.has(item.id)) throw refused('ITEM_REPEATED', `${sku} is named twice.`);
    seen.add(item.id);
    return item.id;
  });
}
