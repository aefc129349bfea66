import type { Temporal } from 'temporal-polyfill';
import { allocateByLargestRemainder } from '../money/allocate.js';
import type { CurrencyCode } from '../money/currency.js';
import { money, sumAmounts } from '../money/money.js';
import { divideRounded, multiplyRational, rational } from '../money/rational.js';
import { MILLI_PER_UNIT } from '../quantity/quantity.js';
import { maskCardNumberCode } from '../sale/card-number.js';
import { effectiveRate, findRule, type TaxRule } from '../tax/tax-rule.js';
import type { CatalogueItem } from './catalogue.js';
import type { RequestedLine, SaleRequest } from './sale-request.js';

/**
 * The suspense item: stands for sold goods that nobody can identify. `insert_suspense_item` makes it when first needed.
 */
export const SUSPENSE_ITEM_ID = '00000000-0000-7000-8000-000000000001';

const SUSPENSE_UNIT = 'pcs';
const WEIGHED_TO_THE_GRAM = 1n;

type Sold = Readonly<{
  currency: CurrencyCode;
  businessDate: Temporal.PlainDate;
  taxRules: readonly TaxRule[];
  /** The item that the line names, when the line contradicts itself. */
  instead?: CatalogueItem | undefined;
}>;

/**
 * The suspense item for a line of a completed sale whose item is unknown: name, price and tax as the till sent them.
 * What the till did not send is taken from the item that it may have been; else the price is 0 and the tax is that of
 * ordinary goods, included in the price. No stock moves, because the item is unknown.
 */
export function suspenseItem(line: RequestedLine, sold: Sold): CatalogueItem {
  const { currency, instead } = sold;
  const code = [line.sku, line.barcode]
    .flatMap((said) => (said === undefined ? [] : maskCardNumberCode(said)))
    .join(' / ');
  return {
    id: SUSPENSE_ITEM_ID,
    sku: code,
    name: line.name ?? code,
    unit: instead?.unit ?? SUSPENSE_UNIT,
    quantityStepMilli: WEIGHED_TO_THE_GRAM,
    unitPrice: line.unitPrice?.amount ?? instead?.unitPrice ?? 0n,
    soldInCurrency: currency,
    taxCode: taxCodeOf(line, sold),
    priceIncludesTax: line.priceIncludesTax ?? instead?.priceIncludesTax ?? true,
    stocked: false,
  };
}

/** A tax code without a rule on that day is ignored. */
function taxCodeOf({ taxCode }: RequestedLine, { businessDate, taxRules, instead }: Sold): string {
  const said = [taxCode, instead?.taxCode].find(
    (code) => code !== undefined && findRule(taxRules, code, businessDate) !== undefined,
  );
  return said ?? ordinaryRule(taxRules, businessDate)?.code ?? '';
}

/** The tax rule of ordinary goods on a day: the lowest rate above zero, else the first rule without tax. */
export function ordinaryRule(
  rules: readonly TaxRule[],
  day: Temporal.PlainDate,
): TaxRule | undefined {
  const valid = [...new Set(rules.map(({ code }) => code))]
    .toSorted()
    .flatMap((code) => findRule(rules, code, day) ?? []);
  const [lowest] = valid.filter(isCharged).toSorted(byRate);
  return lowest ?? valid[0];
}

/** Whether the rule charges tax. */
export function isCharged({ rate }: TaxRule): boolean {
  return rate.numerator > 0n;
}

/**
 * Gives a price to the lines that have none, neither from the catalogue nor from the till: together they cost what the
 * tenders paid beyond the other lines, tax included, shared by quantity. `restOf` computes the total of the sale with
 * these lines at 0.
 */
export function priceByRemainder(
  request: SaleRequest,
  unpriced: readonly number[],
  restOf: (request: SaleRequest) => bigint,
): SaleRequest {
  const free = withLines(request, unpriced, () => ({ unitPrice: money(0n, request.currency) }));
  const offered = sumAmounts(request.tenders.map(({ amount }) => amount.amount));
  const remainder = offered - restOf(free);
  if (remainder <= 0n) return free;
  const quantities = unpriced.map((index) => request.lines[index]?.quantityMilli ?? 0n);
  const shares = allocateByLargestRemainder(remainder, quantities);
  return withLines(request, unpriced, ({ quantityMilli }, position) =>
    pricedAt(shares[position] ?? 0n, { quantityMilli, currency: request.currency }),
  );
}

type Pricing = Pick<RequestedLine, 'unitPrice' | 'discount' | 'priceIncludesTax'>;

/**
 * The share rarely divides evenly by the quantity: the unit price is rounded up and the difference becomes a discount.
 */
function pricedAt(
  share: bigint,
  { quantityMilli, currency }: Readonly<{ quantityMilli: bigint; currency: CurrencyCode }>,
): Pricing {
  const exact = rational(share * MILLI_PER_UNIT, quantityMilli);
  const down = divideRounded(exact, 'down');
  const unitPrice = down * quantityMilli === share * MILLI_PER_UNIT ? down : down + 1n;
  const gross = multiplyRational(unitPrice, rational(quantityMilli, MILLI_PER_UNIT), 'half-up');
  return {
    unitPrice: money(unitPrice, currency),
    discount: money(gross - share, currency),
    priceIncludesTax: true,
  };
}

function withLines(
  request: SaleRequest,
  indexes: readonly number[],
  change: (line: RequestedLine, position: number) => Pricing,
): SaleRequest {
  return {
    ...request,
    lines: request.lines.map((line, index) => {
      const position = indexes.indexOf(index);
      return position < 0 ? line : { ...line, ...change(line, position) };
    }),
  };
}

function byRate(a: TaxRule, b: TaxRule): number {
  const [left, right] = [effectiveRate(a), effectiveRate(b)];
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : Number(difference > 0n);
}
