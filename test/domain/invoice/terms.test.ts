import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { AssertionFailure } from '../../../domain/assert.js';
import { instalmentsOf } from '../../../domain/invoice/terms.js';
import { sumAmounts } from '../../../domain/money/money.js';

const issuedOn = day('2026-07-03');
const net30 = { instalments: 1, everyDays: 30 };

describe('instalmentsOf', () => {
  it('makes one open item of net terms', () => {
    expect(instalmentsOf(1_500_000n, net30, issuedOn)).toEqual([
      { number: 1, amount: 1_500_000n, dueDate: day('2026-08-02') },
    ]);
  });

  it.each([
    ['2026-07-03', 0, '2026-07-03'],
    ['2026-02-28', 1, '2026-03-01'],
  ])('counts calendar days: %s and %i days is %s', (issued, everyDays, due) => {
    const [only] = instalmentsOf(1n, { instalments: 1, everyDays }, day(issued));
    expect(only?.dueDate.toString()).toBe(due);
  });

  it('splits a plan evenly, the larger parts first', () => {
    expect(instalmentsOf(1_000_000n, { instalments: 3, everyDays: 30 }, issuedOn)).toEqual([
      { number: 1, amount: 333_334n, dueDate: day('2026-08-02') },
      { number: 2, amount: 333_333n, dueDate: day('2026-09-01') },
      { number: 3, amount: 333_333n, dueDate: day('2026-10-01') },
    ]);
  });

  it('leaves out parts that come to nothing', () => {
    expect(instalmentsOf(2n, { instalments: 3, everyDays: 7 }, issuedOn)).toHaveLength(2);
    expect(instalmentsOf(0n, net30, issuedOn)).toEqual([]);
  });

  it('keeps the sum, falls due in order and numbers without a gap, whatever the plan', () => {
    const plans = fc.record({
      instalments: fc.integer({ min: 1, max: 60 }),
      everyDays: fc.nat(365),
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), plans, (total, terms) => {
        const parts = instalmentsOf(total, terms, issuedOn);
        expect(sumAmounts(parts.map(({ amount }) => amount))).toBe(total);
        expect(parts.every(({ amount }) => amount > 0n)).toBe(true);
        expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
        expect(parts.toSorted((a, b) => Temporal.PlainDate.compare(a.dueDate, b.dueDate))).toEqual(
          parts,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('treats a negative total and terms that nobody grants as a bug', () => {
    const wrong = [
      [-1n, net30],
      [1n, { instalments: 0, everyDays: 30 }],
      [1n, { instalments: 61, everyDays: 30 }],
      [1n, { instalments: 1, everyDays: -1 }],
    ] as const;
    for (const [total, terms] of wrong) {
      expect(() => instalmentsOf(total, terms, issuedOn)).toThrow(AssertionFailure);
    }
  });
});

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
