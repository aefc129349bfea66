import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import { proposeReorder, type StockPosition } from '../../../domain/stock/reorder.js';

/** Four weeks, the last day being yesterday: two a day, and nine on the day that is today's weekday. */
const weekly = Array.from({ length: 28 }, (_, index) => (index % 7 === 0 ? 9_000n : 2_000n));

describe('proposeReorder', () => {
  it('finds enough while what is available stays above the order point', () => {
    expect(proposeReorder(position({ onHandMilli: 40_000n }), weekly)).toEqual({
      kind: 'enough',
      availableMilli: 40_000n,
      orderPointMilli: 13_000n,
    });
  });

  it('orders whole packs up to what the weekdays ahead will sell', () => {
    expect(proposeReorder(position({ onHandMilli: 13_000n }), weekly)).toEqual({
      kind: 'reorder',
      reason: 'sales-pattern',
      quantityMilli: 12_000n,
      availableMilli: 13_000n,
      orderPointMilli: 13_000n,
      expectedSalesMilli: 21_000n,
      safetyMilli: 0n,
    });
  });

  it('expects the busy weekday when it lies ahead, and not when it has just been', () => {
    const yesterdayWasBusy = weekly.map((_, index) => (index % 7 === 6 ? 9_000n : 2_000n));
    const proposal = proposeReorder(position({ onHandMilli: 0n }), yesterdayWasBusy);
    expect(proposal).toMatchObject({ orderPointMilli: 6_000n, expectedSalesMilli: 21_000n });
  });

  it('counts what is reserved as gone and what is on order as there', () => {
    const busy = position({ onHandMilli: 40_000n, reservedMilli: 30_000n });
    expect(proposeReorder(busy, weekly)).toMatchObject({
      kind: 'reorder',
      availableMilli: 10_000n,
    });
    expect(proposeReorder({ ...busy, onOrderMilli: 24_000n }, weekly).kind).toBe('enough');
  });
});

describe('proposeReorder for unusual sellers', () => {
  it('keeps the minimum level of what hardly ever sells', () => {
    const low = position({ onHandMilli: 4_000n, minimumMilli: 5_000n });
    expect(proposeReorder(low, [])).toMatchObject({
      kind: 'reorder',
      reason: 'below-minimum',
      quantityMilli: 12_000n,
    });
    expect(proposeReorder(position({ onHandMilli: 6_000n, minimumMilli: 5_000n }), []).kind).toBe(
      'enough',
    );
  });

  it('keeps more of what sells irregularly', () => {
    const irregular = weekly.map((_, index) => (index % 14 === 0 ? 46_000n : 0n));
    const proposal = proposeReorder(position({ onHandMilli: 0n }), irregular);
    expect(proposal).toMatchObject({
      kind: 'reorder',
      expectedSalesMilli: 23_000n,
      safetyMilli: 29_440n,
    });
  });
});

describe('proposeReorder for any item', () => {
  it('brings the shelf to the target, by whole packs and not by one pack too many', () => {
    fc.assert(
      fc.property(
        positions(),
        fc.array(fc.bigInt({ min: 0n, max: 50_000n }), { maxLength: 60 }),
        (at, sold) => {
          const proposal = proposeReorder(at, sold);
          const ordered = proposal.kind === 'reorder' ? proposal : undefined;
          const target = larger(
            at.minimumMilli,
            (ordered?.expectedSalesMilli ?? 0n) + (ordered?.safetyMilli ?? 0n),
          );
          const quantity = ordered?.quantityMilli ?? 0n;
          const reached = proposal.availableMilli + quantity;
          expect(quantity % at.packMilli).toBe(0n);
          expect(
            ordered === undefined
              ? proposal.availableMilli > proposal.orderPointMilli
              : reached >= target,
          ).toBe(true);
          expect(
            ordered === undefined || quantity === at.packMilli || reached - at.packMilli < target,
          ).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('treats an empty pack and two years of history as a bug', () => {
    expect(() => proposeReorder(position({ packMilli: 0n }), [])).toThrow(AssertionFailure);
    const tooLong = Array.from({ length: 367 }, () => 1n);
    expect(() => proposeReorder(position(), tooLong)).toThrow(AssertionFailure);
  });
});

function position(changes: Partial<StockPosition> = {}): StockPosition {
  return {
    onHandMilli: 20_000n,
    reservedMilli: 0n,
    onOrderMilli: 0n,
    minimumMilli: 0n,
    packMilli: 12_000n,
    leadTimeDays: 3,
    reviewDays: 4,
    ...changes,
  };
}

function positions(): fc.Arbitrary<StockPosition> {
  const quantity = fc.bigInt({ min: 0n, max: 200_000n });
  return fc.record({
    onHandMilli: quantity,
    reservedMilli: quantity,
    onOrderMilli: quantity,
    minimumMilli: quantity,
    packMilli: fc.bigInt({ min: 1n, max: 48_000n }),
    leadTimeDays: fc.nat(30),
    reviewDays: fc.nat(30),
  });
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
