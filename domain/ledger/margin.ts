import { unitsToDecimal } from '../money/decimal.js';
import { multiplyRational, rational } from '../money/rational.js';

const PERCENT_DECIMALS = 2;
const HUNDRED_PERCENT = 100n * 10n ** BigInt(PERCENT_DECIMALS);

/** What was sold, without tax, and what it had cost; booked units of one currency. */
export type SalesAndCost = Readonly<{ netSales: bigint; costOfGoods: bigint }>;

export type Margin = Readonly<{
  margin: bigint;
  /** Of net sales, with two decimals; null where nothing was sold, or more came back than was sold. */
  marginPercent: string | null;
}>;

/** The margin is below zero where goods cost more than they brought. */
export function marginOf({ netSales, costOfGoods }: SalesAndCost): Margin {
  const margin = netSales - costOfGoods;
  if (netSales <= 0n) return { margin, marginPercent: null };
  const hundredths = multiplyRational(margin, rational(HUNDRED_PERCENT, netSales), 'half-up');
  return { margin, marginPercent: unitsToDecimal(hundredths, PERCENT_DECIMALS) };
}
