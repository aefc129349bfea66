import fc from 'fast-check';
import { sumAmounts } from '../../../domain/money/money.js';
import { priceBasket, priceSale } from '../../../domain/pricing/price-sale.js';
import type { Catalogue } from '../../../domain/pricing/catalogue.js';
import type { SaidPromotion } from '../../../domain/pricing/sale-request.js';
import { applyPromotions } from '../../../domain/promotion/apply-promotions.js';
import { indexPromotions } from '../../../domain/promotion/promotion-index.js';
import type { Offer, Promotion } from '../../../domain/promotion/promotion.js';
import { anOccasion, aPromotion } from '../promotion/a-promotion.js';
import { aCatalogue, aLine, aSale, paid, rupiah } from './a-basket.js';
import { anyBasket } from './any-basket.js';

/** What promotions gave is part of the discount of each line, to the last rupiah. */

const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
  fc.record({
    kind: fc.constant('percent' as const),
    percentHundredths: fc.bigInt({ min: 1n, max: 10_000n }),
  }),
  fc.record({
    kind: fc.constant('basketAmount' as const),
    off: fc.bigInt({ min: 1n, max: 500_000n }),
    threshold: fc.constant(0n),
  }),
);

const anyPromotions: fc.Arbitrary<Promotion[]> = fc
  .array(anyOffer, { minLength: 1, maxLength: 4 })
  .map((offers) => offers.map((offer, at) => aPromotion({ code: `P${at}`, offer })));

describe('a promoted basket', () => {
  it('has each share in the discount of its line, and the whole of each promotion over its lines', () => {
    fc.assert(
      fc.property(anyBasket(), anyPromotions, ({ lines }, promotions) => {
        let given = 0n;
        const promote: Catalogue['promote'] = (all) => {
          const gifts = applyPromotions(indexPromotions(promotions), all, anOccasion());
          given = sumAmounts(gifts.map(({ amount }) => amount));
          return gifts;
        };
        const basket = priceBasket(aSale({ lines }), aCatalogue({ promote }));
        const shares = basket.lines.map((line) =>
          sumAmounts(line.promotions.map(({ amount }) => amount)),
        );
        basket.lines.forEach((line, at) => {
          const own = lines[at]?.discount?.amount ?? 0n;
          expect(line.discount).toBe(own + (shares[at] ?? 0n));
          expect(line.net).toBe(line.gross - line.discount);
          expect(line.net).toBeGreaterThanOrEqual(0n);
          expect(line.total).toBe(line.taxBase + line.tax);
        });
        expect(sumAmounts(shares)).toBe(given);
        expect(basket.totals.discount).toBe(
          sumAmounts(basket.lines.map(({ discount }) => discount)),
        );
      }),
    );
  });

  it('costs the same when the till says what was given as when it says nothing', () => {
    fc.assert(
      fc.property(anyBasket(), anyPromotions, ({ lines }, promotions) => {
        const catalogue = aCatalogue({ promote: promoter(promotions) });
        const basket = priceBasket(aSale({ lines }), catalogue);
        const said = lines.map((line, at) => ({
          ...line,
          promotions: (basket.lines[at]?.promotions ?? []).map(({ code, amount }) => ({
            code,
            amount: rupiah(amount),
          })),
        }));
        expect(priceBasket(aSale({ lines: said }), catalogue)).toEqual(basket);
      }),
    );
  });
});

describe('what a till says about promotions', () => {
  const tenth = promoter([aPromotion()]);
  const selling = (promotions: readonly SaidPromotion[], total: bigint) =>
    aSale({ lines: [aLine({ promotions })], tenders: [paid('card', total)] });
  const gave = (amount: bigint, code = 'PROMO'): SaidPromotion => ({
    code,
    amount: rupiah(amount),
  });

  it.each<[string, readonly SaidPromotion[], string]>([
    ['nothing', [], 'PROMOTION_MISMATCH'],
    ['less', [gave(10_000n)], 'PROMOTION_MISMATCH'],
    ['another one', [gave(15_000n, 'OTHER')], 'PROMOTION_MISMATCH'],
    ['more than the price', [gave(150_001n)], 'DISCOUNT_TOO_LARGE'],
    ['something below zero', [gave(-1n)], 'DISCOUNT_NEGATIVE'],
    [
      'another currency',
      [{ code: 'PROMO', amount: { amount: 15_000n, currency: 'USD' } }],
      'CURRENCY_MISMATCH',
    ],
  ])('is refused when it is %s', (_what, promotions, code) => {
    const catalogue = aCatalogue({ promote: tenth });
    expect(() => priceSale(selling(promotions, 135_000n), catalogue)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('is booked as it was sold when it has happened', () => {
    const sale = { ...selling([gave(10_000n)], 140_000n), mode: 'completed' } as const;
    const priced = priceSale(sale, aCatalogue({ promote: tenth }));
    expect(priced.totals).toMatchObject({ discount: 10_000n, total: 140_000n });
    expect(priced.exceptions).toMatchObject([
      { code: 'PROMOTION_MISMATCH', kind: 'price', expected: 15_000n, given: 10_000n },
    ]);
  });

  it('counts for all lines when it is said of one', () => {
    const promotions = [gave(15_000n)];
    const lines = [aLine({ promotions }), aLine()];
    const sale = aSale({ mode: 'completed', lines, tenders: [paid('card', 285_000n)] });
    const priced = priceSale(sale, aCatalogue({ promote: tenth }));
    expect(priced.lines.map(({ discount }) => discount)).toEqual([15_000n, 0n]);
    expect(priced.exceptions).toMatchObject([{ param: 'lines[1].promotions' }]);
  });
});

describe('a till that knows no promotions', () => {
  const promote = promoter([aPromotion()]);

  it('is booked at the whole price that it took', () => {
    const sale = aSale({ mode: 'completed', tenders: [paid('card', 150_000n)] });
    const priced = priceSale(sale, aCatalogue({ promote }));
    expect(priced.totals).toMatchObject({ total: 150_000n, rounding: 0n });
    expect(priced.exceptions).toMatchObject([
      { code: 'PROMOTION_MISMATCH', param: 'lines', expected: 135_000n, given: 150_000n },
    ]);
  });

  it('is told that its tenders do not add up when it took something else', () => {
    const sale = aSale({ mode: 'completed', tenders: [paid('card', 140_000n)] });
    const priced = priceSale(sale, aCatalogue({ promote }));
    expect(priced.totals).toMatchObject({ total: 135_000n, rounding: -5_000n });
    expect(priced.exceptions).toMatchObject([{ code: 'TENDERS_DO_NOT_ADD_UP' }]);
  });
});

function promoter(promotions: readonly Promotion[]): Catalogue['promote'] {
  const index = indexPromotions(promotions);
  return (lines) => applyPromotions(index, lines, anOccasion());
}
