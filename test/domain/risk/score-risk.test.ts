import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  scoreRisk,
  type PaymentHistory,
  type SettledItem,
} from '../../../domain/risk/score-risk.js';

const today = day('2026-07-03');

describe('scoreRisk', () => {
  it('gives nothing to a customer of years who pays on time', () => {
    const history = aHistory({ settled: [paidLate(0), paidLate(-3)] });
    expect(scoreRisk(history, today)).toEqual({ score: 0, band: 'low', reasons: [] });
  });

  it('says how late a customer pays on average', () => {
    const history = aHistory({ settled: [paidLate(20), paidLate(40)] });
    expect(scoreRisk(history, today)).toEqual({
      score: 23,
      band: 'low',
      reasons: [{ kind: 'pays-late', points: 23, averageDaysLate: 30 }],
    });
  });

  it('weighs large and recent payments more', () => {
    const large = aHistory({ settled: [paidLate(60, { amount: 9_000_000n }), paidLate(0)] });
    const small = aHistory({ settled: [paidLate(60), paidLate(0, { amount: 9_000_000n })] });
    expect(scoreRisk(large, today).score).toBeGreaterThan(scoreRisk(small, today).score);
    const recent = aHistory({
      settled: [paidLate(60), paidLate(0, { settledOn: day('2024-08-01') })],
    });
    const longAgo = aHistory({
      settled: [paidLate(60, { settledOn: day('2024-08-01') }), paidLate(0)],
    });
    expect(scoreRisk(recent, today).score).toBeGreaterThan(scoreRisk(longAgo, today).score);
  });

  it('counts what is overdue now, and not what is due today', () => {
    const open = [
      { amount: 3_000_000n, dueOn: day('2026-07-02') },
      { amount: 1_000_000n, dueOn: today },
    ];
    expect(scoreRisk(aHistory({ open }), today).reasons).toEqual([
      { kind: 'overdue-now', points: 23, overdueAmount: 3_000_000n, sharePercent: 75 },
    ]);
  });

  it('does not judge by a single broken promise as by five', () => {
    const broken = (count: number) =>
      scoreRisk(aHistory({ promises: { kept: 0, broken: count } }), today);
    expect(broken(1).reasons).toEqual([
      { kind: 'breaks-promises', points: 8, broken: 1, promised: 1 },
    ]);
    expect(broken(5).score).toBe(13);
  });
});

describe('scoreRisk at its ends', () => {
  it('neither trusts nor suspects a customer it knows nothing of', () => {
    expect(scoreRisk(aHistory({ customerSince: today, settled: [] }), today)).toEqual({
      score: 25,
      band: 'medium',
      reasons: [
        { kind: 'no-history', points: 15 },
        { kind: 'new-customer', points: 10, days: 0 },
      ],
    });
  });

  it('reaches the top, heaviest reason first, when everything is bad', () => {
    const worst = aHistory({
      customerSince: day('2026-06-03'),
      settled: [paidLate(200, { settledOn: today })],
      open: [{ amount: 1n, dueOn: day('2026-01-01') }],
      promises: { kept: 0, broken: 40 },
    });
    const { score, band, reasons } = scoreRisk(worst, today);
    expect({ score, band }).toEqual({ score: 100, band: 'high' });
    expect(reasons.map(({ kind }) => kind)).toEqual([
      'pays-late',
      'overdue-now',
      'breaks-promises',
      'new-customer',
    ]);
  });
});

describe('scoreRisk for any history', () => {
  it('is a number from 0 to 100 that its reasons add up to', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const { score, reasons } = scoreRisk(history, today);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      }),
      { numRuns: 1000 },
    );
  });

  it('never improves when an item was due earlier or a promise was broken', () => {
    fc.assert(
      fc.property(histories(), fc.nat(90), (history, days) => {
        const settled = history.settled.map((item) => ({
          ...item,
          dueOn: item.dueOn.subtract({ days }),
        }));
        const promises = { ...history.promises, broken: history.promises.broken + 1 };
        const before = scoreRisk(history, today).score;
        expect(scoreRisk({ ...history, settled }, today).score).toBeGreaterThanOrEqual(before);
        expect(scoreRisk({ ...history, promises }, today).score).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 1000 },
    );
  });
});

function aHistory(changes: Partial<PaymentHistory> = {}): PaymentHistory {
  return {
    customerSince: day('2020-01-01'),
    settled: [paidLate(0)],
    open: [],
    promises: { kept: 0, broken: 0 },
    ...changes,
  };
}

function paidLate(days: number, changes: Partial<SettledItem> = {}): SettledItem {
  const settledOn = changes.settledOn ?? day('2026-06-01');
  return { amount: 1_000_000n, settledOn, dueOn: settledOn.subtract({ days }), ...changes };
}

function histories(): fc.Arbitrary<PaymentHistory> {
  const dates = fc.integer({ min: -900, max: 0 }).map((days) => today.add({ days }));
  const amount = fc.bigInt({ min: 1n, max: 10n ** 10n });
  return fc.record({
    customerSince: dates,
    settled: fc.array(fc.record({ amount, dueOn: dates, settledOn: dates }), { maxLength: 12 }),
    open: fc.array(fc.record({ amount, dueOn: dates }), { maxLength: 12 }),
    promises: fc.record({ kept: fc.nat(20), broken: fc.nat(20) }),
  });
}

function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}
