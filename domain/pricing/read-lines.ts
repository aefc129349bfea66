import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../money/currency.js';
import { isBookable, MONEY_MAX_DIGITS, type Money } from '../money/money.js';
import { multiplyRational, rational } from '../money/rational.js';
import { MILLI_PER_UNIT, quantityToWire } from '../quantity/quantity.js';
import { findRule, type TaxRule } from '../tax/tax-rule.js';
import type { Catalogue, CatalogueItem } from './catalogue.js';
import type { Finding } from './findings.js';
import type { GivenPromotion } from './priced-sale.js';
import type { BasketRequest, CaptureMode, RequestedLine } from './sale-request.js';
import { suspenseItem } from './suspense.js';

/** A line whose item, price and discount are known, before its tax. */
export type PlainLine = Readonly<{
  item: CatalogueItem;
  taxRule: TaxRule;
  quantityMilli: bigint;
  unitPrice: bigint;
  gross: bigint;
  discount: bigint;
  net: bigint;
  /** What promotions gave of the discount. */
  promotions: readonly GivenPromotion[];
}>;

/** A line whose findings make its figures meaningless is left out of `lines`. */
type Basket = Readonly<{ lines: readonly PlainLine[]; findings: readonly Finding[] }>;

type Pricing = Readonly<{
  mode: CaptureMode;
  currency: CurrencyCode;
  businessDate: Temporal.PlainDate;
  catalogue: Catalogue;
}>;

type LineOutcome = Readonly<{ line?: PlainLine; findings: readonly Finding[] }>;

/** Looks up, prices and checks each line independently. */
export function readLines(request: BasketRequest, catalogue: Catalogue): Basket {
  const { mode, currency, businessDate } = request;
  const outcomes = request.lines.map((line, index) =>
    readLine(line, `lines[${index}]`, { mode, currency, businessDate, catalogue }),
  );
  return {
    lines: outcomes.flatMap(({ line }) => line ?? []),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}

/** Indexes of the lines whose item is unknown and that give no price. */
export function unpricedLines(request: BasketRequest, catalogue: Catalogue): number[] {
  return request.lines.flatMap((line, index) =>
    line.unitPrice === undefined && line.quantityMilli > 0n && !itemOf(line, catalogue)
      ? [index]
      : [],
  );
}

function readLine(line: RequestedLine, at: string, pricing: Pricing): LineOutcome {
  const { item, taxRule, findings: itemFindings } = readItem(line, at, pricing);
  if (item === undefined || taxRule === undefined) return { findings: itemFindings };

  const quantityFindings = checkQuantity(line.quantityMilli, item, at);
  const currencyFindings = checkCurrencies({ line, item, currency: pricing.currency }, at);
  const findings = [...itemFindings, ...quantityFindings, ...currencyFindings];
  if (line.quantityMilli <= 0n || currencyFindings.length > 0) return { findings };

  const unitPrice = line.unitPrice?.amount ?? item.unitPrice;
  const discount = line.discount?.amount ?? 0n;
  const gross = multiplyRational(
    unitPrice,
    rational(line.quantityMilli, MILLI_PER_UNIT),
    'half-up',
  );
  const plain = { item, taxRule, quantityMilli: line.quantityMilli, unitPrice, gross, discount };
  return {
    line: { ...plain, net: gross - discount, promotions: [] },
    findings: [...findings, ...checkPrice(unitPrice, item, at), ...checkAmounts(plain, at)],
  };
}

type ItemOutcome = Readonly<{
  item?: CatalogueItem;
  taxRule?: TaxRule;
  findings: readonly Finding[];
}>;

/**
 * The item that was sold. When it cannot be determined, a completed sale gets a suspense item and a finding that says
 * so.
 */
function readItem(line: RequestedLine, at: string, pricing: Pricing): ItemOutcome {
  const { businessDate, catalogue } = pricing;
  const item = itemOf(line, catalogue);
  const known = { at, pricing, line };
  if (item === undefined) return inSuspense(unknownItem(line, at), known);
  const [mismatch] = checkBarcode(line, { item, at, catalogue });
  if (mismatch !== undefined) return inSuspense(mismatch, { ...known, instead: item });
  const taxRule = findRule(catalogue.taxRules, item.taxCode, businessDate);
  if (taxRule !== undefined) return { item, taxRule, findings: checkSold(item, at, pricing) };
  return inSuspense(missingTaxRule(item, at), { ...known, instead: item });
}

function inSuspense(
  finding: Finding,
  {
    line,
    pricing: { mode, currency, businessDate, catalogue },
    instead,
  }: Readonly<{ line: RequestedLine; pricing: Pricing; instead?: CatalogueItem }>,
): ItemOutcome {
  const { taxRules } = catalogue;
  const item = suspenseItem(line, { currency, businessDate, taxRules, instead });
  const taxRule = findRule(taxRules, item.taxCode, businessDate);
  if (mode === 'online' || taxRule === undefined) return { findings: [finding] };
  const bookedAs = { name: item.name, price: item.unitPrice, tax: item.taxCode };
  return { item, taxRule, findings: [{ ...finding, asException: { kind: 'item', bookedAs } }] };
}

function itemOf({ sku, barcode }: RequestedLine, catalogue: Catalogue): CatalogueItem | undefined {
  if (sku !== undefined) return catalogue.itemBySku(sku);
  return barcode === undefined ? undefined : catalogue.itemByBarcode(barcode);
}

function unknownItem({ sku, barcode }: RequestedLine, at: string): Finding {
  return sku === undefined && barcode !== undefined
    ? { code: 'SKU_UNKNOWN', param: `${at}.barcode`, detail: 'No item has this barcode.' }
    : { code: 'SKU_UNKNOWN', param: `${at}.sku`, detail: 'No item has this SKU.' };
}

/** An unknown barcode does not contradict the SKU; the barcode of another item does, and what was sold is unclear. */
function checkBarcode(
  { barcode }: RequestedLine,
  { item, at, catalogue }: Readonly<{ item: CatalogueItem; at: string; catalogue: Catalogue }>,
): Finding[] {
  const owner = barcode === undefined ? undefined : catalogue.skuOfBarcode(barcode);
  if (owner === undefined || owner === item.sku) return [];
  return [
    {
      code: 'BARCODE_MISMATCH',
      param: `${at}.barcode`,
      detail: `This is the barcode of item ${owner}, the line names item ${item.sku}.`,
    },
  ];
}

/** What has been sold already is booked: the till may have been offline when the item was withdrawn. */
function checkSold({ sku, withdrawn }: CatalogueItem, at: string, { mode }: Pricing): Finding[] {
  if (withdrawn === undefined || mode === 'completed') return [];
  const { replacedBy } = withdrawn;
  const instead = replacedBy === undefined ? '' : ` Item ${replacedBy} is sold instead.`;
  const detail = `Item ${sku} is no longer sold.${instead}`;
  return [{ code: 'ITEM_WITHDRAWN', param: `${at}.sku`, detail }];
}

function missingTaxRule({ sku, taxCode }: CatalogueItem, at: string): Finding {
  return {
    code: 'TAX_RULE_MISSING',
    param: `${at}.sku`,
    detail: `Item ${sku} has the tax code ${taxCode}, which has no rule on the day of the sale.`,
  };
}

function checkQuantity(quantityMilli: bigint, item: CatalogueItem, at: string): Finding[] {
  const place = { code: 'QUANTITY_NOT_ALLOWED', param: `${at}.quantity` };
  if (quantityMilli <= 0n) return [{ ...place, detail: 'A quantity sold is above zero.' }];
  const beyondStep = quantityMilli % item.quantityStepMilli;
  if (beyondStep === 0n) return [];
  return [
    {
      ...place,
      detail: `Item ${item.sku} is sold in steps of ${quantityToWire(item.quantityStepMilli)} ${item.unit}.`,
      asException: {
        kind: 'quantity',
        expected: quantityMilli - beyondStep,
        given: quantityMilli,
      },
    },
  ];
}

function checkCurrencies(
  {
    line,
    item,
    currency,
  }: Readonly<{
    line: RequestedLine;
    item: CatalogueItem;
    currency: CurrencyCode;
  }>,
  at: string,
): Finding[] {
  return [
    ...checkCurrency(
      { amount: item.unitPrice, currency: item.soldInCurrency },
      currency,
      `${at}.sku`,
    ),
    ...checkCurrency(line.unitPrice, currency, `${at}.unitPrice.currency`),
    ...checkCurrency(line.discount, currency, `${at}.discount.currency`),
  ];
}

/** An amount, when given, must be in the currency of the sale. */
export function checkCurrency(
  amount: Money | undefined,
  currency: CurrencyCode,
  param: string,
): Finding[] {
  if (amount === undefined || amount.currency === currency) return [];
  return [
    {
      code: 'CURRENCY_MISMATCH',
      param,
      detail: `The sale is in ${currency}, this amount is in ${amount.currency}.`,
    },
  ];
}

function checkPrice(unitPrice: bigint, item: CatalogueItem, at: string): Finding[] {
  const param = `${at}.unitPrice`;
  if (unitPrice < 0n) {
    return [{ code: 'PRICE_NEGATIVE', param, detail: 'A price is not below zero.' }];
  }
  if (unitPrice === item.unitPrice) return [];
  return [
    {
      code: 'PRICE_MISMATCH',
      param,
      detail: `The price list has another price for item ${item.sku}.`,
      asException: { kind: 'price', expected: item.unitPrice, given: unitPrice },
    },
  ];
}

function checkAmounts(
  { gross, discount }: Pick<PlainLine, 'gross' | 'discount'>,
  at: string,
): Finding[] {
  if (!isBookable(gross)) {
    const detail = `The line comes to more than ${MONEY_MAX_DIGITS} digits.`;
    return [{ code: 'MONEY_TOO_LARGE', param: at, detail }];
  }
  const param = `${at}.discount`;
  if (discount < 0n) {
    return [{ code: 'DISCOUNT_NEGATIVE', param, detail: 'A discount does not add to the price.' }];
  }
  if (discount > 0n && discount > gross) {
    return [{ code: 'DISCOUNT_TOO_LARGE', param, detail: 'The discount is above the price.' }];
  }
  return [];
}
