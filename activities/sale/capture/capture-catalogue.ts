import type { CurrencyCode } from '../../../domain/money/currency.js';
import type { Language } from '../../../domain/money/format-money.js';
import type { Catalogue } from '../../../domain/pricing/catalogue.js';
import type { PriceVersion } from '../../../domain/pricing/price-in-force.js';
import { listsInForce, type PriceList } from '../../../domain/pricing/price-list.js';
import type { CaptureMode } from '../../../domain/pricing/sale-request.js';
import { isCharged } from '../../../domain/pricing/suspense.js';
import type { TenderLimit } from '../../../domain/pricing/tender-limits.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import {
  createPromotionBook,
  NO_PROMOTIONS,
  type PromotionBook,
  type PromotionShelf,
} from '../promotion/kept-promotions.js';
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
  /** Price lists may be made for the group of its store and for its channel. */
  storeGroup: string | undefined;
  channel: string;
  cashRoundingStep: bigint;
  locationId: string;
  legalEntityId: string;
  legalName: string;
  taxNumber: string;
  /** Its sales are rehearsed, not booked. */
  isSandbox: boolean;
  /** On its receipts. */
  logoId: string | undefined;
  currency: CurrencyCode;
  language: Language;
}>;

/** Data read from the books; `number` is the last change that they contain. */
export type PriceBookFacts = Readonly<{
  number: number;
  /** By version. */
  versions: readonly PriceVersion[];
  lists: readonly PriceList[];
  /** None when left out. */
  promotions?: PromotionShelf | undefined;
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
  /** The newest version that holds at a moment (milliseconds of the epoch); the first one before all of them. */
  versionAt: (atMs: number) => number;
  catalogue: (purchase: PricedPurchase) => Catalogue;
  promotions: PromotionBook;
  taxRuleRows: readonly TaxRuleRow[];
}>;

/** What the prices of a sale depend on. */
export type PricedPurchase = Readonly<{
  till: Till;
  /** The version that the sale names. */
  priceVersion: number;
  /** The last change that whoever priced the sale knew. */
  knownVersion: number;
  /** The moment whose prices it has, in milliseconds of the epoch. */
  atMs: number;
  /** Of the customer; none when nobody is named. */
  segment: string | undefined;
  /** For a completed sale barcodes count that were removed since, and prices whose time has not come. */
  mode: CaptureMode;
  language: string;
  /** What promotions give on its lines; nothing when left out. */
  promote?: Catalogue['promote'];
}>;

export function createPriceBook(facts: PriceBookFacts): PriceBook {
  const { number, versions, shelf, tills, taxRules, taxRuleRows } = facts;
  const promotions = createPromotionBook(facts.promotions ?? NO_PROMOTIONS);
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
    versionAt: (atMs) => versionAt(versions, atMs),
    taxRuleRows,
    promotions,
    catalogue: (purchase) => catalogueOf({ ...facts, byNumber }, purchase),
  };
}

type Numbered = PriceBookFacts & Readonly<{ byNumber: ReadonlyMap<number, PriceVersion> }>;

function catalogueOf(facts: Numbered, purchase: PricedPurchase): Catalogue {
  const { shelf, versions, lists, byNumber, taxRules, tenderLimits } = facts;
  const { till, priceVersion, knownVersion: version, segment, mode, language } = purchase;
  // The first prices are those of earlier days too.
  const atMs = Math.max(purchase.atMs, firstMomentOf(versions) ?? purchase.atMs);
  const { storeGroup, channel, currency } = till;
  const held = listsInForce(lists, { segment, storeGroup, channel, version, atMs });
  const at = { version, atMs, currency, language, mode, held, versions: byNumber };
  const former = (barcode: string) =>
    mode === 'completed' ? shelf.byFormerBarcode.get(barcode) : undefined;
  return {
    version: priceVersion,
    currency,
    itemBySku: (sku) => pricedItem(shelf.bySku.get(sku), at),
    itemByBarcode: (barcode) => pricedItem(shelf.byBarcode.get(barcode) ?? former(barcode), at),
    skuOfBarcode: (barcode) => shelf.byBarcode.get(barcode)?.sku,
    taxRules,
    cashRounding: { step: till.cashRoundingStep, direction: 'down' },
    tenderLimits,
    promote: purchase.promote,
  };
}

function firstMomentOf(versions: readonly PriceVersion[]): number | undefined {
  const moments = versions.flatMap(({ listId, fromMs }) => (listId === undefined ? [fromMs] : []));
  return moments.toSorted((a, b) => a - b)[0];
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

function versionAt(versions: readonly PriceVersion[], atMs: number): number {
  const holds = versions.filter(({ withdrawnIn }) => withdrawnIn === undefined);
  const begun = holds.findLast(({ fromMs }) => fromMs <= atMs);
  return (begun ?? holds[0])?.version ?? 0;
}
