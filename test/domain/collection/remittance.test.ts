import fc from 'fast-check';
import {
  checkRemittance,
  REMITTANCE_PAYMENTS_MAX,
  type Remittance,
  type ReportedPayment,
} from '../../../domain/collection/check-remittance.js';
import {
  bandFor,
  commissionOf,
  scheduleFaults,
  type CommissionSchedule,
} from '../../../domain/collection/commission.js';
import { rational } from '../../../domain/money/rational.js';

/** 15 % of young debts, 25 % of those above 90 days, 20 % of these when they are large. */
const schedule: CommissionSchedule = [
  { fromDaysPastDue: 0, fromAmount: 0n, basisPoints: 1_500n },
  { fromDaysPastDue: 90, fromAmount: 0n, basisPoints: 2_500n },
  { fromDaysPastDue: 90, fromAmount: 10_000_000n, basisPoints: 2_000n },
];
/** What was agreed for later cases. */
const later: CommissionSchedule = [{ fromDaysPastDue: 0, fromAmount: 0n, basisPoints: 900n }];
const terms = { taxRate: rational(11n, 100n) };

function reported(paymentId: string, parts: Partial<ReportedPayment> = {}): ReportedPayment {
  return {
    paymentId,
    currency: 'IDR',
    amount: 1_000_000n,
    daysPastDueAtPlacement: 60,
    placedAmount: 2_000_000n,
    schedule,
    remittedBy: undefined,
    ...parts,
  };
}

/** A million each, 15 % of it, 11 % of that. */
function remittance(ids: readonly string[], parts: Partial<Remittance> = {}): Remittance {
  const count = BigInt(ids.length);
  return {
    currency: 'IDR',
    gross: 1_000_000n * count,
    commission: 150_000n * count,
    taxOnCommission: 16_500n * count,
    net: 833_500n * count,
    payments: ids.map((paymentId) => ({ paymentId, amount: 1_000_000n })),
    ...parts,
  };
}

describe('commissionOf', () => {
  it.each([
    [89, 50_000_000n, 1_500n],
    [90, 9_999_999n, 2_500n],
    [90, 10_000_000n, 2_000n],
  ])(
    'goes by age and size when placed: %p days, %p',
    (daysPastDueAtPlacement, placedAmount, rate) => {
      const payment = { amount: 1n, daysPastDueAtPlacement, placedAmount, schedule };
      expect(bandFor(payment).basisPoints).toBe(rate);
    },
  );

  it('rounds once, and splits the total so that nothing is lost', () => {
    const payment = fc.record({
      amount: fc.bigInt(1n, 10n ** 9n),
      daysPastDueAtPlacement: fc.nat(200),
      placedAmount: fc.bigInt(1n, 10n ** 8n),
      schedule: fc.constantFrom(schedule, later),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 30 }), (payments) => {
        const { total, parts } = commissionOf(payments);
        const exact = payments.reduce(
          (sum, one) => sum + one.amount * bandFor(one).basisPoints,
          0n,
        );
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        expect(2n * (total * 10_000n - exact)).toBeLessThanOrEqual(10_000n);
        expect(2n * (total * 10_000n - exact)).toBeGreaterThan(-10_000n);
      }),
    );
  });
});

describe('a schedule that somebody wants to agree on', () => {
  it('covers every debt, and no two bands begin at the same age and size', () => {
    expect(scheduleFaults(schedule)).toEqual([]);
    expect(scheduleFaults(schedule.slice(1))).toMatchObject([
      { code: 'COMMISSION_SCHEDULE_INCOMPLETE', param: 'commission' },
    ]);
    expect(scheduleFaults([...schedule, ...later])).toMatchObject([
      { code: 'COMMISSION_BAND_REPEATED', param: 'commission[3]' },
    ]);
  });
});

describe('checkRemittance', () => {
  it('takes for each payment what was agreed when its debt was placed', () => {
    const payments = [reported('a'), reported('b', { schedule: later })];
    const sums = { commission: 240_000n, taxOnCommission: 26_400n, net: 1_733_600n };
    const decision = checkRemittance(remittance(['a', 'b'], sums), payments, terms);
    expect(decision).toMatchObject({
      parts: [{ commission: 150_000n }, { commission: 90_000n }],
    });
  });

  it('accepts what was reported and agreed, with the commission of each payment', () => {
    const decision = checkRemittance(remittance(['a', 'b']), [reported('a'), reported('b')], terms);
    expect(decision).toEqual({
      kind: 'accepted',
      parts: [
        { paymentId: 'a', amount: 1_000_000n, commission: 150_000n },
        { paymentId: 'b', amount: 1_000_000n, commission: 150_000n },
      ],
    });
  });

  it.each<readonly [string, Partial<Remittance>, string]>([
    ['REMITTANCE_EMPTY', { payments: [] }, 'payments'],
    ['REMITTANCE_DOES_NOT_FOOT', { gross: 999_999n, net: 833_499n }, 'gross'],
    ['REMITTANCE_DOES_NOT_FOOT', { net: 833_501n }, 'net'],
    ['COMMISSION_MISMATCH', { commission: 150_001n, net: 833_499n }, 'commission'],
    ['COMMISSION_TAX_MISMATCH', { taxOnCommission: 16_501n, net: 833_499n }, 'taxOnCommission'],
  ])('refuses with %s (%o)', (code, wrong, param) => {
    const decision = checkRemittance(remittance(['a'], wrong), [reported('a')], terms);
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code, param } });
  });

  it.each<readonly [string, Partial<ReportedPayment>]>([
    ['PAYMENT_UNKNOWN', { paymentId: 'of another agency' }],
    ['PAYMENT_ALREADY_REMITTED', { remittedBy: 'r0' }],
    ['PAYMENT_AMOUNT_DIFFERS', { amount: 999_999n }],
    ['PAYMENT_CURRENCY_DIFFERS', { currency: 'SGD' }],
  ])('refuses with %s', (code, parts) => {
    const decision = checkRemittance(remittance(['a']), [reported('a', parts)], terms);
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('names every fault at once', () => {
    const listed = remittance(['a', 'a', 'x'], { net: 0n });
    const decision = checkRemittance(listed, [reported('a')], terms);
    const faults = decision.kind === 'refused' ? decision.refusal.errors : [];
    expect(faults.map(({ code, param }) => `${code} ${param}`)).toEqual([
      'PAYMENT_LISTED_TWICE payments[1]',
      'PAYMENT_UNKNOWN payments[2].sequence',
      'REMITTANCE_DOES_NOT_FOOT net',
    ]);
  });

  it('has a limit', () => {
    const ids = Array.from({ length: REMITTANCE_PAYMENTS_MAX + 1 }, (_, index) => `p${index}`);
    expect(checkRemittance(remittance(ids), [], terms)).toMatchObject({
      refusal: { code: 'REMITTANCE_TOO_LARGE' },
    });
  });
});
