import { randomUUID } from 'node:crypto';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { openingDay } from '../ledger/opening-day.js';

export type StockReceipt = Readonly<{
  kind: 'opening' | 'goods-receipt';
  location: string;
  businessDate: string | undefined;
  lines: readonly Readonly<{ sku: string; quantity: string; cost: MoneyOnWire }>[];
}>;

/** One receipt of goods is worth less than this, in the smallest unit: a wrong zero does not ruin the ledger. */
const RECEIPT_AMOUNT_MAX = 1_000_000_000_000n;

/**
 * Puts goods into the stock of a location. `storeId` limits whose location it may be. Answers the id of the document.
 *
 * @throws Refusal `BUSINESS_DATE_IN_FUTURE`, `BUSINESS_DATE_TOO_EARLY`, `ITEM_REPEATED`, `RECEIPT_TOO_LARGE`, `LOCATION_UNKNOWN`, `ITEM_UNKNOWN`, `ITEM_NOT_STOCKED`, `QUANTITY_NOT_POSITIVE`, `PRICE_NEGATIVE`,
 * `CURRENCY_MISMATCH`, and those of `parseMoney` and `parseQuantity`
 */
export async function receiveStock(
  tx: Transaction,
  ctx: CommandContext,
  receipt: StockReceipt & Readonly<{ storeId: string | undefined }>,
): Promise<string> {
  const { kind, location: code, storeId, lines } = receipt;
  const location = await tx.stockLocation.findFirst({
    where: { code, ...(storeId === undefined ? {} : { storeId }) },
    include: { store: { include: { legalEntity: true } } },
  });
  if (location === null) {
    const detail = `There is no location ${code}.`;
    throw new Refusal({ code: 'LOCATION_UNKNOWN', param: 'location', detail });
  }
  const items = await tx.item.findMany({ where: { sku: { in: lines.map(({ sku }) => sku) } } });
  const bySku = new Map(items.map((item) => [item.sku, item]));
  const documentId = randomUUID();
  const { legalEntity } = location.store;
  const { currency } = legalEntity;
  const { businessDate } = await openingDay(tx, ctx, { legalEntity, ...receipt });
  const received = lines.map((line, index) =>
    stockLine(line, { index, currency, item: bySku.get(line.sku) }),
  );
  checkWhole(receipt, received);
  await callIn(tx, stockCommands.receiveStock, [
    ctx,
    {
      documentId,
      documentKind: kind,
      kind: kind === 'opening' ? 'opening' : 'receipt',
      locationId: location.id,
      businessDate,
      currency,
      lines: received,
      accounts: {
        inventory: accountCode('inventory'),
        counter: accountCode(kind === 'opening' ? 'openingEquity' : 'goodsReceived'),
      },
    },
  ]);
  return documentId;
}

type LinePlace = Readonly<{
  index: number;
  currency: string;
  item: Readonly<{ id: string; stocked: boolean }> | undefined;
}>;

function stockLine(
  { sku, quantity, cost }: StockReceipt['lines'][number],
  { index, currency, item }: LinePlace,
) {
  const place = `lines[${index}]`;
  const refused = (code: string, field: string, detail: string) =>
    new Refusal({ code, param: `${place}.${field}`, detail });
  if (item === undefined) throw refused('ITEM_UNKNOWN', 'sku', `There is no item ${sku}.`);
  if (!item.stocked) throw refused('ITEM_NOT_STOCKED', 'sku', `${sku} is not kept in stock.`);
  const milli = parseQuantity(quantity, `${place}.quantity`);
  if (milli <= 0n) throw refused('QUANTITY_NOT_POSITIVE', 'quantity', 'Goods come in above zero.');
  const paid = parseMoney(cost, `${place}.cost`);
  if (paid.currency !== currency)
    throw refused('CURRENCY_MISMATCH', 'cost.currency', `Stock is valued in ${currency}.`);
  if (paid.amount < 0n) throw refused('PRICE_NEGATIVE', 'cost', 'A cost is not below zero.');
  return { itemId: item.id, quantityMilli: milli.toString(), cost: paid.amount.toString() };
}

function checkWhole(
  { lines }: StockReceipt,
  received: readonly Readonly<{ itemId: string; cost: string }>[],
): void {
  const repeated = received.findIndex(
    ({ itemId }, index) => received.findIndex((other) => other.itemId === itemId) < index,
  );
  if (repeated !== -1) {
    const detail = `${lines[repeated]?.sku ?? ''} is named twice.`;
    throw new Refusal({ code: 'ITEM_REPEATED', param: `lines[${repeated}].sku`, detail });
  }
  const worth = received.reduce((total, { cost }) => total + BigInt(cost), 0n);
  if (worth < RECEIPT_AMOUNT_MAX) return;
  const detail = 'Goods of such a worth come in by several receipts.';
  throw new Refusal({ code: 'RECEIPT_TOO_LARGE', param: 'lines', detail });
}
