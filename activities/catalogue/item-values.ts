import { isValidBarcode } from '../../domain/catalogue/barcode.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import { itemColumns, type ItemColumns, type ItemFields, type TaxCodes } from './item-columns.js';

export type NewItem = ItemFields &
  Readonly<{
    sku: string;
    barcodes: readonly string[];
    unitPrice: MoneyOnWire;
    priceIncludesTax: boolean;
  }>;

/** What an item is judged by: the currency of the company, and the codes of its tax table. */
export type ItemRules = Readonly<{ currency: string; taxCodes: TaxCodes }>;

export type ItemValues = Readonly<{ unitAmount: bigint; columns: ItemColumns }>;

/**
 * Reads what an item says of itself; whether another has its SKU or barcodes is not looked at here.
 *
 * @throws Refusal `BARCODE_MALFORMED`, and those of `readPrice` and `itemColumns`
 */
export function itemValues(item: NewItem, { currency, taxCodes }: ItemRules): ItemValues {
  const unitAmount = readPrice(item.unitPrice, { currency, param: 'unitPrice' });
  const columns = itemColumns(item, taxCodes);
  item.barcodes.forEach((barcode, index) => checkBarcode(barcode, `barcodes[${index}]`));
  return { unitAmount, columns };
}

/** The price of one unit. @throws Refusal `CURRENCY_MISMATCH`, `PRICE_NEGATIVE`, and those of `parseMoney` */
export function readPrice(
  given: MoneyOnWire,
  { currency, param }: Readonly<{ currency: string; param: string }>,
): bigint {
  const price = parseMoney(given, param);
  if (price.currency !== currency) {
    const detail = `Prices of this company are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${param}.currency`, detail });
  }
  if (price.amount >= 0n) return price.amount;
  const detail = 'A price is not below zero.';
  throw new Refusal({ code: 'PRICE_NEGATIVE', param, detail });
}

/** @throws Refusal `BARCODE_MALFORMED` at `param` */
export function checkBarcode(barcode: string, param: string): void {
  if (isValidBarcode(barcode)) return;
  const detail = `The check digit of ${barcode} is wrong.`;
  throw new Refusal({ code: 'BARCODE_MALFORMED', param, detail });
}
