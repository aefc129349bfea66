import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { changeItem } from './change-item.js';
import { giveBarcodes } from './item-barcodes.js';
import { taxCodesOf } from './item-columns.js';
import { itemValues, type NewItem } from './item-values.js';
import { bringItemBack } from './withdraw-item.js';

/**
 * Sells an item that was withdrawn again, as if it were new: with these values, barcodes and the price in `version`.
 *
 * @throws Refusal `COMPANY_MISSING`, `ITEM_NOT_FOUND`, `ITEM_HAS_MOVED`, `BARCODE_TAKEN`, those of `itemValues`
 */
export async function replaceItem(
  tx: Transaction,
  { itemId, item, version }: Readonly<{ itemId: string; item: NewItem; version: number }>,
): Promise<void> {
  const { currency } = await companyOf(tx);
  const { unitAmount } = itemValues(item, { currency, taxCodes: await taxCodesOf(tx) });
  await changeItem(tx, itemId, item);
  await bringItemBack(tx, itemId);
  const barcodes = item.barcodes.map((barcode) => ({ barcode, itemId }));
  await giveBarcodes(tx, { barcodes, param: 'barcodes' });
  await tx.price.create({
    data: { itemId, version, currency, unitAmount, includesTax: item.priceIncludesTax },
  });
}
