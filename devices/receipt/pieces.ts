import { MILLI_PER_UNIT, parseQuantity } from '../../domain/quantity/quantity.js';
import type { ReceiptSaleLine } from './receipt-sale.js';

/** Measured units: a bag of apples counts as one piece, whatever it weighs. */
const MEASURES: ReadonlySet<string> = new Set([
  'kg',
  'g',
  'gr',
  'gram',
  'ons',
  'l',
  'lt',
  'ltr',
  'liter',
  'ml',
  'm',
  'meter',
  'cm',
  'm2',
]);

/** Number of pieces of a sale: counted units by quantity, measured units one per line. */
export function piecesOf(lines: readonly ReceiptSaleLine[]): number {
  return lines.reduce((count, line) => count + piecesOfLine(line), 0);
}

function piecesOfLine({ quantity, unit }: ReceiptSaleLine): number {
  const milli = parseQuantity(quantity);
  const isCounted = milli % MILLI_PER_UNIT === 0n && !MEASURES.has(unit.toLowerCase());
  return isCounted ? Number(milli / MILLI_PER_UNIT) : 1;
}
