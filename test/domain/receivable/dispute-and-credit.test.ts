import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { money } from '../../../domain/money/money.js';
import {
  decideCredit,
  type CreditFacts,
  type CreditReason,
} from '../../../domain/receivable/decide-credit.js';
import {
  disputedAmount,
  refuseDispute,
  resolveDispute,
} from '../../../domain/receivable/dispute.js';

const dispute = { disputeId: 'd1', amount: 300n, standing: 'open' as const };

describe('disputes', () => {
  it('are about an amount above zero, and together about no more than is open', () => {
    const invoice = {
      openAmount: 1_000n,
      disputes: [dispute, { ...dispute, standing: 'resolved' as const }],
    };
    expect(refuseDispute(700n, invoice)).toBeUndefined();
    expect(refuseDispute(701n, invoice)?.code).toBe('DISPUTE_EXCEEDS_OPEN');
    expect(refuseDispute(0n, invoice)?.code).toBe('DISPUTE_AMOUNT_NOT_POSITIVE');
    expect(disputedAmount(invoice.disputes)).toBe(300n);
  });

  it('resolved for the seller leave the debt as it was', () => {
    expect(resolveDispute(dispute, { kind: 'for-seller' })).toEqual({
      kind: 'owed-again',
      amount: 300n,
    });
  });

  it('resolved for the customer split into what is credited and what is owed again', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 300n), (creditAmount) => {
        const outcome = resolveDispute(dispute, { kind: 'for-customer', creditAmount });
        expect(outcome).toEqual({
          kind: 'credit',
          amount: creditAmount,
          owedAgain: 300n - creditAmount,
        });
      }),
    );
  });

  it.each([
    ['DISPUTE_RESOLVED', { ...dispute, standing: 'resolved' as const }, 1n],
    ['CREDIT_NOT_POSITIVE', dispute, 0n],
    ['CREDIT_EXCEEDS_DISPUTE', dispute, 301n],
  ])('are not resolved: %s', (code, of, creditAmount) => {
    const outcome = resolveDispute(of, { kind: 'for-customer', creditAmount });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

describe('decideCredit', () => {
  const exposure = {
    openItems: 600n,
    notInvoiced: 100n,
    reserved: 100n,
    onAccount: 50n,
    currency: 'IDR' as const,
  };
  const limit = { amount: money(1_000n, 'IDR'), validUntil: undefined };
  const facts: CreditFacts = {
    today: Temporal.PlainDate.from('2026-03-10'),
    isBlocked: false,
    oldestOverdueDays: 0,
    overdueDaysMax: 30,
    isPlaced: false,
    releasedUntil: undefined,
  };
  const books = { exposure, limit };
  const yesterday = Temporal.PlainDate.from('2026-03-09');

  it('grants up to the limit less all that is owed or reserved, and not one rupiah more', () => {
    expect(decideCredit(books, money(250n, 'IDR'), facts)).toEqual({
      kind: 'granted',
      available: 250n,
      released: [],
    });
    expect(decideCredit(books, money(251n, 'IDR'), facts)).toEqual({
      kind: 'refused',
      available: 250n,
      reasons: ['CREDIT_LIMIT_EXCEEDED'],
    });
  });

  it.each<readonly [CreditReason, Partial<CreditFacts>, object]>([
    ['CREDIT_BLOCKED', { isBlocked: true }, {}],
    ['CREDIT_LIMIT_MISSING', {}, { limit: undefined }],
    ['CREDIT_LIMIT_EXPIRED', {}, { limit: { ...limit, validUntil: yesterday } }],
    ['CREDIT_CURRENCY_DIFFERS', {}, { limit: { ...limit, amount: money(1_000n, 'SGD') } }],
    ['CREDIT_OVERDUE', { oldestOverdueDays: 31 }, {}],
    ['CREDIT_PLACED', { isPlaced: true }, {}],
  ])('names every reason against it, such as %s', (reason, change, other) => {
    const decision = decideCredit({ ...books, ...other }, money(1n, 'IDR'), {
      ...facts,
      ...change,
    });
    expect(decision).toMatchObject({ kind: 'refused', reasons: [reason] });
  });

  it('lets a release lift everything but a block, for as long as it lasts', () => {
    const bad = { ...facts, oldestOverdueDays: 99, isPlaced: true, releasedUntil: facts.today };
    expect(decideCredit(books, money(900n, 'IDR'), bad)).toMatchObject({
      kind: 'granted',
      released: ['CREDIT_LIMIT_EXCEEDED', 'CREDIT_OVERDUE', 'CREDIT_PLACED'],
    });
    const decide = (change: Partial<CreditFacts>): string =>
      decideCredit(books, money(900n, 'IDR'), { ...bad, ...change }).kind;
    expect(decide({ isBlocked: true })).toBe('refused');
    expect(decide({ releasedUntil: yesterday })).toBe('refused');
  });

  it('has nothing against a sale that needs no credit', () => {
    const blocked = { ...facts, isBlocked: true };
    expect(decideCredit(books, money(0n, 'IDR'), blocked).kind).toBe('granted');
  });
});
