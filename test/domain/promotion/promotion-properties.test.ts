import fc from 'fast-check';
import { sumAmounts } from '../../../domain/money/money.js';
import { itemDiscount } from '../../../domain/promotion/item-offer.js';
import type {
  ItemOffer,
  Offer,
  Promotion,
  PromotedLine,
} from '../../../domain/promotion/promotion.js';
import { aPromotion, giftsOn } from './a-promotion.js';

const SKUS = ['A', 'B', 'C', 'D'] as const;

const amount = fc.bigInt({ min: 1n, max: 60_000n });
const hundredths = fc.bigInt({ min: 1n, max: 10_000n });
const count = fc.bigInt({ min: 1n, max: 4n });

const itemOffer: fc.Arbitrary<ItemOffer> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percentHundredths: hundredths }),
  fc.record({ kind: fc.constant('amount' as const), off: amount }),
  fc.record({ kind: fc.constant('fixedPrice' as const), unitPrice: amount }),
);

const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
  itemOffer,
  fc.record({ kind: fc.constant('buyGet' as const), buy: count, get: count }),
  fc.record({ kind: fc.constant('mixAndMatch' as const), pieces: count, price: amount }),
  fc.record({
    kind: fc.constant('basketPercent' as const),
    percentHundredths: hundredths,
    threshold: amount,
  }),
  fc.record({ kind: fc.constant('basketAmount' as const), off: amount, threshold: amount }),
);

function promotionsOf(offer: fc.Arbitrary<Offer>): fc.Arbitrary<Promotion[]> {
  const one = fc.record({
    offer,
    skus: fc.subarray([...SKUS]),
    priority: fc.integer({ min: 0, max: 1 }),
    standsAlone: fc.nat(4).map((n) => n === 0),
  });
  return fc
    .array(one, { maxLength: 8 })
    .map((all) => all.map((changes, at) => aPromotion({ code: `P${at}`, ...changes })));
}

const anyLine: fc.Arbitrary<PromotedLine> = fc.record({
  sku: fc.constantFrom(...SKUS),
  category: fc.constant(undefined),
  quantityMilli: fc.oneof(
    count.map((n) => n * 1_000n),
    fc.bigInt({ min: 1n, max: 5_000n }),
  ),
  net: fc.bigInt({ min: 0n, max: 200_000n }),
});
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 6 });

describe('promotions of any basket', () => {
  it('give the same in whatever order they are listed', () => {
    fc.assert(
      fc.property(anyLines, shuffled(), (lines, [promotions, other]) => {
        expect(giftsOn(lines, other)).toEqual(giftsOn(lines, promotions));
      }),
    );
  });

  it('never take off a line more than it costs, and never nothing', () => {
    fc.assert(
      fc.property(anyLines, promotionsOf(anyOffer), (lines, promotions) => {
        const gifts = giftsOn(lines, promotions);
        expect(gifts.every((gift) => gift.amount > 0n)).toBe(true);
        lines.forEach(({ net }, at) => {
          const off = gifts.filter(({ line }) => line === at).map((gift) => gift.amount);
          expect(sumAmounts(off)).toBeLessThanOrEqual(net);
        });
      }),
    );
  });

  it('of lines are one for a line, of the basket one for the basket; one that stands alone is alone', () => {
    fc.assert(
      fc.property(anyLines, promotionsOf(anyOffer), (lines, promotions) => {
        const byCode = new Map(promotions.map((one) => [one.code, one]));
        const gifts = giftsOn(lines, promotions).flatMap(({ code, line }) => {
          const promotion = byCode.get(code);
          return promotion === undefined ? [] : [{ promotion, line }];
        });
        const isOfBasket = ({ offer }: Promotion): boolean => offer.kind.startsWith('basket');
        const ofLines = gifts.filter(({ promotion }) => !isOfBasket(promotion));
        const ofBasket = gifts.filter(({ promotion }) => isOfBasket(promotion));
        expect(new Set(ofLines.map(({ line }) => line)).size).toBe(ofLines.length);
        expect(new Set(ofBasket.map(({ promotion }) => promotion.code)).size).toBeLessThanOrEqual(
          1,
        );
        const codes = new Set(gifts.map(({ promotion }) => promotion.code));
        const isAlone = gifts.some(({ promotion }) => promotion.standsAlone);
        expect(codes.size).toBeLessThanOrEqual(isAlone ? 1 : promotions.length);
      }),
    );
  });

  it('give the whole amount of a basket when it is spread, and no line more than its part rounded up', () => {
    fc.assert(
      fc.property(anyLines, amount, (lines, off) => {
        const offer: Offer = { kind: 'basketAmount', off, threshold: 0n };
        const gifts = giftsOn(lines, [aPromotion({ offer })]);
        const cost = sumAmounts(lines.map(({ net }) => net));
        const whole = off < cost ? off : cost;
        expect(sumAmounts(gifts.map((gift) => gift.amount))).toBe(whole);
        for (const gift of gifts) {
          const exact = whole * (lines[gift.line]?.net ?? 0n);
          expect(gift.amount * cost - exact).toBeLessThan(cost);
        }
      }),
    );
  });

  it('of single lines give each line what no other of its priority would give more of', () => {
    fc.assert(
      fc.property(anyLines, promotionsOf(itemOffer), (lines, promotions) => {
        const level = promotions.map((one) => ({ ...one, priority: 0, standsAlone: false }));
        const gifts = giftsOn(lines, level);
        lines.forEach((line, at) => {
          const offers = level
            .filter(({ skus }) => skus.length === 0 || skus.includes(line.sku))
            .map(({ offer }) => itemDiscount(offer as ItemOffer, line));
          const best = offers.reduce((most, one) => (one > most ? one : most), 0n);
          expect(gifts.find((gift) => gift.line === at)?.amount ?? 0n).toBe(best);
        });
      }),
    );
  });

  it('never give less because there are groups as well', () => {
    fc.assert(
      fc.property(anyLines, promotionsOf(anyOffer), (lines, promotions) => {
        const level = promotions
          .filter(({ offer }) => !offer.kind.startsWith('basket'))
          .map((one) => ({ ...one, priority: 0, standsAlone: false }));
        const single = level.filter(
          ({ offer }) => offer.kind !== 'buyGet' && offer.kind !== 'mixAndMatch',
        );
        expect(totalOf(lines, level)).toBeGreaterThanOrEqual(totalOf(lines, single));
      }),
    );
  });
});

function totalOf(lines: readonly PromotedLine[], promotions: readonly Promotion[]): bigint {
  return sumAmounts(giftsOn(lines, promotions).map((gift) => gift.amount));
}

/** Promotions, and the same in another order. */
function shuffled(): fc.Arbitrary<[Promotion[], Promotion[]]> {
  return promotionsOf(anyOffer).chain((promotions) =>
    fc.tuple(
      fc.constant(promotions),
      fc.shuffledSubarray(promotions, { minLength: promotions.length }),
    ),
  );
}
