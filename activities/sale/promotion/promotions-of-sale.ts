import type { SaleBody } from '../../../contract/sale/sale-body.js';
import type { Catalogue } from '../../../domain/pricing/catalogue.js';
import type { PricedLine } from '../../../domain/pricing/priced-sale.js';
import { applyPromotions } from '../../../domain/promotion/apply-promotions.js';
import type { Fault } from '../../../domain/refusal.js';
import type { PriceBook, Till } from '../capture/capture-catalogue.js';
import type { SoldTo } from '../capture/capture-sources.js';
import { checkCoupons } from './check-coupons.js';
import type { KeptPromotion } from './kept-promotions.js';
import { countedUses, occasionOf, type CountedUse } from './occasion.js';
import type { UsesOf } from './promotion-uses.js';

/** One more sale in which a promotion with a limit gives something. */
export type PromotionUse = CountedUse & Readonly<{ promotionId: string; code: string }>;

/** The promotions of a sale: those that its till knew, at its own moment. */
export type PromotionsOfSale = Readonly<{
  promote: Catalogue['promote'];
  /** Faults of its coupons, with which a completed sale is booked. */
  findings: readonly Fault[];
  /** What was ever kept under a code. */
  kept: (code: string) => KeptPromotion | undefined;
  usesIn: (lines: readonly PricedLine[]) => readonly PromotionUse[];
}>;

type Sold = Readonly<{
  priceBook: PriceBook;
  till: Till;
  terms: Readonly<{ atMs: number; knownVersion: number; businessDate: string }>;
  customer: SoldTo | undefined;
  usesOf: UsesOf;
}>;

/** @throws Refusal `COUPON_NOT_ACCEPTED`, `PROMOTION_LIMIT_REACHED` (online only) */
export function promotionsOfSale(
  { mode, coupons = [] }: Pick<SaleBody, 'mode' | 'coupons'>,
  { priceBook, till, terms, customer, usesOf }: Sold,
): PromotionsOfSale {
  const { promotions } = priceBook;
  const { atMs, knownVersion: version, businessDate } = terms;
  const index = promotions.indexAt({ version, atMs, currency: till.currency });
  if (index === undefined && coupons.length === 0) {
    return { promote: undefined, findings: [], kept: promotions.kept, usesIn: () => [] };
  }
  const shopper = {
    segment: customer?.segment,
    customer: customer === undefined ? ('unknown' as const) : ('named' as const),
    coupons,
    usesOf,
  };
  const occasion = occasionOf(shopper, { till, atMs });
  const faults = checkCoupons(coupons, index, occasion);
  const [first] = faults;
  if (first !== undefined && mode === 'online') throw first;
  const countedBy = { businessDate, customerId: customer?.id };
  return {
    promote: index && ((lines) => applyPromotions(index, lines, occasion)),
    findings: faults.map(({ code, detail, param = 'coupons' }) => ({ code, detail, param })),
    kept: promotions.kept,
    usesIn: (lines) =>
      codesIn(lines).flatMap((code) => {
        const promotionId = promotions.kept(code)?.id;
        const promotion = index?.byCode.get(code);
        if (promotionId === undefined || promotion === undefined) return [];
        const uses = countedUses(promotion, countedBy);
        return uses.map((use) => ({ ...use, promotionId, code }));
      }),
  };
}

function codesIn(lines: readonly PricedLine[]): readonly string[] {
  return [...new Set(lines.flatMap(({ promotions }) => promotions.map(({ code }) => code)))];
}
