import { parseMoney, type MoneyOnWire } from '../money/money.js';
import { parseQuantity } from '../quantity/quantity.js';
import { Refusal } from '../refusal.js';

/** What somebody counted of an item. Without `expected` it is compared with what the books say when it comes in. */
export type CountedOnWire = Readonly<{
  counted: string;
  expected?: string | undefined;
  unitCost?: MoneyOnWire | undefined;
}>;

export type CountedLine = Readonly<{
  countedMilli: bigint;
  expectedMilli: bigint | undefined;
  /** Of one unit, for goods that no average cost is known of. */
  unitCost: bigint | undefined;
}>;

type Where = Readonly<{ place: string; currency: string }>;

/**
 * Reads a line of a count. Its difference is what was counted less what was expected then, so that sales between the
 * count and its booking do not change it.
 *
 * @throws Refusal `QUANTITY_NEGATIVE`, `CURRENCY_MISMATCH`, `PRICE_NEGATIVE`, and those of `parseQuantity` and `parseMoney`
 */
export function readCountedLine(
  { counted, expected, unitCost }: CountedOnWire,
  where: Where,
): CountedLine {
  const { place } = where;
  return {
    countedMilli: there(counted, `${place}.counted`),
    expectedMilli: expected === undefined ? undefined : there(expected, `${place}.expected`),
    unitCost: unitCost === undefined ? undefined : costOf(unitCost, where),
  };
}

function there(text: string, param: string): bigint {
  const milli = parseQuantity(text, param);
  if (milli >= 0n) return milli;
  throw new Refusal({ code: 'QUANTITY_NEGATIVE', param, detail: 'What is there is zero or more.' });
}

function costOf(wire: MoneyOnWire, { place, currency }: Where): bigint {
  const param = `${place}.unitCost`;
  const cost = parseMoney(wire, param);
  if (cost.currency !== currency) {
    const detail = `Stock is valued in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${param}.currency`, detail });
  }
  if (cost.amount >= 0n) return cost.amount;
  throw new Refusal({ code: 'PRICE_NEGATIVE', param, detail: 'A cost is not below zero.' });
}
