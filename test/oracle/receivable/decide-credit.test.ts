import { Temporal } from 'temporal-polyfill';
import { money } from '../../../domain/money/money.js';
import { decideCredit, type CreditFacts, type CreditReason } from './decide-credit.js';

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
