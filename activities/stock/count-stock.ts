import { accountCode } from '../../domain/ledger/accounts.js';
import type { CommandContext } from '../../domain/context.js';
import { notFound } from '../../domain/refusal.js';
import { readCountedLine, type CountedOnWire } from '../../domain/stock/counted-line.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { openingDay } from '../ledger/opening-day.js';
import { goodsOfLines, locationOf } from './goods-of-lines.js';

export type StockCount = Readonly<{
  location: string;
  reason: string;
  /** The question about goods that were sold and not there, which the count answers. */
  workItem?: string | undefined;
  lines: readonly (CountedOnWire & Readonly<{ sku: string }>)[];
  /** Of a person of one store. */
  storeId: string | undefined;
}>;

const ACCOUNTS = {
  inventory: accountCode('inventory'),
  shrinkage: accountCode('stockShrinkage'),
} as const;

/**
 * Takes in a count of goods at a location. It is booked, or waits for a second person. Answers its id.
 *
 * @throws Refusal those of `locationOf`, `goodsOfLines`, `readCountedLine` and `count_stock`
 */
export async function countStock(
  tx: Transaction,
  ctx: CommandContext,
  { location: code, reason, workItem, lines, storeId }: StockCount,
): Promise<string> {
  const location = await locationOf(tx, { code, storeId });
  const goods = await goodsOfLines(tx, lines);
  const { legalEntity } = location.store;
  const { currency } = legalEntity;
  const { businessDate } = await openingDay(tx, ctx, { legalEntity });
  const counted = lines.map((line, index) => {
    const read = readCountedLine(line, { place: `lines[${index}]`, currency });
    return {
      lineNumber: index + 1,
      itemId: goods[index] ?? '',
      countedMilli: read.countedMilli.toString(),
      expectedMilli: read.expectedMilli?.toString() ?? null,
      unitCost: read.unitCost?.toString() ?? null,
    };
  });
  const document = { locationId: location.id, businessDate, currency, reason };
  const { stockCountId } = await callIn(tx, stockCommands.countStock, [
    ctx,
    { ...document, workItemId: workItem ?? null, lines: counted, accounts: ACCOUNTS },
  ]);
  return stockCountId;
}

export type CountDecision = Readonly<{
  stockCountId: string;
  decision: 'approved' | 'rejected';
  /** Of a person of one store. */
  storeId: string | undefined;
}>;

/**
 * A second person books a count on the day of the decision, or rejects it.
 *
 * @throws Refusal `NOT_FOUND` and those of `decide_stock_count`
 */
export async function decideStockCount(
  tx: Transaction,
  ctx: CommandContext,
  { stockCountId, decision, storeId }: CountDecision,
): Promise<void> {
  const count = await tx.stockCount.findFirst({
    where: { id: stockCountId, ...(storeId === undefined ? {} : { location: { storeId } }) },
    include: { location: { include: { store: { include: { legalEntity: true } } } } },
  });
  if (count === null) throw notFound();
  const { legalEntity } = count.location.store;
  const { businessDate } = await openingDay(tx, ctx, { legalEntity });
  await callIn(tx, stockCommands.decideStockCount, [
    ctx,
    { stockCountId, decision, businessDate, accounts: ACCOUNTS },
  ]);
}
