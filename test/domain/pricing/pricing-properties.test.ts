import fc from 'fast-check';
import { sumAmounts } from '../../../domain/money/money.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import type { PricedLine } from '../../../domain/pricing/priced-sale.js';
import { aCatalogue } from './a-basket.js';
import { anyBasket } from './any-basket.js';

const runs = { numRuns: 1000 };

const COLUMNS = [
  'gross',
  'discount',
  'net',
  'discountBase',
  'taxBase',
  'otherBase',
  'tax',
  'total',
] as const;

describe('for any basket and any tenders', () => {
  it('the header is the sum of the lines, in every column', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const { lines, totals } = priceSale(request, aCatalogue());
        expect(COLUMNS.map((column) => totals[column])).toEqual(
          COLUMNS.map((column) => sumAmounts(lines.map((line) => line[column]))),
        );
      }),
      runs,
    );
  });

  it('tenders and cash rounding come to the total, and rounding needs cash', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const { tenders, totals } = priceSale(request, aCatalogue());
        expect(sumAmounts(tenders.map(({ amount }) => amount)) + totals.rounding).toBe(
          totals.total,
        );
        expect(totals.paid + totals.onAccount).toBe(totals.due);
        expect(totals.rounding >= 0n && totals.rounding < 100n).toBe(true);
        expect(totals.rounding === 0n || request.tenders.some(({ type }) => type === 'cash')).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('the taxes by code come to the tax of the header', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const { taxes, totals } = priceSale(request, aCatalogue());
        expect(sumAmounts(taxes.map(({ tax }) => tax))).toBe(totals.tax);
        expect(sumAmounts(taxes.map(({ taxBase }) => taxBase))).toBe(totals.taxBase);
      }),
      runs,
    );
  });

  it('each line holds together: no figure is negative, nothing is lost inside it', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        expect(
          priceSale(request, aCatalogue()).lines.filter((line) => !holdsTogether(line)),
        ).toEqual([]);
      }),
      runs,
    );
  });
});

describe('any basket priced twice', () => {
  it('comes out the same for the till and the server', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const completed = { ...request, mode: 'completed' as const };
        expect(priceSale(completed, aCatalogue())).toEqual(priceSale(request, aCatalogue()));
      }),
      { numRuns: 200 },
    );
  });

  it('comes to the same totals in any order of its lines', () => {
    fc.assert(
      fc.property(anyBasket(), (request) => {
        const turned = { ...request, lines: request.lines.toReversed() };
        expect(priceSale(turned, aCatalogue()).totals).toEqual(
          priceSale(request, aCatalogue()).totals,
        );
      }),
      { numRuns: 200 },
    );
  });
});

function holdsTogether(line: PricedLine): boolean {
  const { gross, discount, net, taxBase, tax, total, priceIncludesTax } = line;
  const signs = [net, taxBase, tax, line.otherBase, line.discountBase].every(
    (figure) => figure >= 0n,
  );
  return (
    signs &&
    gross - discount === net &&
    taxBase + tax === total &&
    net === (priceIncludesTax ? total : taxBase)
  );
}
