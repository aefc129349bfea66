import { decimalToUnits, readDecimal, unitsToDecimal } from '../money/decimal.js';
import { formatDecimal, type Language } from '../money/format-money.js';
import { Refusal } from '../refusal.js';

/** Thousandths of the item's unit: 1 piece is 1000n, 250 g of rice sold by the kilogram is 250n. */
export type Quantity = bigint;

const QUANTITY_DECIMALS = 3;
export const MILLI_PER_UNIT = 1000n;

/** A million tonnes in kilograms; a larger number is a barcode scanned into the quantity field. */
const QUANTITY_MAX_WHOLE_DIGITS = 9;

/**
 * Reads a decimal string such as "1" or "0.25". Zero and negative quantities are read; the caller
 * decides whether they are allowed. `param` is the path in the request.
 *
 * @throws Refusal `QUANTITY_MALFORMED`, `QUANTITY_TOO_PRECISE` (more than three decimals),
 * `QUANTITY_TOO_LARGE` (more than nine digits before the point).
 */
export function parseQuantity(text: string, param = 'quantity'): Quantity {
  const decimal = readDecimal(text);
  if (decimal === undefined) {
    throw new Refusal({
      code: 'QUANTITY_MALFORMED',
      param,
      detail: 'A quantity is a decimal number in a string, such as "1" or "0.25".',
    });
  }
  if (decimal.fraction.length > QUANTITY_DECIMALS) {
    throw new Refusal({
      code: 'QUANTITY_TOO_PRECISE',
      param,
      detail: `A quantity has at most ${QUANTITY_DECIMALS} decimals; this one has ${decimal.fraction.length}.`,
    });
  }
  if (decimal.whole.length > QUANTITY_MAX_WHOLE_DIGITS) {
    throw new Refusal({
      code: 'QUANTITY_TOO_LARGE',
      param,
      detail: `A quantity has at most ${QUANTITY_MAX_WHOLE_DIGITS} digits before the point.`,
    });
  }
  return decimalToUnits(decimal, QUANTITY_DECIMALS);
}

/** The quantity as its shortest decimal: "1", "0.25", "-3.5". */
export function quantityToWire(milli: Quantity): string {
  return unitsToDecimal(milli, QUANTITY_DECIMALS).replace(/\.?0+$/, '');
}

/** A quantity as people read it: `1.250,5` (id), `1,250.5` (en). */
export function formatQuantity(milli: Quantity, language: Language): string {
  return formatDecimal(quantityToWire(milli), language);
}
