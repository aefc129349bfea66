import type { z } from 'zod';
import { addItem as add } from '../../../activities/catalogue/add-item.js';
import { addItemRoute, listItemsRoute, readItemRoute } from '../../../contract/catalogue/items.js';
import type { Prisma } from '../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { literal } from '../query-conditions.js';
import { itemOnWire, readItemOnWire, shownWith, type ItemRow } from './items-on-wire.js';

export const listItems = route(listItemsRoute).answers(async ({ query }, { database, clock }) => {
  const { limit } = query;
  const rows = await database.prisma.item.findMany({
    where: { AND: conditionsOf(query) },
    include: shownWith(clock.iso()),
    orderBy: { sku: 'asc' },
    take: limit + 1,
  });
  const positionOf = ({ sku, id }: ItemRow) => ({ key: sku, id });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: itemOnWire }) };
});

export const readItem = route(readItemRoute).answers(
  async ({ params: { itemId }, ctx: { at } }, { database }) => ({
    status: 200,
    body: await readItemOnWire(database.prisma, { itemId, at }),
  }),
);

export const addItem = command(addItemRoute).answers(async ({ body, tx, ctx }) => {
  const id = await add(tx, ctx, body);
  return { status: 201, body: await readItemOnWire(tx, { itemId: id, at: ctx.at }) };
});

type Query = z.output<typeof listItemsRoute.query>;

function conditionsOf({ cursor, q, state }: Query): Prisma.ItemWhereInput[] {
  return [
    ...(cursor === undefined ? [] : [{ sku: { gt: decodeCursor(cursor).key } }]),
    ...(q === undefined ? [] : [found(literal(q))]),
    ...(state === undefined ? [] : [{ active: state === 'sold' }]),
  ];
}

/** Prisma passes the text on to LIKE with its wildcards. */
function found(q: string): Prisma.ItemWhereInput {
  return {
    OR: [
      { name: { contains: q, mode: 'insensitive' } },
      { nameEn: { contains: q, mode: 'insensitive' } },
      { brand: { contains: q, mode: 'insensitive' } },
      { sku: { startsWith: q, mode: 'insensitive' } },
      { barcodes: { some: { barcode: { startsWith: q }, removedAt: null } } },
    ],
  };
}
