import { randomUUID } from 'node:crypto';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';
import { openingDay } from '../ledger/opening-day.js';
import { goodsOfLines, locationOf } from './goods-of-lines.js';

export type StockReceipt = Readonly<{
  kind: 'opening' | 'goods-receipt';
  location: string;
  businessDate: string | undefined;
  lines: readonly Readonly<{ sku: string; quantity: string; cost: MoneyOnWire }>[];
  /** Why, for the person who decides when the goods are worth more than one alone may take in. */
  reason?: string | undefined;
}>;

export type ReceiptOutcome = Readonly<
  | { kind: 'received'; documentId: string }
  | { kind: 'waits'; documentId: string; masterChangeId: string }
>;

/** One receipt of goods is worth less than this, in the smallest unit: a wrong zero does not ruin the ledger. */
const RECEIPT_AMOUNT_MAX = 1_000_000_000_000n;

/**
 * Puts goods into the stock of a location. `storeId` limits whose location it may be. Above what one person alone may
 * take in (prisma/functions/stock/may_receive_goods.sql) it asks for a second person, and nothing changes until then.
 *
 * @throws Refusal `BUSINESS_DATE_IN_FUTURE`, `BUSINESS_DATE_TOO_EARLY`, `ITEM_REPEATED`, `RECEIPT_TOO_LARGE`, `LOCATION_UNKNOWN`, `ITEM_UNKNOWN`, `ITEM_NOT_STOCKED`, `QUANTITY_NOT_POSITIVE`, `PRICE_NEGATIVE`,
 * `CURRENCY_MISMATCH`, `SECOND_PERSON_REQUIRED`, and those of `parseMoney` and `parseQuantity`
 */
export async function receiveStock(
  tx: Transaction,
  ctx: CommandContext,
  receipt: StockReceipt & Readonly<{ storeId: string | undefined }>,
): Promise<ReceiptOutcome> {
  const { kind, location: code, storeId, lines } = receipt;
  const location = await locationOf(tx, { code, storeId });
  const goods = await goodsOfLines(tx, lines);
  const documentId = randomUUID();
  const { legalEntity } = location.store;
  const { currency } = legalEntity;
  const { businessDate } = await openingDay(tx, ctx, { legalEntity, ...receipt });
  const received = lines.map((line, index) => ({
    itemId: goods[index] ?? '',
    ...stockLine(line, { index, currency }),
  }));
  checkWorth(received);
  const document = {
    documentId,
    documentKind: kind,
    kind: kind === 'opening' ? ('opening' as const) : ('receipt' as const),
    locationId: location.id,
    businessDate,
    currency,
    lines: received,
    accounts: {
      inventory: accountCode('inventory'),
      counter: accountCode(kind === 'opening' ? 'openingEquity' : 'goodsReceived'),
    },
  };
  const taken = await callIn(tx, stockCommands.receiveStock, [ctx, document]);
  if (taken.kind !== 'second-person') return { kind: 'received', documentId };
  const masterChangeId = await askForReceipt(tx, ctx, { receipt, document });
  return { kind: 'waits', documentId, masterChangeId };
}

/**
 * Takes goods back that the caller has booked in by mistake.
 *
 * @returns the code of their location, and how many lines came
 * @throws Refusal as prisma/functions/stock/undo_stock_receipt.sql
 */
export function takeGoodsBack(
  tx: Transaction,
  ctx: CommandContext,
  receipt: InputOf<typeof stockCommands.undoStockReceipt>,
) {
  return callIn(tx, stockCommands.undoStockReceipt, [ctx, receipt]);
}

type Asked = Readonly<{
  receipt: StockReceipt;
  document: InputOf<typeof stockCommands.receiveStock>;
}>;

/** Goods of a high worth move margin and ledger: a second person looks at them before they are in stock. */
async function askForReceipt(
  tx: Transaction,
  ctx: CommandContext,
  { receipt, document }: Asked,
): Promise<string> {
  if (ctx.actor.kind !== 'user') {
    const detail =
      'The goods are worth more than one person alone takes in within 24 hours: a person hands them in by POST /v1/stock-receipts, or two people set a higher limit (goodsReceipt of /v1/approval-limits).';
    throw new Refusal({ code: 'SECOND_PERSON_REQUIRED', detail });
  }
  const { location, lines, reason } = receipt;
  const goods = lines.map(({ sku, quantity, cost }) => ({ sku, quantity, cost: cost.amount }));
  return requestMasterChange(tx, ctx, {
    kind: 'stock-receipt',
    subject: document.documentId,
    before: null,
    after: { location, goods, ...document },
    reason: reason ?? goods.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', '),
  });
}

function stockLine(
  { quantity, cost }: StockReceipt['lines'][number],
  { index, currency }: Readonly<{ index: number; currency: string }>,
) {
  const place = `lines[${index}]`;
  const refused = (code: string, field: string, detail: string) =>
    new Refusal({ code, param: `${place}.${field}`, detail });
  const milli = parseQuantity(quantity, `${place}.quantity`);
  if (milli <= 0n) throw refused('QUANTITY_NOT_POSITIVE', 'quantity', 'Goods come in above zero.');
  const paid = parseMoney(cost, `${place}.cost`);
  if (paid.currency !== currency)
    throw refused('CURRENCY_MISMATCH', 'cost.currency', `Stock is valued in ${currency}.`);
  if (paid.amount < 0n) throw refused('PRICE_NEGATIVE', 'cost', 'A cost is not below zero.');
  return { quantityMilli: milli.toString(), cost: paid.amount.toString() };
}

function checkWorth(received: readonly Readonly<{ cost: string }>[]): void {
  const worth = received.reduce((total, { cost }) => total + BigInt(cost), 0n);
  if (worth < RECEIPT_AMOUNT_MAX) return;
  const detail = 'Goods of such a worth come in by several receipts.';
  throw new Refusal({ code: 'RECEIPT_TOO_LARGE', param: 'lines', detail });
}
