import { addItem as add } from '../../../activities/catalogue/add-item.js';
import { addItemRoute, listItemsRoute } from '../../../contract/catalogue/items.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { wireMoney } from '../../wire.js';

const WITH_PRICE = {
  barcodes: { select: { barcode: true }, orderBy: { barcode: 'asc' } },
  prices: { orderBy: { version: 'desc' }, take: 1 },
} as const satisfies Prisma.ItemInclude;

export const listItems = route(listItemsRoute).answers(
  async ({ query: { limit, cursor, q } }, { database }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const rows = await database.prisma.item.findMany({
      where: {
        ...(after === undefined ? {} : { sku: { gt: after.key } }),
        ...(q === undefined ? {} : found(q)),
      },
      include: WITH_PRICE,
      orderBy: { sku: 'asc' },
      take: limit + 1,
    });
    const positionOf = ({ sku, id }: ItemRow) => ({ key: sku, id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: itemOnWire }) };
  },
);

export const addItem = command(addItemRoute).answers(async ({ body, tx, ctx }) => {
  const id = await add(tx, ctx, body);
  const row = await tx.item.findUniqueOrThrow({ where: { id }, include: WITH_PRICE });
  return { status: 201, body: itemOnWire(row) };
});

function found(q: string): Prisma.ItemWhereInput {
  return {
    OR: [
      { name: { contains: q, mode: 'insensitive' } },
      { sku: { startsWith: q, mode: 'insensitive' } },
      { barcodes: { some: { barcode: { startsWith: q } } } },
    ],
  };
}

type ItemRow = Awaited<ReturnType<PrismaClient['item']['findMany']>>[number] &
  Readonly<{
    barcodes: readonly Readonly<{ barcode: string }>[];
    prices: readonly Readonly<{
      version: number;
      currency: string;
      unitAmount: bigint;
      includesTax: boolean;
    }>[];
  }>;

function itemOnWire({ barcodes, prices: [price], ...item }: ItemRow) {
  return {
    id: item.id,
    sku: item.sku,
    name: item.name,
    unit: item.unit,
    category: item.category,
    quantityStep: quantityToWire(item.quantityStepMilli),
    taxCode: item.taxCode,
    stocked: item.stocked,
    active: item.active,
    barcodes: barcodes.map(({ barcode }) => barcode),
    unitPrice:
      price === undefined ? null : wireMoney(price.unitAmount, parseCurrency(price.currency)),
    priceIncludesTax: price?.includesTax ?? null,
    priceVersion: price?.version ?? null,
  };
}
