import fc from 'fast-check';
import { marginOf } from '../../../domain/ledger/margin.js';

describe('marginOf', () => {
  it.each([
    ['what was earned on the cost', [1_000n, 600n], [400n, '40.00']],
    ['a third, rounded', [3n, 2n], [1n, '33.33']],
    ['two thirds, rounded', [3n, 1n], [2n, '66.67']],
    ['all of it where nothing was spent', [90_090n, 0n], [90_090n, '100.00']],
    ['a loss below zero', [1_000n, 1_500n], [-500n, '-50.00']],
    ['a loss of less than one percent', [1_000n, 1_005n], [-5n, '-0.50']],
  ] as const)('is %s', (_, [netSales, costOfGoods], [margin, marginPercent]) => {
    expect(marginOf({ netSales, costOfGoods })).toEqual({ margin, marginPercent });
  });

  it.each([
    ['nothing was sold', 0n],
    ['more came back than was sold', -1_000n],
  ])('has no percentage where %s', (_, netSales) => {
    expect(marginOf({ netSales, costOfGoods: 200n })).toEqual({
      margin: netSales - 200n,
      marginPercent: null,
    });
  });

  it('is never more than everything that was sold', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        (netSales, costOfGoods) => {
          const { margin, marginPercent } = marginOf({ netSales, costOfGoods });
          expect(margin + costOfGoods).toBe(netSales);
          expect(marginPercent).toMatch(/^-?\d+\.\d\d$/);
          expect(Number(marginPercent)).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
