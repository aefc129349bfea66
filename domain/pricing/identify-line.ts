import { computeTax } from '../tax/compute-tax.js';
import { effectiveRate, type TaxRule } from '../tax/tax-rule.js';

/** The tax that a line of a sale contains; booked units. */
export type LineTax = Readonly<{ taxCode: string; taxBase: bigint; tax: bigint }>;

/**
 * The tax of a line in suspense once its item is known. What the customer paid for it stays: the tax is the part that
 * the item's rule says. The same rate changes no figure.
 */
export function taxOfIdentified(
  sold: LineTax,
  { before, after }: Readonly<{ before: TaxRule | undefined; after: TaxRule }>,
): LineTax {
  const taxCode = after.code;
  if (before !== undefined && isSameRate(before, after)) return { ...sold, taxCode };
  const paid = sold.taxBase + sold.tax;
  const { taxBase, tax } = computeTax({ amount: paid, includesTax: true }, after);
  return { taxCode, taxBase, tax };
}

function isSameRate(before: TaxRule, after: TaxRule): boolean {
  const [one, other] = [effectiveRate(before), effectiveRate(after)];
  return one.numerator * other.denominator === other.numerator * one.denominator;
}
