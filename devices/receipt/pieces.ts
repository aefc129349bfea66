import { MILLI_PER_UNIT, parseQuantity } from '../../domain/quantity/quantity.js';
import type { ReceiptSaleLine } from './receipt-sale.js';

/** Units that are measured and not counted: a bag of apples is one thing to carry, whatever it weighs. */
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

/** How many things the customer carries away: pieces are counted, what is measured is one a line. */
export function piecesOf(lines: readonly ReceiptSaleLine[]): number {
  return lines.reduce((count, line) => count + piecesOfLine(line), 0);
}

function piecesOfLine({ quantity, unit }: ReceiptSaleLine): number {
  const milli = parseQuantity(quantity);
  const isCounted = milli % MILLI_PER_UNIT === 0n && !MEASURES.has(unit.toLowerCase());
  return isCounted ? Number(milli / MILLI_PER_UNIT) : 1;
}
