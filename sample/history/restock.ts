import type { Temporal } from 'temporal-polyfill';
import { accountCode } from '../../domain/ledger/accounts.js';
import { COMPANY } from '../data/company.js';
import { commonness, isStocked, stockLine } from '../make-stock.js';
import { sampleUuid } from '../uuid.js';
import { isAfter, momentOf, systemAt, type World } from './world.js';
import * as stockCommands from '../../prisma/commands/stock.js';

const MONDAY = 1;
const REFILL_SHARE = 0.4;
const UNITS_AT_WEIGHT_ONE = 75;

/** On Monday mornings suppliers refill low stock to the level of the first day. */
export async function restock(world: World, day: Temporal.PlainDate): Promise<void> {
  const at = momentOf(day, '06:30');
  if (day.dayOfWeek !== MONDAY || isAfter(at, world.until)) return;
  const { database, company, items } = world;
  for (const { locations, data } of company.stores) {
    for (const { id: locationId, code } of locations) {
      const levels = await database.prisma.stockLevel.findMany({
        where: { locationId },
        select: { itemId: true, onHandMilli: true, reservedMilli: true },
      });
      const freeOf = new Map(
        levels.map((level) => [
          level.itemId,
          Number(level.onHandMilli - level.reservedMilli) / 1_000,
        ]),
      );
      const lines = items.filter(isStocked).flatMap((item) => {
        const full = Math.ceil(UNITS_AT_WEIGHT_ONE * data.weight * commonness(item));
        const free = freeOf.get(item.id) ?? 0;
        return free < full * REFILL_SHARE ? [stockLine(item, Math.ceil(full - free))] : [];
      });
      if (lines.length === 0) continue;
      const random = world.random.fork(`goods for ${code} on ${day.toString()}`);
      await database.call(stockCommands.receiveStock, systemAt(at, 'goods-in'), {
        documentId: sampleUuid(at.epochMilliseconds, random),
        documentKind: 'goods-receipt',
        kind: 'receipt',
        locationId,
        businessDate: day.toString(),
        currency: COMPANY.currency,
        lines,
        accounts: { inventory: accountCode('inventory'), counter: accountCode('goodsReceived') },
      });
    }
  }
}
