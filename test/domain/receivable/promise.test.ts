import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  decidePromises,
  refusePromise,
  type PromisedInvoice,
  type PromisePayment,
  type PromiseStanding,
  type PromiseToPay,
} from '../../../domain/receivable/promise.js';

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** Money that came after every promise was made. */
function money(on: string, amount: bigint, countsFor = ['p1', 'first', 'second']): PromisePayment {
  return { on: day(on), amount, countsFor };
}

/** A million by 20 March, with two days for the money to arrive. */
function aPromise(parts: Partial<PromiseToPay> = {}): PromiseToPay {
  return {
    promiseId: 'p1',
    until: day('2026-03-20'),
    amount: 1_000_000n,
    graceDays: 2,
    ...parts,
  };
}

/** How the one promise stands. */
function whereSaleStands(
  promise: PromiseToPay,
  payments: readonly PromisePayment[],
  today: Temporal.PlainDate,
): PromiseStanding {
  const standing = decidePromises([promise], payments, today).get(promise.promiseId);
  if (standing === undefined) throw new Error('every promise has a standing');
  return standing;
}

describe('one promise', () => {
  it('runs through its last day and the days of grace, and is broken on the day after', () => {
    expect(whereSaleStands(aPromise(), [], day('2026-03-22'))).toEqual({
      kind: 'running',
      paid: 0n,
      missing: 1_000_000n,
      lastDay: day('2026-03-22'),
    });
    expect(whereSaleStands(aPromise(), [], day('2026-03-23'))).toEqual({
      kind: 'broken',
      on: day('2026-03-23'),
      paid: 0n,
    });
  });

  it('is not kept by money that does not count for it', () => {
    const before = money('2026-03-10', 1_000_000n, []);
    const after = money('2026-03-10', 1_000_000n);
    expect(whereSaleStands(aPromise(), [before], day('2026-03-11'))).toMatchObject({
      kind: 'running',
      paid: 0n,
    });
    expect(whereSaleStands(aPromise(), [before, after], day('2026-03-11')).kind).toBe('kept');
  });

  it('is kept on the day on which the promised amount is reached', () => {
    const payments = [money('2026-03-22', 400_000n), money('2026-03-12', 600_000n)];
    expect(whereSaleStands(aPromise(), payments, day('2026-06-01'))).toEqual({
      kind: 'kept',
      on: day('2026-03-22'),
    });
  });

  it.each([
    ['came after the days of grace', '2026-03-23', 1_000_000n],
    ['was one rupiah short', '2026-03-20', 999_999n],
  ])('is broken when the money %s', (_, on, amount) => {
    const standing = whereSaleStands(aPromise(), [money(on, amount)], day('2026-04-01'));
    expect(standing.kind).toBe('broken');
  });

  it('counts a reversed payment as never made', () => {
    const payments = [money('2026-03-12', 0n)];
    expect(whereSaleStands(aPromise(), payments, day('2026-03-15')).kind).toBe('running');
  });
});

describe('several promises', () => {
  const promises = [
    aPromise({ promiseId: 'second', until: day('2026-04-20') }),
    aPromise({ promiseId: 'first' }),
  ];

  it('keeps the earlier promise first and does not count its money again', () => {
    const payments = [money('2026-03-15', 1_500_000n)];
    const standings = decidePromises(promises, payments, day('2026-03-16'));
    expect(standings.get('first')).toMatchObject({ kind: 'kept' });
    expect(standings.get('second')).toMatchObject({ kind: 'running', paid: 500_000n });
  });

  it('never lets the same money keep two promises, whatever came when', () => {
    const payment = fc.record({
      on: fc.integer({ min: -20, max: 60 }).map((days) => day('2026-03-10').add({ days })),
      countsFor: fc.constantFrom(['first'], ['second'], ['first', 'second']),
      amount: fc.bigInt(1n, 1_200_000n),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 6 }), (payments) => {
        const standings = decidePromises(promises, payments, day('2026-07-01'));
        const kept = [...standings.values()].filter(({ kind }) => kind === 'kept').length;
        const total = payments.reduce((sum, { amount }) => sum + amount, 0n);
        expect(BigInt(kept) * 1_000_000n).toBeLessThanOrEqual(total);
      }),
    );
  });
});

describe('refusePromise', () => {
  const rules = {
    maxDays: 30,
    minimumBasisPoints: 2_500n,
    maxInARow: 2,
    maxInARowOfCustomer: 5,
  };
  const context = { rules, today: day('2026-03-10') };
  const invoice: PromisedInvoice = {
    currency: 'IDR',
    openAmount: 1_000_000n,
    items: [
      { dueOn: day('2026-03-01'), open: 600_001n },
      { dueOn: day('2026-03-30'), open: 399_999n },
    ],
    notDemanded: 0n,
    running: 0,
    inARow: { ofInvoice: 0, ofCustomer: 0 },
  };
  const promise = { amount: 1_000_000n, until: day('2026-03-20') };

  it('takes a promise that is due today, or on the last day allowed', () => {
    for (const until of ['2026-03-10', '2026-04-09']) {
      expect(refusePromise({ ...promise, until: day(until) }, invoice, context)).toBeUndefined();
    }
  });

  it.each([
    ['PROMISE_AMOUNT_NOT_POSITIVE', { amount: 0n }, {}],
    ['PROMISE_EXCEEDS_OPEN', { amount: 1_000_001n }, {}],
    ['PROMISE_IN_PAST', { until: day('2026-03-09') }, {}],
    ['PROMISE_TOO_FAR', { until: day('2026-04-10') }, {}],
    ['PROMISE_ALREADY_RUNNING', {}, { running: 1 }],
    ['PROMISE_BELOW_MINIMUM', { amount: 1n }, {}],
    ['PROMISE_LIMIT_REACHED', {}, { inARow: { ofInvoice: 2, ofCustomer: 2 } }],
    ['PROMISE_LIMIT_REACHED', {}, { inARow: { ofInvoice: 0, ofCustomer: 5 } }],
  ])('refuses with %s', (...[code, wrong, facts]) => {
    const refusal = refusePromise({ ...promise, ...wrong }, { ...invoice, ...facts }, context);
    expect(refusal?.code).toBe(code);
  });

  it.each([
    ['what is due by the promised day', '2026-03-20', 0n, 150_001n],
    ['a later instalment that is due by then as well', '2026-03-30', 0n, 250_000n],
    ['not what is disputed or held', '2026-03-20', 200_001n, 100_000n],
    ['nothing when nothing is demanded', '2026-03-20', 700_000n, 1n],
  ])('asks for the least share of %s', (...[, until, notDemanded, least]) => {
    const codeOf = (amount: bigint) =>
      refusePromise({ amount, until: day(until) }, { ...invoice, notDemanded }, context)?.code;
    expect(codeOf(least)).toBeUndefined();
    expect(codeOf(least - 1n)).toMatch(/^PROMISE_(BELOW_MINIMUM|AMOUNT_NOT_POSITIVE)$/);
  });
});
