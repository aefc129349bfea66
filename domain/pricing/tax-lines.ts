import { allocateByLargestRemainder } from '../money/allocate.js';
import { sumAmounts } from '../money/money.js';
import { computeTax, withoutTax, type TaxAmounts } from '../tax/compute-tax.js';
import type { PricedLine, TaxTotal } from './priced-sale.js';
import type { PlainLine } from './read-lines.js';

type Placed = Readonly<{ line: PlainLine; index: number }>;

/**
 * Adds the tax to each line, none of which has a negative net.
 *
 * Tax is computed once per tax code, on the sum, and rounded there; the lines share it by largest
 * remainder, so header and lines always agree.
 */
export function taxLines(lines: readonly PlainLine[]): PricedLine[] {
  const groups = new Map<string, Placed[]>();
  lines.forEach((line, index) => {
    const key = `${line.item.priceIncludesTax} ${line.item.taxCode}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ line, index });
  });
  return [...groups.values()].flatMap(taxGroup).toSorted((a, b) => a.number - b.number);
}

/** One row per tax code, in the order in which the codes appear in the basket. */
export function taxTotals(lines: readonly PlainLine[], priced: readonly PricedLine[]): TaxTotal[] {
  const rules = new Map(lines.map(({ taxRule }) => [taxRule.code, taxRule]));
  return [...rules.values()].map(({ code, kind, rate }) => {
    const taxed = priced.filter(({ taxCode }) => taxCode === code);
    return {
      code,
      kind,
      rate,
      taxBase: sumAmounts(taxed.map(({ taxBase }) => taxBase)),
      otherBase: sumAmounts(taxed.map(({ otherBase }) => otherBase)),
      tax: sumAmounts(taxed.map(({ tax }) => tax)),
    };
  });
}

/** Lines of one tax code that all include their tax, or all do not. */
function taxGroup(group: readonly Placed[]): PricedLine[] {
  const [first] = group;
  if (first === undefined) return [];
  const { item, taxRule } = first.line;
  const nets = group.map(({ line }) => line.net);
  const whole = computeTax(
    { amount: sumAmounts(nets), includesTax: item.priceIncludesTax },
    taxRule,
  );
  const taxes = allocateByLargestRemainder(whole.tax, nets);
  const otherBases = allocateByLargestRemainder(whole.otherBase, nets);
  return group.map((placed, position) => {
    const tax = taxes[position] ?? 0n;
    const taxBase = item.priceIncludesTax ? placed.line.net - tax : placed.line.net;
    return pricedLine(placed, { taxBase, otherBase: otherBases[position] ?? 0n, tax });
  });
}

function pricedLine({ line, index }: Placed, amounts: TaxAmounts): PricedLine {
  const { item, taxRule, quantityMilli, unitPrice, gross, discount, promotions, net } = line;
  return {
    number: index + 1,
    itemId: item.id,
    sku: item.sku,
    name: item.name,
    unit: item.unit,
    stocked: item.stocked,
    quantityMilli,
    unitPrice,
    listPrice: item.unitPrice,
    pricedBy: item.pricedBy,
    priceIncludesTax: item.priceIncludesTax,
    taxCode: item.taxCode,
    gross,
    discount,
    promotions,
    net,
    discountBase: withoutTax({ amount: discount, includesTax: item.priceIncludesTax }, taxRule),
    ...amounts,
    total: amounts.taxBase + amounts.tax,
  };
}
