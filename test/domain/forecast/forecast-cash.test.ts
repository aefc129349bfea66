import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  forecastCash,
  habitOf,
  type CashForecast,
  type OpenClaim,
  type PaymentHabits,
} from '../../../domain/forecast/forecast-cash.js';

const today = day('2026-07-01');
const nobody: PaymentHabits = { bySegment: new Map(), overall: undefined };

describe('forecastCash', () => {
  it('expects what falls due on its due date, in weeks that begin today', () => {
    const forecast = forecastOf([
      aClaim({ dueOn: today, amount: 1n }),
      aClaim({ dueOn: day('2026-07-07'), amount: 20n }),
      aClaim({ dueOn: day('2026-07-08'), amount: 300n }),
      aClaim({ dueOn: day('2026-07-21'), amount: 4_000n }),
      aClaim({ dueOn: day('2026-07-22'), amount: 50_000n }),
    ]);
    expect(forecast).toEqual({
      weeks: [
        { from: today, to: day('2026-07-07'), amount: 21n, promised: 0n },
        { from: day('2026-07-08'), to: day('2026-07-14'), amount: 300n, promised: 0n },
        { from: day('2026-07-15'), to: day('2026-07-21'), amount: 4_000n, promised: 0n },
      ],
      beyond: 50_000n,
      atRisk: { disputed: 0n, placed: 0n },
      total: 54_321n,
    });
  });

  it.each([
    ['as late as its customer pays', { dueOn: day('2026-07-05'), averageDaysLate: 3 }, 1],
    ['from today on when the due date has passed', { dueOn: day('2026-05-01') }, 0],
    ['late even then', { dueOn: day('2026-05-01'), averageDaysLate: 14 }, 2],
    ['before it is due when its customer pays early', { averageDaysLate: -4 }, 0],
    ['never before today', { dueOn: day('2026-07-02'), averageDaysLate: -30 }, 0],
  ])('expects money %s', (_, parts, week) => {
    expect(weekOf(forecastOf([aClaim(parts)]))).toBe(week);
  });

  it('asks the segment where the customer has no history, and everybody where that has none', () => {
    const habits = { bySegment: new Map([['wholesale', 7]]), overall: 14 };
    const without = { dueOn: today, averageDaysLate: undefined };
    expect(weekOf(forecastOf([aClaim({ ...without, segment: 'wholesale' })], habits))).toBe(1);
    expect(weekOf(forecastOf([aClaim({ ...without, segment: 'retail' })], habits))).toBe(2);
    expect(weekOf(forecastOf([aClaim(without)], nobody))).toBe(0);
    expect(weekOf(forecastOf([aClaim({ dueOn: today, averageDaysLate: 0 })], habits))).toBe(0);
  });

  it('believes a promise for its amount, and the habit for the rest', () => {
    const promise = { amount: 400n, until: day('2026-07-16') };
    const { weeks } = forecastOf([aClaim({ dueOn: today, amount: 1_000n, promise })]);
    expect(weeks.map(({ amount, promised }) => [amount, promised])).toEqual([
      [600n, 0n],
      [0n, 0n],
      [400n, 400n],
    ]);
  });

  it('expects a promise today whose day has passed and that is not broken yet', () => {
    const promise = { amount: 1_000n, until: day('2026-06-30') };
    const claim = aClaim({ dueOn: day('2026-05-01'), averageDaysLate: 30, promise });
    expect(weekOf(forecastOf([claim]))).toBe(0);
  });
});

describe('habitOf', () => {
  it('names whose payments it is the average of', () => {
    const known = { bySegment: new Map([['wholesale', 7]]), overall: 14 };
    const early = { segment: 'wholesale', averageDaysLate: -2 };
    expect(habitOf(early, known)).toEqual({ kind: 'customer', daysLate: -2 });
    const fresh = { segment: 'wholesale', averageDaysLate: undefined };
    expect(habitOf(fresh, known)).toEqual({ kind: 'segment', daysLate: 7 });
    const alone = { ...fresh, segment: 'retail' };
    expect(habitOf(alone, known)).toEqual({ kind: 'overall', daysLate: 14 });
    expect(habitOf(alone, nobody)).toEqual({ kind: 'none', daysLate: 0 });
  });
});

describe('forecastCash at risk', () => {
  it('expects nothing of what is disputed or with an agency, and counts it apart', () => {
    const promise = { amount: 900n, until: today };
    const forecast = forecastOf([
      aClaim({ amount: 1_000n, disputedAmount: 300n, promise }),
      aClaim({ amount: 5_000n, disputedAmount: 2_000n, promise, isPlaced: true }),
    ]);
    expect(forecast).toMatchObject({
      atRisk: { disputed: 300n, placed: 5_000n },
      beyond: 0n,
      total: 6_000n,
    });
    expect(forecast.weeks[0]).toMatchObject({ amount: 700n, promised: 700n });
  });

  it('forecasts every unit once, whatever is promised or disputed, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyClaim(), { maxLength: 30 }), anyHabits(), (claims, habits) => {
        const forecast = forecastOf(claims, habits);
        const parts = partsOf(forecast);
        expect(sum(parts)).toBe(sum(claims.map(({ amount }) => amount)));
        expect(forecast.total).toBe(sum(parts));
        expect(parts.every((part) => part >= 0n)).toBe(true);
        expect(forecast.weeks.every((week) => 0n <= week.promised)).toBe(true);
        expect(forecast.weeks.every((week) => week.promised <= week.amount)).toBe(true);
        expect(forecastOf(claims.toReversed(), habits)).toEqual(forecast);
      }),
    );
  });

  it('gives the same for claims that are taken together', () => {
    fc.assert(
      fc.property(anyClaim(), anyHabits(), (claim, habits) => {
        const { promise } = claim;
        const twice = aClaim({
          ...claim,
          amount: 2n * claim.amount,
          disputedAmount: 2n * claim.disputedAmount,
          promise: promise && { ...promise, amount: 2n * promise.amount },
        });
        expect(forecastOf([twice], habits)).toEqual(forecastOf([claim, claim], habits));
      }),
    );
  });
});

function forecastOf(claims: readonly OpenClaim[], habits = nobody): CashForecast {
  return forecastCash(claims, habits, { today, weeks: 3 });
}

/** A thousand due in five days, from a customer who pays on time. */
function aClaim(parts: Partial<OpenClaim> = {}): OpenClaim {
  return {
    dueOn: day('2026-07-06'),
    amount: 1_000n,
    isPlaced: false,
    disputedAmount: 0n,
    promise: undefined,
    segment: 'retail',
    averageDaysLate: 0,
    ...parts,
  };
}

function anyClaim(): fc.Arbitrary<OpenClaim> {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const someDay = fc.integer({ min: -60, max: 60 }).map((days) => today.add({ days }));
  return fc.record({
    dueOn: someDay,
    amount,
    isPlaced: fc.boolean(),
    disputedAmount: amount,
    promise: fc.option(fc.record({ amount, until: someDay }), { nil: undefined }),
    segment: fc.constantFrom('retail', 'wholesale'),
    averageDaysLate: fc.option(fc.integer({ min: -20, max: 90 }), { nil: undefined }),
  });
}

function anyHabits(): fc.Arbitrary<PaymentHabits> {
  const days = fc.integer({ min: -20, max: 90 });
  return fc.record({
    bySegment: fc.option(days).map((late) => new Map(late === null ? [] : [['wholesale', late]])),
    overall: fc.option(days, { nil: undefined }),
  });
}

function partsOf({ weeks, beyond, atRisk }: CashForecast): bigint[] {
  return [...weeks.map(({ amount }) => amount), beyond, atRisk.disputed, atRisk.placed];
}

/** The only week in which anything is expected. */
function weekOf({ weeks }: CashForecast): number {
  return weeks.findIndex(({ amount }) => amount > 0n);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
