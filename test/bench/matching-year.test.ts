import { figuresOf, wilsonLowerBound } from '../../bench/matching/figures.js';
import { isRight } from '../../bench/matching/judge.js';
import { playYear } from '../../bench/matching/play-year.js';
import { matcherWithout } from '../../bench/matching/stages.js';
import { makeCompanyYear } from '../../bench/matching/year/company-year.js';
import { hasRivals } from '../../bench/matching/year/rivals.js';

const CUSTOMERS = 12;

describe('a company’s year of payments', () => {
  it('is the same for the same seed, and another for another', () => {
    const textsOf = (seed: number): readonly string[] =>
      makeCompanyYear(seed, CUSTOMERS).days.flatMap(({ lines }) =>
        lines.map(({ payment }) => `${payment.text} ${payment.amount.amount}`),
      );
    expect(textsOf(1)).toEqual(textsOf(1));
    expect(textsOf(1)).not.toEqual(textsOf(2));
  });

  it('is booked by the matcher in part, and never wrongly', () => {
    const outcomes = playYear(makeCompanyYear(3, CUSTOMERS), matcherWithout({}));
    const { booked, precision } = figuresOf(outcomes);
    expect(booked).toBeGreaterThan(50);
    expect(precision).toBe(100);
  });
});

describe('a booking is right', () => {
  const whole = { isDecidable: true, isDuplicate: false, kind: '', customerIds: ['c1'] };
  const paid = [
    { openItemId: 'a', clears: 100n, keptHere: 0n },
    { openItemId: 'b', clears: 200n, keptHere: 4n },
  ];

  it('when every item has its amount, less what was kept back of it', () => {
    const truth = { ...whole, paid, keptOfAll: 0n };
    const give = (a: bigint, b: bigint) => [
      { openItemId: 'a', amount: a },
      { openItemId: 'b', amount: b },
    ];
    expect(isRight(give(100n, 196n), truth)).toBe(true);
    expect(isRight(give(100n, 200n), truth)).toBe(false);
    expect(isRight(give(100n, 196n).slice(0, 1), truth)).toBe(false);
    expect(isRight([], truth)).toBe(false);
  });

  it('from whichever item a fee is missing, and only the whole of it', () => {
    const truth = { ...whole, paid, keptOfAll: 10n };
    const less = (a: bigint, b: bigint) => [
      { openItemId: 'a', amount: 100n - a },
      { openItemId: 'b', amount: 196n - b },
    ];
    expect(isRight(less(10n, 0n), truth)).toBe(true);
    expect(isRight(less(0n, 10n), truth)).toBe(true);
    expect(isRight(less(0n, 9n), truth)).toBe(false);
    expect(isRight(less(11n, -1n), truth)).toBe(false);
  });
});

it('the lower bound of Wilson needs 765 right bookings for 99.5 per cent, and 1,455 with two wrong', () => {
  expect(wilsonLowerBound(765, 765)).toBeGreaterThanOrEqual(0.995);
  expect(wilsonLowerBound(764, 764)).toBeLessThan(0.995);
  expect(wilsonLowerBound(1_453, 1_455)).toBeGreaterThanOrEqual(0.995);
  expect(wilsonLowerBound(0, 0)).toBe(0);
});

it('an amount has rivals when two sets of items come to it', () => {
  expect(hasRivals([1n, 2n, 3n], 3n)).toBe(true);
  expect(hasRivals([1n, 2n, 4n], 3n)).toBe(false);
  expect(hasRivals([5n, 5n], 5n)).toBe(true);
});
