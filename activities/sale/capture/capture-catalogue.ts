import type { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { Language } from '../../../domain/money/format-money.js';
import type { Catalogue } from '../../../domain/pricing/catalogue.js';
import type { PriceVersion } from '../../../domain/pricing/price-in-force.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';
import { isCharged } from '../../../domain/pricing/suspense.js';
import type { TenderLimit } from '../../../domain/pricing/tender-limits.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import type { TaxRuleRow } from '../tax-names.js';
import { pricedItem, type Shelf } from './price-shelf.js';

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

/** Data read from the books; `number` is the last change that they contain. */
export type PriceBookFacts = Readonly<{
  number: number;
  /** By version. */
  versions: readonly PriceVersion[];
  shelf: Shelf;
  taxRules: readonly TaxRule[];
  taxRuleRows: readonly TaxRuleRow[];
  tenderLimits: readonly TenderLimit[];
  tills: readonly Till[];
}>;

type LineItem = Readonly<{ sku?: string | undefined; barcode?: string | undefined }>;

/** Everything that pricing needs, in memory, so that the hot path reads no table. */
export type PriceBook = Readonly<{
  /** The last change of the catalogue that it contains. */
  number: number;
  /** By id or code. */
  till: (reference: string) => Till | undefined;
  knowsVersion: (version: number) => boolean;
  /** The first day (ISO) with a tax rule for the item of a line, or for ordinary goods when the item is unknown. */
  beginsOn: (line: LineItem) => string | undefined;
  /** The newest version that holds on a day; the first one for earlier days. */
  versionOn: (day: Temporal.PlainDate) => number;
  catalogue: (list: PriceList) => Catalogue;
  taxRuleRows: readonly TaxRuleRow[];
}>;

export type PriceList = Readonly<{
  till: Till;
  /** The version that the sale names. */
  priceVersion: number;
  /** The last change that whoever priced the sale knew. */
  knownVersion: number;
  businessDate: string;
  /** For a completed sale barcodes count that were removed since, and prices whose day has not come. */
  mode: CaptureMode;
  language: string;
}>;

export function createPriceBook(facts: PriceBookFacts): PriceBook {
  const { number, versions, shelf, tills, taxRules, taxRuleRows } = facts;
  const byReference = new Map(
    tills.flatMap((till) => [
      [till.terminalId, till],
      [till.terminalCode, till],
    ]),
  );
  const firstDays = firstDaysOf(taxRules);
  const [ordinarilyFrom] = [...firstDaysOf(taxRules.filter(isCharged)).values()].toSorted();
  const [firstVersion] = versions;
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  return {
    number,
    till: (reference) => byReference.get(reference),
    knowsVersion: (version) => version >= (firstVersion?.version ?? 1) && version <= number,
    beginsOn: ({ sku = '', barcode = '' }) => {
      const item = shelf.bySku.get(sku) ?? shelf.byBarcode.get(barcode);
      return firstDays.get(item?.taxCode ?? '') ?? ordinarilyFrom;
    },
    versionOn: (day) => versionOn(versions, day.toString()),
    taxRuleRows,
    catalogue: (list) => catalogueOf({ ...facts, byNumber }, list),
  };
}

type Numbered = PriceBookFacts & Readonly<{ byNumber: ReadonlyMap<number, PriceVersion> }>;

function catalogueOf(facts: Numbered, list: PriceList): Catalogue {
  const { shelf, versions, byNumber, taxRules, tenderLimits } = facts;
  const { till, priceVersion, knownVersion, businessDate, mode, language } = list;
  const day = noEarlierThan(firstDayOf(versions), businessDate);
  const at = {
    version: knownVersion,
    day,
    currency: till.currency,
    language,
    mode,
    versions: byNumber,
  };
  const former = (barcode: string) =>
    mode === 'completed' ? shelf.byFormerBarcode.get(barcode) : undefined;
  return {
    version: priceVersion,
    currency: till.currency,
    itemBySku: (sku) => pricedItem(shelf.bySku.get(sku), at),
    itemByBarcode: (barcode) => pricedItem(shelf.byBarcode.get(barcode) ?? former(barcode), at),
    skuOfBarcode: (barcode) => shelf.byBarcode.get(barcode)?.sku,
    taxRules,
    cashRounding: { step: till.cashRoundingStep, direction: 'down' },
    tenderLimits,
  };
}

function firstDayOf(versions: readonly PriceVersion[]): string | undefined {
  return versions.map(({ effectiveFrom }) => effectiveFrom).toSorted()[0];
}

/** The first list is that of earlier days too. */
function noEarlierThan(first: string | undefined, day: string): string {
  return first !== undefined && day < first ? first : day;
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

function versionOn(versions: readonly PriceVersion[], day: string): number {
  const holds = versions.filter(({ withdrawnIn }) => withdrawnIn === undefined);
  const begun = holds.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  return (begun ?? holds[0])?.version ?? 0;
}
