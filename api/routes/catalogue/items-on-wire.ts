import { parseCurrency } from '../../../domain/money/currency.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import { findItem } from '../../../activities/catalogue/find-item.js';
import type { Prisma, PrismaClient, Transaction } from '../../../prisma/database.js';
import { wireMoney } from '../../wire.js';

/** What an item is shown with at a moment: its price is the one for everybody. */
export const shownWith = (at: string) =>
  ({
    barcodes: {
      where: { removedAt: null },
      select: { barcode: true },
      orderBy: { barcode: 'asc' },
    },
    prices: {
      where: {
        catalogueVersion: {
          withdrawnIn: null,
          priceListId: null,
          effectiveFrom: { lte: new Date(at) },
        },
      },
      orderBy: [{ catalogueVersion: { effectiveFrom: 'desc' } }, { version: 'desc' }],
      take: 1,
    },
    replacedBy: { select: { sku: true } },
  }) as const satisfies Prisma.ItemInclude;

export type ItemRow = Awaited<ReturnType<PrismaClient['item']['findMany']>>[number] &
  Readonly<{
    barcodes: readonly Readonly<{ barcode: string }>[];
    replacedBy: Readonly<{ sku: string }> | null;
    prices: readonly Readonly<{
      version: number;
      currency: string;
      /** Never null of a price for everybody. */
      unitAmount: bigint | null;
      includesTax: boolean;
    }>[];
  }>;

/** @throws Refusal `ITEM_NOT_FOUND` */
export async function readItemOnWire(
  tx: Transaction,
  { itemId, at }: Readonly<{ itemId: string; at: string }>,
) {
  await findItem(tx, itemId);
  const row = await tx.item.findUniqueOrThrow({ where: { id: itemId }, include: shownWith(at) });
  return itemOnWire(row);
}

export function itemOnWire({ barcodes, prices: [price], replacedBy, ...item }: ItemRow) {
  const { minimumLevelMilli, quantityStepMilli, withdrawnAt, replacedById: _, ...plain } = item;
  return {
    ...plain,
    minimumLevel: quantityToWire(minimumLevelMilli),
    quantityStep: quantityToWire(quantityStepMilli),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    replacedBy: replacedBy?.sku ?? null,
    barcodes: barcodes.map(({ barcode }) => barcode),
    unitPrice:
      price?.unitAmount == null ? null : wireMoney(price.unitAmount, parseCurrency(price.currency)),
    priceIncludesTax: price?.includesTax ?? null,
    priceVersion: price?.version ?? null,
  };
}
