import { isValidBarcode } from '../../domain/catalogue/barcode.js';
import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { MILLI_PER_UNIT, parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { underOwnCode } from '../company/unique-code.js';
import { nextPriceVersion } from './price-version.js';

export type NewItem = Readonly<{
  sku: string;
  name: string;
  unit: string;
  category: string;
  quantityStep: string;
  taxCode: string;
  stocked: boolean;
  barcodes: readonly string[];
  unitPrice: MoneyOnWire;
  priceIncludesTax: boolean;
}>;

/**
 * Adds an item with its barcodes and its price, which begins a price version. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `SKU_TAKEN`, `BARCODE_TAKEN`, `BARCODE_MALFORMED`, `TAX_CODE_UNKNOWN`,
 * `QUANTITY_STEP_INVALID`, `PRICE_NEGATIVE`, `CURRENCY_MISMATCH`, and those of `parseMoney` and `parseQuantity`
 */
export async function addItem(
  tx: Transaction,
  ctx: CommandContext,
  item: NewItem,
): Promise<string> {
  const { sku, name, unit, category, taxCode, stocked, barcodes } = item;
  const { currency } = await companyOf(tx);
  const unitPrice = priceOf(item, currency);
  const quantityStepMilli = stepOf(item);
  await checkTaxCode(tx, taxCode);
  barcodes.forEach(checkBarcode);
  const row = { sku, name, unit, category, quantityStepMilli, taxCode, stocked };
  const taken = { code: 'SKU_TAKEN', param: 'sku', detail: `Another item has the SKU ${sku}.` };
  const { id: itemId } = await underOwnCode(tx.item.create({ data: row }), taken);
  await underOwnCode(
    tx.itemBarcode.createMany({ data: barcodes.map((barcode) => ({ barcode, itemId })) }),
    {
      code: 'BARCODE_TAKEN',
      param: 'barcodes',
      detail: 'A barcode is given twice, or another item has it.',
    },
  );
  const version = await nextPriceVersion(tx, ctx, sku);
  const { amount: unitAmount } = unitPrice;
  const includesTax = item.priceIncludesTax;
  await tx.price.create({ data: { itemId, version, currency, unitAmount, includesTax } });
  return itemId;
}

function priceOf({ unitPrice }: NewItem, currency: string) {
  const price = parseMoney(unitPrice, 'unitPrice');
  if (price.currency !== currency) {
    const detail = `Prices of this company are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'unitPrice.currency', detail });
  }
  if (price.amount >= 0n) return price;
  const detail = 'A price is not below zero.';
  throw new Refusal({ code: 'PRICE_NEGATIVE', param: 'unitPrice', detail });
}

/** Whole pieces, or a part of one that divides it evenly. */
function stepOf({ quantityStep }: NewItem): bigint {
  const step = parseQuantity(quantityStep, 'quantityStep');
  if (step > 0n && (step % MILLI_PER_UNIT === 0n || MILLI_PER_UNIT % step === 0n)) return step;
  const detail = 'The step is "1" for whole pieces, or a part of one such as "0.5" or "0.001".';
  throw new Refusal({ code: 'QUANTITY_STEP_INVALID', param: 'quantityStep', detail });
}

async function checkTaxCode(tx: Transaction, code: string): Promise<void> {
  if ((await tx.taxRule.findFirst({ where: { code } })) !== null) return;
  const known = await tx.taxRule.findMany({ distinct: ['code'], select: { code: true } });
  const detail = `The tax table has ${known.map((rule) => rule.code).join(', ')}.`;
  throw new Refusal({ code: 'TAX_CODE_UNKNOWN', param: 'taxCode', detail });
}

function checkBarcode(barcode: string, index: number): void {
  if (isValidBarcode(barcode)) return;
  const detail = `The check digit of ${barcode} is wrong.`;
  throw new Refusal({ code: 'BARCODE_MALFORMED', param: `barcodes[${index}]`, detail });
}
