import fc from 'fast-check';
import {
  priceInForce,
  pricesToCome,
  type PriceVersion,
} from '../../../domain/pricing/price-in-force.js';

type Price = Readonly<{ list: PriceVersion }>;

const FIRST = price(1, '2026-01-01');
const NEXT_YEAR = price(5, '2027-01-01');
const CHRISTMAS = price(6, '2026-12-20');

describe('priceInForce', () => {
  const all = [FIRST, NEXT_YEAR, CHRISTMAS];

  it.each([
    ['before its day a planned price does not hold', '2026-12-19', FIRST],
    ['on its day it does', '2026-12-20', CHRISTMAS],
    [
      'a price that was decided before, for a later day, holds on that day',
      '2027-01-01',
      NEXT_YEAR,
    ],
    ['before all of them there is none', '2025-12-31', undefined],
  ])('%s', (_what, day, expected) => {
    expect(priceInForce(all, { version: 6, day })).toBe(expected);
  });

  it('knows nothing that was decided later', () => {
    expect(priceInForce(all, { version: 5, day: '2026-12-20' })).toBe(FIRST);
  });

  it('forgets what was withdrawn, for those who know it', () => {
    const withdrawn = price(2, '2026-06-01', 4);
    const both = [FIRST, withdrawn];
    expect(priceInForce(both, { version: 3, day: '2026-06-01' })).toBe(withdrawn);
    expect(priceInForce(both, { version: 4, day: '2026-06-01' })).toBe(FIRST);
  });
});

const days = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-02-${String(day).padStart(2, '0')}`);
const somePrices = fc
  .array(fc.record({ effectiveFrom: days, lives: fc.option(fc.integer({ min: 1, max: 5 })) }), {
    maxLength: 8,
  })
  .map((made) =>
    made.map(({ effectiveFrom, lives }, index) =>
      price(index + 1, effectiveFrom, lives === null ? undefined : index + 1 + lives),
    ),
  );
const at = fc.record({ version: fc.integer({ min: 0, max: 9 }), day: days });

describe('a till that goes on by the prices to come', () => {
  it('has on each later day the price that the server has', () => {
    fc.assert(
      fc.property(somePrices, at, days, (prices, today, later) => {
        fc.pre(later >= today.day);
        const held = [priceInForce(prices, today), ...pricesToCome(prices, today)];
        const begun = held.filter((one) => one !== undefined && one.list.effectiveFrom <= later);
        expect(begun.at(-1)).toBe(priceInForce(prices, { ...today, day: later }));
      }),
    );
  });

  it('is told each price once, in the order of the days', () => {
    fc.assert(
      fc.property(somePrices, at, (prices, today) => {
        const toCome = pricesToCome(prices, today).map(({ list }) => list.effectiveFrom);
        expect(toCome).toEqual(toCome.toSorted());
        expect(toCome.every((day) => day > today.day)).toBe(true);
      }),
    );
  });
});

function price(version: number, effectiveFrom: string, withdrawnIn?: number): Price {
  return { list: { version, effectiveFrom, withdrawnIn } };
}
