import { Temporal } from 'temporal-polyfill';
import { priceBasket } from '../domain/pricing/price-sale.js';
import type { Catalogue, CatalogueItem } from '../domain/pricing/catalogue.js';
import type { BasketRequest } from '../domain/pricing/sale-request.js';
import { applyPromotions } from '../domain/promotion/apply-promotions.js';
import { indexPromotions } from '../domain/promotion/promotion-index.js';
import {
  NO_USES,
  type Offer,
  type Promotion,
  type PromotionOccasion,
} from '../domain/promotion/promotion.js';
import { INDONESIAN_TAX_RULES, PPN } from '../domain/tax/indonesian-tax-rules.js';
import { median, round } from './support/load.js';
import type { BenchResult } from './support/result.js';

const SIZES = [50, 500, 5_000] as const;
const LINES = 20;
const ROUNDS = 7;
const ROUND_MS = 400;
/** The clock is read after so many baskets. */
const BASKETS_AT_ONCE = 25;
/** On one core, at 50 promotions. */
const RATE_MIN = 5_000;
/** What 5,000 promotions may take of the time that 50 take. */
const GROWTH_MAX = 2;
/** Of all promotions so many apply. */
const APPLYING = 3;

/**
 * A basket of 20 lines priced with promotions of which three apply, whole, with its tax. The sizes take turns, so that
 * what else the machine does meets all of them.
 */
export async function benchPricing({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shops = SIZES.map((size) => ({ size, catalogue: catalogueWith(size) }));
  const rates = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  for (let done = 0; done < ROUNDS; done += 1) {
    for (const { size, catalogue } of shops) rates.get(size)?.push(rateOf(catalogue));
  }
  const [small = 0, , large = 0] = SIZES.map((size) => median(rates.get(size) ?? []));
  const applied = shops.map(({ catalogue }) => appliedIn(catalogue));
  const isWhole = applied.every((count) => count === APPLYING);
  return Promise.resolve({
    bench: 'pricing',
    valid: isWhole && small >= RATE_MIN && small / large <= GROWTH_MAX,
    seed,
    rate: round(large),
    yardstick: round(small),
    ratio: round(large / small),
    p50Ms: round(1_000 / large),
    p95Ms: round(1_000 / Math.min(...(rates.get(5_000) ?? []))),
    p99Ms: round(1_000 / Math.min(...(rates.get(5_000) ?? []))),
    cpuMsPerOperation: round(1_000 / large),
    peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
    details: {
      lines: LINES,
      applied,
      basketsPerSecond: Object.fromEntries(
        SIZES.map((size) => [size, round(median(rates.get(size) ?? []))]),
      ),
      timesAsLong: round(small / large),
    },
  });
}

const OCCASION: PromotionOccasion = {
  atMs: Date.parse('2026-11-25T05:00:00Z'),
  weekday: 3,
  minute: 720,
  store: 'JKT1',
  storeGroup: undefined,
  segment: undefined,
  customer: 'unknown',
  coupons: [],
  usesOf: () => NO_USES,
};

const BASKET: BasketRequest = {
  mode: 'online',
  currency: 'IDR',
  businessDate: Temporal.PlainDate.from('2026-11-25'),
  lines: Array.from({ length: LINES }, (_, at) => ({
    sku: skuOf(at),
    quantityMilli: BigInt(1 + (at % 4)) * 1_000n,
  })),
};

/** Baskets in a second of processor time: what other programs take meanwhile does not count. */
function rateOf(catalogue: Catalogue): number {
  const began = process.cpuUsage();
  let baskets = 0;
  for (;;) {
    for (let at = 0; at < BASKETS_AT_ONCE; at += 1) priceBasket(BASKET, catalogue);
    baskets += BASKETS_AT_ONCE;
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1_000;
    if (ms >= ROUND_MS) return (baskets * 1_000) / ms;
  }
}

function appliedIn(catalogue: Catalogue): number {
  const { lines } = priceBasket(BASKET, catalogue);
  return new Set(lines.flatMap(({ promotions }) => promotions.map(({ code }) => code))).size;
}

function catalogueWith(size: number): Catalogue {
  const items = new Map(BASKET.lines.map(({ sku = '' }) => [sku, itemOf(sku)]));
  const index = indexPromotions(Array.from({ length: size }, (_, at) => promotionAt(at)));
  return {
    version: 1,
    currency: 'IDR',
    itemBySku: (sku) => items.get(sku),
    itemByBarcode: () => undefined,
    skuOfBarcode: () => undefined,
    taxRules: INDONESIAN_TAX_RULES,
    cashRounding: { step: 100n, direction: 'down' },
    tenderLimits: [],
    promote: (lines) => applyPromotions(index, lines, OCCASION),
  };
}

/** A percentage on one item, a group and the whole basket apply; all others are for goods that are not in the basket. */
function promotionAt(at: number): Promotion {
  const applying: Record<number, Readonly<{ offer: Offer; skus: readonly string[] }>> = {
    0: { offer: { kind: 'percent', percentHundredths: 1_500n }, skus: [skuOf(2)] },
    1: { offer: { kind: 'buyGet', buy: 2n, get: 1n }, skus: [skuOf(3), skuOf(7)] },
    2: { offer: { kind: 'basketAmount', off: 10_000n, threshold: 100_000n }, skus: [] },
  };
  const other: Offer = { kind: 'percent', percentHundredths: 1_000n };
  return {
    code: `P${at}`,
    categories: [],
    stores: [],
    storeGroups: [],
    segments: [],
    fromMs: 0,
    untilMs: undefined,
    hours: undefined,
    coupon: undefined,
    priority: 0,
    standsAlone: false,
    perCustomerDay: undefined,
    perDay: undefined,
    inAll: undefined,
    ...(applying[at] ?? { offer: other, skus: [skuOf(LINES + at)] }),
  };
}

function skuOf(at: number): string {
  return `SKU-${at}`;
}

function itemOf(sku: string): CatalogueItem {
  return {
    id: sku,
    sku,
    name: sku,
    unit: 'pcs',
    quantityStepMilli: 1_000n,
    unitPrice: 18_500n,
    soldInCurrency: 'IDR',
    taxCode: PPN,
    priceIncludesTax: true,
    stocked: true,
  };
}
