import {
  countStock as count,
  decideStockCount as decide,
} from '../../../activities/stock/count-stock.js';
import {
  countStockRoute,
  decideStockCountRoute,
  listStockCountsRoute,
  STOCK_COUNT_STATES,
} from '../../../contract/stock/stock-counts.js';
import { known } from '../../../domain/known.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { olderThan, pageOf, positionById } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { wireMoney, wireMoneyOrNull } from '../../wire.js';

const WHOLE = {
  location: { include: { store: true } },
  lines: { include: { item: true }, orderBy: { lineNumber: 'asc' } },
} as const;

type CountRow = Prisma.StockCountGetPayload<{ include: typeof WHOLE }>;

export const listStockCounts = route(listStockCountsRoute).answers(
  async ({ query: { limit, cursor, state }, principal: { storeId } }, { database }) => {
    const rows = await database.prisma.stockCount.findMany({
      where: {
        ...(state === undefined ? {} : { state }),
        ...(storeId === undefined ? {} : { location: { storeId } }),
        ...olderThan(cursor),
      },
      include: WHOLE,
      // Ids grow with time.
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageOf(rows, { limit, positionOf: positionById, show: countOnWire }),
    };
  },
);

export const countStock = command(countStockRoute).answers(
  async ({ body, principal: { storeId }, tx, ctx }) => {
    const counted = await readCount(tx, await count(tx, ctx, { ...body, storeId }));
    return { status: counted.state === 'booked' ? 201 : 202, body: counted };
  },
);

export const decideStockCount = command(decideStockCountRoute).answers(
  async ({ params: { stockCountId }, body: { decision }, principal: { storeId }, tx, ctx }) => {
    await decide(tx, ctx, { stockCountId, decision, storeId });
    return { status: 200, body: await readCount(tx, stockCountId) };
  },
);

async function readCount(prisma: Pick<PrismaClient, 'stockCount'>, id: string) {
  return countOnWire(await prisma.stockCount.findUniqueOrThrow({ where: { id }, include: WHOLE }));
}

function countOnWire(row: CountRow) {
  const { id, location, reason, currency } = row;
  return {
    id,
    location: location.code,
    store: location.store.code,
    reason,
    state: known(STOCK_COUNT_STATES, row.state),
    worth: wireMoney(row.worthAmount, currency),
    workItem: row.workItemId,
    requestedBy: row.requestedName,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    bookedOn: row.bookedOn?.toISOString().slice(0, 10) ?? null,
    lines: row.lines.map((line) => ({
      sku: line.item.sku,
      name: line.item.name,
      counted: quantityToWire(line.countedMilli),
      expected: quantityToWire(line.expectedMilli),
      difference: quantityToWire(line.countedMilli - line.expectedMilli),
      unitCost: wireMoneyOrNull(line.unitCostAmount, currency),
    })),
  };
}
