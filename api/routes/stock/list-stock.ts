import { listStockRoute } from '../../../contract/stock/list-stock.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import { Prisma } from '../../../prisma/database.js';
import { decodeCursor, pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';

type Level = Readonly<{
  location: string;
  store: string;
  sku: string;
  name: string;
  unit: string;
  on_hand_milli: bigint;
  reserved_milli: bigint;
  on_order_milli: bigint;
}>;

export const listStock = route(listStockRoute).answers(async ({ query }, { database }) => {
  const { limit, cursor, location, sku } = query;
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const conditions = [
    Prisma.sql`TRUE`,
    ...(sku === undefined ? [] : [Prisma.sql`i.sku = ${sku}`]),
    ...(location === undefined ? [] : [Prisma.sql`${location} IN (p.code, s.code)`]),
    ...(after === undefined ? [] : [Prisma.sql`(i.sku, p.code) > (${after.key}, ${after.id})`]),
  ];
  const rows = await database.prisma.$queryRaw<Level[]>`
    SELECT p.code AS location, s.code AS store, i.sku, i.name, i.unit, v.on_hand_milli, v.reserved_milli, v.on_order_milli
    FROM stock_level v JOIN item i ON i.id = v.item_id JOIN stock_location p ON p.id = v.location_id
      JOIN store s ON s.id = p.store_id
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY i.sku, p.code LIMIT ${limit + 1}`;
  const positionOf = (row: Level) => ({ key: row.sku, id: row.location });
  return { status: 200, body: pageOf(rows, { limit, positionOf, show: levelOnWire }) };
});

function levelOnWire({ on_hand_milli, reserved_milli, on_order_milli, ...named }: Level) {
  const { location, store, sku, name, unit } = named;
  return {
    location,
    store,
    sku,
    name,
    unit,
    onHand: quantityToWire(on_hand_milli),
    reserved: quantityToWire(reserved_milli),
    available: quantityToWire(on_hand_milli - reserved_milli),
    onOrder: quantityToWire(on_order_milli),
  };
}
