import { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { Language } from '../../../domain/money/format-money.js';
import type { Catalogue, CatalogueItem } from '../../../domain/pricing/catalogue.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';
import { isCharged } from '../../../domain/pricing/suspense.js';
import type { TenderLimit } from '../../../domain/pricing/tender-limits.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import type { TaxRuleRow } from '../tax-names.js';

/** A terminal with the data of its store that a sale takes into the books and onto the receipt. */
export type Till = Readonly<{
  terminalId: string;
  terminalCode: string;
  storeId: string;
  storeCode: string;
  storeName: string;
  storeAddress: string;
  timeZone: string;
  cashRoundingStep: bigint;
  locationId: string;
  legalEntityId: string;
  legalName: string;
  taxNumber: string;
  currency: CurrencyCode;
  language: Language;
}>;

export type PriceListVersion = Readonly<{ version: number; effectiveFrom: Temporal.PlainDate }>;

/** An item without its price. */
export type SoldItem = Omit<CatalogueItem, 'unitPrice' | 'soldInCurrency' | 'priceIncludesTax'> &
  Readonly<{
    barcodes: readonly string[];
    /** Removed since; a till that was offline may have sold by them. */
    formerBarcodes: readonly string[];
  }>;

export type ItemPrice = Readonly<{
  itemId: string;
  version: number;
  currency: string;
  unitAmount: bigint;
  includesTax: boolean;
}>;

/** Data read from the books at one moment. */
export type PriceBookFacts = Readonly<{
  versions: readonly PriceListVersion[];
  items: readonly SoldItem[];
  prices: readonly ItemPrice[];
  taxRules: readonly TaxRule[];
  taxRuleRows: readonly TaxRuleRow[];
  tenderLimits: readonly TenderLimit[];
  tills: readonly Till[];
}>;

type LineItem = Readonly<{ sku?: string | undefined; barcode?: string | undefined }>;

/** Everything that pricing needs, in memory, so that the hot path reads no table. */
export type PriceBook = Readonly<{
  /** By id or code. */
  till: (reference: string) => Till | undefined;
  knowsVersion: (version: number) => boolean;
  /** The first day (ISO) with a tax rule for the item of a line, or for ordinary goods when the item is unknown. */
  beginsOn: (line: LineItem) => string | undefined;
  /** The price list in force on a day; the first list for earlier days. */
  versionOn: (day: Temporal.PlainDate) => number;
  /** For a completed sale barcodes count that were removed since. */
  catalogue: (list: PriceList) => Catalogue;
  taxRuleRows: readonly TaxRuleRow[];
}>;

export type PriceList = Readonly<{ till: Till; version: number; mode: CaptureMode }>;

export function createPriceBook(facts: PriceBookFacts): PriceBook {
  const { versions, tills, taxRules, taxRuleRows } = facts;
  const byReference = new Map(
    tills.flatMap((till) => [
      [till.terminalId, till],
      [till.terminalCode, till],
    ]),
  );
  const firstDays = firstDaysOf(taxRules);
  const [ordinarilyFrom] = [...firstDaysOf(taxRules.filter(isCharged)).values()].toSorted();
  const taxCodes = new Map(facts.items.map(({ sku, taxCode }) => [sku, taxCode]));
  const owners = new Map(
    facts.items.flatMap(({ barcodes, sku }) => barcodes.map((barcode) => [barcode, sku])),
  );
  const ordered = versions.toSorted((a, b) => a.version - b.version);
  const lists = new Map<string, ItemLookup>();
  const listOf = (currency: CurrencyCode, version: number): ItemLookup => {
    const key = `${currency} ${version}`;
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list = priceItems(facts, currency, version);
    lists.set(key, list);
    return list;
  };
  return {
    till: (reference) => byReference.get(reference),
    knowsVersion: (version) => versions.some((known) => known.version === version),
    beginsOn: ({ sku, barcode }) =>
      firstDays.get(taxCodes.get(sku ?? owners.get(barcode ?? '') ?? '') ?? '') ?? ordinarilyFrom,
    versionOn: (day) => versionOn(ordered, day),
    taxRuleRows,
    catalogue: ({ till, version, mode }) => {
      const { bySku, byBarcode, byFormer } = listOf(till.currency, version);
      const former = (barcode: string) =>
        mode === 'completed' ? byFormer.get(barcode) : undefined;
      return {
        version,
        currency: till.currency,
        itemBySku: (sku) => bySku.get(sku),
        itemByBarcode: (barcode) => byBarcode.get(barcode) ?? former(barcode),
        skuOfBarcode: (barcode) => owners.get(barcode),
        taxRules,
        cashRounding: { step: till.cashRoundingStep, direction: 'down' },
        tenderLimits: facts.tenderLimits,
      };
    },
  };
}

type ItemLookup = Readonly<{
  bySku: ReadonlyMap<string, CatalogueItem>;
  byBarcode: ReadonlyMap<string, CatalogueItem>;
  byFormer: ReadonlyMap<string, CatalogueItem>;
}>;

/** A version holds only changed prices: the price of an item is its newest one up to that version. */
function priceItems(
  { items, prices }: PriceBookFacts,
  currency: CurrencyCode,
  version: number,
): ItemLookup {
  const newest = new Map<string, ItemPrice>();
  for (const price of prices) {
    if (price.currency !== currency || price.version > version) continue;
    const known = newest.get(price.itemId);
    if (known === undefined || known.version < price.version) newest.set(price.itemId, price);
  }
  const priced = items.flatMap(({ barcodes, formerBarcodes, ...item }) => {
    const price = newest.get(item.id);
    if (price === undefined) return [];
    const sold: CatalogueItem = {
      ...item,
      unitPrice: price.unitAmount,
      soldInCurrency: currency,
      priceIncludesTax: price.includesTax,
    };
    return [{ sold, barcodes, formerBarcodes }];
  });
  return {
    bySku: new Map(priced.map(({ sold }) => [sold.sku, sold])),
    byBarcode: new Map(priced.flatMap(({ sold, barcodes }) => keyed(barcodes, sold))),
    byFormer: new Map(priced.flatMap(({ sold, formerBarcodes }) => keyed(formerBarcodes, sold))),
  };
}

function keyed(barcodes: readonly string[], sold: CatalogueItem) {
  return barcodes.map((barcode) => [barcode, sold] as const);
}

/** By tax code. */
function firstDaysOf(taxRules: readonly TaxRule[]): ReadonlyMap<string, string> {
  const firstDays = new Map<string, string>();
  for (const { code, validFrom } of taxRules) {
    const day = validFrom.toString();
    if (day < (firstDays.get(code) ?? '9999')) firstDays.set(code, day);
  }
  return firstDays;
}

function versionOn(ordered: readonly PriceListVersion[], day: Temporal.PlainDate): number {
  const begun = ordered.findLast(
    ({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, day) <= 0,
  );
  return begun?.version ?? ordered[0]?.version ?? 0;
}
