import { assert } from '../../../domain/assert.js';
import { multiplyRational, rational } from '../../../domain/money/rational.js';
import type { Quantity } from '../../../domain/quantity/quantity.js';

/**
 * The oracle of the moving average. The rule in force needs the lock of the stock level and is SQL:
 * `take_stock` and `deliver_sale` issue, `receive_stock` receives (`prisma/functions/stock` and `sale`).
 *
 * What lies at one location and what it cost, in booked units. The value is kept as one amount, never
 * as a rounded cost per piece: so nothing is lost however many pieces go in and out.
 */
export type StockValue = Readonly<{ onHandMilli: Quantity; value: bigint }>;

/** Goods come in at what they cost. */
export function receiveStock(stock: StockValue, received: StockValue): StockValue {
  assert(
    received.onHandMilli > 0n && received.value >= 0n,
    'what is received is there and has a cost',
  );
  return {
    onHandMilli: stock.onHandMilli + received.onHandMilli,
    value: stock.value + received.value,
  };
}

/** Goods leave at the average of what is there, to the nearest unit; the last ones take the rest. */
export function issueStock(
  stock: StockValue,
  quantityMilli: Quantity,
): Readonly<{ cost: bigint; left: StockValue }> {
  assert(
    quantityMilli > 0n && quantityMilli <= stock.onHandMilli,
    'no more leaves the stock than is there',
  );
  const cost = multiplyRational(stock.value, rational(quantityMilli, stock.onHandMilli), 'half-up');
  return {
    cost,
    left: { onHandMilli: stock.onHandMilli - quantityMilli, value: stock.value - cost },
  };
}
