import { entriesForIdentification } from '../../domain/ledger/post-identification.js';
import { toPostedLines } from '../../domain/ledger/journal.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { CommandContext } from '../../domain/context.js';
import { taxOfIdentified, type LineTax } from '../../domain/pricing/identify-line.js';
import { SUSPENSE_ITEM_ID } from '../../domain/pricing/suspense.js';
import { notFound, Refusal } from '../../domain/refusal.js';
import { findRule } from '../../domain/tax/tax-rule.js';
import * as saleCommands from '../../prisma/commands/sale.js';
import { callIn, type Prisma, type Transaction } from '../../prisma/database.js';
import { openingDay } from '../ledger/opening-day.js';
import { plainDate, taxRuleOf } from './capture/price-book.js';

/** A line of a sale; `storeId` limits whose it may be. */
export type LineOfSale = Readonly<{
  saleId: string;
  lineNumber: number;
  storeId: string | undefined;
}>;

const ACCOUNTS = {
  costOfGoodsSold: accountCode('costOfGoodsSold'),
  inventory: accountCode('inventory'),
} as const;

/**
 * Says what a line in suspense was. Stock and cost of goods are booked today. The tax follows the item where the receipt
 * is the tax document; on account it stays as the invoice says.
 *
 * @throws Refusal `NOT_FOUND`, `ITEM_UNKNOWN`, `TAX_RULE_MISSING` and those of `identify_sale_line`
 */
export async function identifySaleLine(
  tx: Transaction,
  ctx: CommandContext,
  { sku, reason, ...place }: LineOfSale & Readonly<{ sku: string; reason: string }>,
): Promise<void> {
  const sale = await saleOf(tx, place);
  const item = await itemOf(tx, sku);
  const line = sale.lines.find(({ lineNumber }) => lineNumber === place.lineNumber);
  if (line === undefined) throw noSuchLine();
  const sold = { taxCode: line.taxCode, taxBase: line.taxBaseAmount, tax: line.taxAmount };
  const tax = await taxOf(tx, { sale, sold, item });
  const { businessDate } = await openingDay(tx, ctx, { legalEntity: sale.store.legalEntity });
  const journal = entriesForIdentification({ before: sold, after: tax }, { storeId: sale.storeId });
  await callIn(tx, saleCommands.identifySaleLine, [
    ctx,
    {
      saleId: sale.id,
      lineNumber: place.lineNumber,
      itemId: item.id,
      sku,
      unit: item.unit,
      stocked: item.stocked,
      locationId: sale.terminal.locationId,
      businessDate,
      reason,
      taxCode: tax.taxCode,
      taxBase: tax.taxBase.toString(),
      tax: tax.tax.toString(),
      journal: toPostedLines(journal),
      accounts: ACCOUNTS,
    },
  ]);
}

/**
 * Undoes what was said about a line: its goods come back, and the question is open again.
 *
 * @throws Refusal `NOT_FOUND` and those of `undo_line_identification`
 */
export async function undoLineIdentification(
  tx: Transaction,
  ctx: CommandContext,
  { reason, ...place }: LineOfSale & Readonly<{ reason: string }>,
): Promise<void> {
  const sale = await saleOf(tx, place);
  const { businessDate } = await openingDay(tx, ctx, { legalEntity: sale.store.legalEntity });
  const { lineNumber } = place;
  await callIn(tx, saleCommands.undoLineIdentification, [
    ctx,
    { saleId: sale.id, lineNumber, businessDate, reason },
  ]);
}

const WITH_PLACE = {
  store: { include: { legalEntity: true } },
  terminal: true,
  lines: true,
} as const;

type SaleRow = Prisma.SaleGetPayload<{ include: typeof WITH_PLACE }>;

async function saleOf(tx: Transaction, { saleId, storeId }: LineOfSale): Promise<SaleRow> {
  const inStore = storeId === undefined ? {} : { storeId };
  const sale = await tx.sale.findFirst({ where: { id: saleId, ...inStore }, include: WITH_PLACE });
  if (sale === null) throw notFound();
  return sale;
}

async function itemOf(tx: Transaction, sku: string) {
  const item = await tx.item.findUnique({ where: { sku } });
  if (item !== null && item.id !== SUSPENSE_ITEM_ID) return item;
  const detail = `There is no item ${sku}: add it first.`;
  throw new Refusal({ code: 'ITEM_UNKNOWN', param: 'sku', detail });
}

type Identified = Readonly<{
  sale: SaleRow;
  sold: LineTax;
  item: Readonly<{ sku: string; taxCode: string }>;
}>;

async function taxOf(tx: Transaction, { sale, sold, item }: Identified): Promise<LineTax> {
  if (sale.onAccountAmount > 0n) return sold;
  const codes = [sold.taxCode, item.taxCode];
  const rows = await tx.taxRule.findMany({ where: { code: { in: codes } } });
  const rules = rows.map(taxRuleOf);
  const [before, after] = codes.map((code) => findRule(rules, code, plainDate(sale.businessDate)));
  if (after !== undefined) return taxOfIdentified(sold, { before, after });
  const detail = `${item.sku} had no tax rule on the day of the sale.`;
  throw new Refusal({ code: 'TAX_RULE_MISSING', param: 'sku', detail });
}

function noSuchLine(): Refusal {
  const detail = 'The sale has no such line.';
  return new Refusal({ code: 'SALE_LINE_NOT_FOUND', param: 'lineNumber', detail });
}
