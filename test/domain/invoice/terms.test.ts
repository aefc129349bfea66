import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { AssertionFailure } from '../../../domain/assert.js';
import {
  discountEarned,
  earlyPaymentOf,
  instalmentsOf,
  instalmentTerms,
  netTerms,
  type PaymentTerms,
} from '../../../domain/invoice/terms.js';
import { sumAmounts } from '../../../domain/money/money.js';

const issuedOn = day('2026-07-03');

describe('instalmentsOf', () => {
  it('makes one open item of net terms', () => {
    expect(instalmentsOf(1_500_000n, netTerms(30), issuedOn)).toEqual([
      { number: 1, amount: 1_500_000n, dueDate: day('2026-08-02') },
    ]);
  });

  it('splits a plan evenly, the larger parts first', () => {
    expect(
      instalmentsOf(1_000_000n, instalmentTerms({ count: 3, everyDays: 30 }), issuedOn),
    ).toEqual([
      { number: 1, amount: 333_334n, dueDate: day('2026-08-02') },
      { number: 2, amount: 333_333n, dueDate: day('2026-09-01') },
      { number: 3, amount: 333_333n, dueDate: day('2026-10-01') },
    ]);
  });

  it('numbers the parts in the order in which they fall due', () => {
    const terms: PaymentTerms = {
      instalments: [
        { share: 70n, due: { kind: 'endOfMonth', monthsLater: 1 } },
        { share: 30n, due: { kind: 'net', days: 0 } },
      ],
    };
    expect(instalmentsOf(1_000n, terms, issuedOn)).toEqual([
      { number: 1, amount: 300n, dueDate: day('2026-07-03') },
      { number: 2, amount: 700n, dueDate: day('2026-08-31') },
    ]);
  });

  it('leaves out parts that come to nothing', () => {
    expect(instalmentsOf(2n, instalmentTerms({ count: 3, everyDays: 7 }), issuedOn)).toHaveLength(
      2,
    );
    expect(instalmentsOf(0n, netTerms(30), issuedOn)).toEqual([]);
  });

  it('keeps the sum, falls due in order and numbers without a gap, whatever the plan', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), plans(), (total, terms) => {
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

  it('treats a negative total and terms without instalments as a bug', () => {
    expect(() => instalmentsOf(-1n, netTerms(30), issuedOn)).toThrow(AssertionFailure);
    expect(() => instalmentsOf(1n, { instalments: [] }, issuedOn)).toThrow(AssertionFailure);
    expect(() => instalmentTerms({ count: 61, everyDays: 30 })).toThrow(AssertionFailure);
  });
});

describe('early payment', () => {
  const terms: PaymentTerms = {
    ...netTerms(30),
    earlyPayment: { withinDays: 10, rate: { numerator: 2n, denominator: 100n } },
  };
  const offer = earlyPaymentOf(1_234_567n, terms, issuedOn);

  it('offers two percent, rounded down, for ten days', () => {
    expect(offer).toEqual({ amount: 24_691n, until: day('2026-07-13') });
  });

  it('is not offered without a rule, nor when it comes to nothing', () => {
    expect(earlyPaymentOf(1_234_567n, netTerms(30), issuedOn)).toBeUndefined();
    expect(earlyPaymentOf(49n, terms, issuedOn)).toBeUndefined();
  });

  it.each([
    ['on the last day, to the rupiah', 1_209_876n, ['2026-07-13', 24_691n]],
    ['a day late', 1_209_876n, ['2026-07-14', 0n]],
    ['a rupiah short', 1_209_875n, ['2026-07-04', 0n]],
    ['in full', 1_234_567n, ['2026-07-04', 0n]],
    ['in part', 600_000n, ['2026-07-04', 0n]],
  ] as const)('paid %s', (_how, paidAmount, [paidOn, earned]) => {
    const payment = { paidAmount, openAmount: 1_234_567n, paidOn: day(paidOn) };
    expect(discountEarned(payment, offer)).toBe(earned);
  });

  it('earns nothing where nothing was offered', () => {
    const payment = { paidAmount: 100n, openAmount: 100n, paidOn: issuedOn };
    expect(discountEarned(payment, undefined)).toBe(0n);
  });
});

function plans(): fc.Arbitrary<PaymentTerms> {
  const rule = fc.record({
    share: fc.bigInt({ min: 1n, max: 100n }),
    due: fc.oneof(
      fc.record({ kind: fc.constant('net' as const), days: fc.nat(365) }),
      fc.record({ kind: fc.constant('endOfMonth' as const), monthsLater: fc.nat(24) }),
    ),
  });
  return fc.array(rule, { minLength: 1, maxLength: 12 }).map((instalments) => ({ instalments }));
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
