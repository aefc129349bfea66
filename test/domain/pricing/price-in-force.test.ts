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
    expect(priceInForce(all, { version: 6, atMs: Date.parse(day) })).toBe(expected);
  });

  it('knows nothing that was decided later', () => {
    expect(priceInForce(all, { version: 5, atMs: Date.parse('2026-12-20') })).toBe(FIRST);
  });

  it('forgets what was withdrawn, for those who know it', () => {
    const withdrawn = price(2, '2026-06-01', 4);
    const both = [FIRST, withdrawn];
    expect(priceInForce(both, { version: 3, atMs: Date.parse('2026-06-01') })).toBe(withdrawn);
    expect(priceInForce(both, { version: 4, atMs: Date.parse('2026-06-01') })).toBe(FIRST);
  });
});

const moments = fc.integer({ min: 1, max: 28 });
const somePrices = fc
  .array(fc.record({ fromMs: moments, lives: fc.option(fc.integer({ min: 1, max: 5 })) }), {
    maxLength: 8,
  })
  .map((made) =>
    made.map(({ fromMs, lives }, index) =>
      at(index + 1, fromMs, lives === null ? undefined : index + 1 + lives),
    ),
  );
const known = fc.record({ version: fc.integer({ min: 0, max: 9 }), atMs: moments });

describe('a till that goes on by the prices to come', () => {
  it('has at each later moment the price that the server has', () => {
    fc.assert(
      fc.property(somePrices, known, moments, (prices, now, later) => {
        fc.pre(later >= now.atMs);
        const held = [priceInForce(prices, now), ...pricesToCome(prices, now)];
        const begun = held.filter((one) => one !== undefined && one.list.fromMs <= later);
        expect(begun.at(-1)).toBe(priceInForce(prices, { ...now, atMs: later }));
      }),
    );
  });

  it('is told each price once, in the order of the moments', () => {
    fc.assert(
      fc.property(somePrices, known, (prices, now) => {
        const toCome = pricesToCome(prices, now).map(({ list }) => list.fromMs);
        expect(toCome).toEqual(toCome.toSorted((a, b) => a - b));
        expect(toCome.every((fromMs) => fromMs > now.atMs)).toBe(true);
      }),
    );
  });
});

function price(version: number, day: string, withdrawnIn?: number): Price {
  return at(version, Date.parse(day), withdrawnIn);
}

function at(version: number, fromMs: number, withdrawnIn?: number): Price {
  return { list: { version, fromMs, withdrawnIn } };
}
