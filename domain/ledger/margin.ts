import { unitsToDecimal } from '../money/decimal.js';
import { multiplyRational, rational } from '../money/rational.js';

const PERCENT_DECIMALS = 2;
const HUNDRED_PERCENT = 100n * 10n ** BigInt(PERCENT_DECIMALS);

/** Net sales without tax and their cost; booked units of one currency. */
export type SalesAndCost = Readonly<{ netSales: bigint; costOfGoods: bigint }>;

export type Margin = Readonly<{
  margin: bigint;
  /** Percent of net sales, with two decimals; null when net sales are zero or negative. */
  marginPercent: string | null;
}>;

/** The margin is negative when the goods cost more than they were sold for. */
export function marginOf({ netSales, costOfGoods }: SalesAndCost): Margin {
  const margin = netSales - costOfGoods;
  if (netSales <= 0n) return { margin, marginPercent: null };
  const hundredths = multiplyRational(margin, rational(HUNDRED_PERCENT, netSales), 'half-up');
  return { margin, marginPercent: unitsToDecimal(hundredths, PERCENT_DECIMALS) };
}
