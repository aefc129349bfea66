import { isValidBarcode } from '../../domain/catalogue/barcode.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { MILLI_PER_UNIT, parseQuantity } from '../../domain/quantity/quantity.js';
import { Refusal } from '../../domain/refusal.js';

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

/** What an item is judged by: the currency of the company, and the codes of its tax table. */
export type ItemRules = Readonly<{ currency: string; taxCodes: ReadonlySet<string> }>;

export type ItemValues = Readonly<{ unitAmount: bigint; quantityStepMilli: bigint }>;

/**
 * Reads what an item says of itself; whether another has its SKU or barcodes is not looked at here.
 *
 * @throws Refusal `BARCODE_MALFORMED`, `TAX_CODE_UNKNOWN`, `QUANTITY_STEP_INVALID`, `PRICE_NEGATIVE`,
 * `CURRENCY_MISMATCH`, and those of `parseMoney` and `parseQuantity`
 */
export function itemValues(item: NewItem, { currency, taxCodes }: ItemRules): ItemValues {
  const unitAmount = priceOf(item, currency);
  const quantityStepMilli = stepOf(item);
  checkTaxCode(item.taxCode, taxCodes);
  item.barcodes.forEach(checkBarcode);
  return { unitAmount, quantityStepMilli };
}

function priceOf({ unitPrice }: NewItem, currency: string): bigint {
  const price = parseMoney(unitPrice, 'unitPrice');
  if (price.currency !== currency) {
    const detail = `Prices of this company are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'unitPrice.currency', detail });
  }
  if (price.amount >= 0n) return price.amount;
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

function checkTaxCode(code: string, known: ReadonlySet<string>): void {
  if (known.has(code)) return;
  const detail = `The tax table has ${[...known].join(', ')}.`;
  throw new Refusal({ code: 'TAX_CODE_UNKNOWN', param: 'taxCode', detail });
}

function checkBarcode(barcode: string, index: number): void {
  if (isValidBarcode(barcode)) return;
  const detail = `The check digit of ${barcode} is wrong.`;
  throw new Refusal({ code: 'BARCODE_MALFORMED', param: `barcodes[${index}]`, detail });
}
