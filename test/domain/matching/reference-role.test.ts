import fc from 'fast-check';
import { instalmentsNamed } from '../../../domain/matching/instalments-named.js';
import { matchPayment } from '../../../domain/matching/match-payment.js';
import type { OpenItem } from '../../../domain/matching/matching.js';
import { byDueDate } from '../../../domain/matching/oldest-first.js';
import { readRoles } from '../../../domain/matching/reference-role.js';
import { money } from '../../../domain/money/money.js';
import {
  aPayment,
  anItem,
  day,
  invoiceNumber,
  policy,
  referenceOf,
  someBooks,
} from './some-books.js';

/** Instalment `k` of invoice `n`, due in month `k`. */
function instalment(n: number, k: number, amount: bigint): OpenItem {
  return anItem(n, {
    id: `i${n}-${k}`,
    instalment: k,
    dueOn: day(`2026-0${k}-01`),
    open: money(amount, 'IDR'),
  });
}

const plan = [instalment(1, 1, 100n), instalment(1, 2, 200n), instalment(1, 3, 300n)];
const scopes = (paid: bigint, named: readonly number[] = []): unknown =>
  readRoles(plan, paid, named).readings.map(({ items, scope }) => [
    scope,
    items.map(({ id }) => id),
  ]);

describe('what a reference of one invoice stands for', () => {
  it('is the invoice, its oldest instalments, or one of them, by the amount', () => {
    expect(scopes(600n)).toEqual([['invoice', ['i1-1', 'i1-2', 'i1-3']]]);
    expect(scopes(100n)).toEqual([['earliest-instalments', ['i1-1']]]);
    expect(scopes(200n)).toEqual([['one-instalment', ['i1-2']]]);
    expect(scopes(150n)).toEqual([]);
  });

  it('is the oldest before a later one of the same amount, and what the payer names before both', () => {
    expect(scopes(300n)).toEqual([
      ['earliest-instalments', ['i1-1', 'i1-2']],
      ['one-instalment', ['i1-3']],
    ]);
    expect(scopes(300n, [3])).toEqual([
      ['named-instalment', ['i1-3']],
      ['earliest-instalments', ['i1-1', 'i1-2']],
    ]);
  });
});

describe('what references of several invoices stand for', () => {
  it('is booked over several invoices when only one number of instalments of each comes to the payment', () => {
    const openItems = [
      ...[1, 2].map((k) => instalment(1, k, 300_000n)),
      ...[1, 2].map((k) => instalment(2, k, 500_000n)),
    ];
    const text = `${referenceOf(1)} ${referenceOf(2)}`;
    const decide = (paid: bigint): unknown =>
      matchPayment(aPayment(paid, { text }), someBooks({ openItems }), policy);
    expect(decide(1_100_000n)).toMatchObject({
      kind: 'book',
      allocations: [{ amount: 300_000n }, { amount: 300_000n }, { amount: 500_000n }],
    });
    expect(decide(1_000_000n)).toMatchObject({ kind: 'suggest' });
  });

  it('is counted over the oldest instalments of each', () => {
    const other = [instalment(2, 1, 50n), instalment(2, 2, 250n)];
    const all = [...plan, ...other].toSorted(byDueDate);
    expect(readRoles(all, 150n, []).readings).toMatchObject([{ scope: 'instalments-of-each' }]);
    expect(readRoles(all, 900n, []).readings).toMatchObject([{ scope: 'all-referenced' }]);
    expect(readRoles(all, 300n, []).readings).toEqual([]);
    const equal = [
      instalment(1, 1, 10n),
      instalment(1, 2, 10n),
      instalment(2, 1, 10n),
      instalment(2, 2, 10n),
    ];
    expect(readRoles(equal.toSorted(byDueDate), 30n, []).readings).toHaveLength(2);
  });

  it('pays each invoice something, in order, and comes to the payment', () => {
    const plans = fc.array(fc.array(fc.bigInt(1n, 6n), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(plans, fc.bigInt(1n, 40n), (amounts, paid) => {
        const items = amounts
          .flatMap((some, n) => some.map((amount, k) => instalment(n + 1, k + 1, amount)))
          .toSorted(byDueDate);
        for (const { items: read } of readRoles(items, paid, []).readings) {
          expect(read.reduce((total, { open }) => total + open.amount, 0n)).toBe(paid);
          for (const n of amounts.keys()) {
            const of = read.filter(({ invoiceId }) => invoiceId === `invoice-${n + 1}`);
            expect(of.map((item) => item.instalment)).toEqual([...of.keys()].map((k) => k + 1));
            expect(of.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('proves nothing when there are too many ways', () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      [1, 2, 3].map((k) => instalment(n + 1, k, 2n)),
    );
    expect(readRoles(many.flat(), 55n, []).isProved).toBe(false);
  });
});

describe('the instalment that a payer names', () => {
  it.each([
    ['cicilan ke-2', [2]],
    ['CICILAN 3', [3]],
    ['angsuran 2 dan 3', [2, 3]],
    ['termin II', []],
    ['termin 30 hari', []],
    ['cicilan 12x', []],
    ['installment no. 4', [4]],
    ['instalment 4', [4]],
    ['INV 2', []],
  ])('in %j is %j', (text, expected) => {
    expect(instalmentsNamed([text])).toEqual(expected);
  });

  it('keeps a payment of the oldest from being booked when it is another one', () => {
    const openItems = [1, 2, 3].map((k) => instalment(1, k, 100_000n));
    const decide = (text: string): unknown =>
      matchPayment(aPayment(100_000n, { text }), someBooks({ openItems }), policy);
    expect(decide(referenceOf(1))).toMatchObject({ kind: 'book' });
    expect(decide(`${referenceOf(1)} cicilan 1`)).toMatchObject({ kind: 'book' });
    expect(decide(`${referenceOf(1)} cicilan ke-2`)).toMatchObject({
      kind: 'suggest',
      suggestions: [
        { allocations: [{ openItemId: 'i1-2' }] },
        { allocations: [{ openItemId: 'i1-1' }] },
        { allocations: [{ openItemId: 'i1-3' }] },
      ],
    });
  });
});

describe('an instalment that is paid already', () => {
  it('is not taken for the next one when the payer names it', () => {
    const openItems = [2, 3].map((k) => instalment(1, k, 100_000n));
    const decide = (text: string): unknown =>
      matchPayment(aPayment(100_000n, { text }), someBooks({ openItems }), policy);
    expect(decide(`${referenceOf(1)} cicilan 2`)).toMatchObject({ kind: 'book' });
    expect(decide(`${referenceOf(1)} cicilan 1`)).toMatchObject({
      kind: 'suggest',
      suggestions: [
        { doubts: ['instalment-differs', 'several-combinations'] },
        { doubts: ['instalment-differs', 'several-combinations'] },
      ],
    });
  });
});

describe('invoices that a payment names in short', () => {
  const openItems = [123, 124, 125, 126].map((n) => anItem(n));
  const books = someBooks({ openItems });
  const tail = (n: number): string => invoiceNumber(n).slice('INV/JKT/2026/'.length);
  const decide = (amount: bigint, text: string, parts = {}): unknown =>
    matchPayment(aPayment(amount, { text, ...parts }), books, policy);

  it('are booked when all their digits are written', () => {
    expect(decide(24_700_000n, `${invoiceNumber(123)}, ${tail(124)}`)).toMatchObject({
      kind: 'book',
      allocations: [{ openItemId: 'item-123' }, { openItemId: 'item-124' }],
      evidence: [{ how: 'as-printed' }, { how: 'listed' }, { scope: 'all-referenced' }],
    });
  });

  it.each([
    { name: 'short', list: '/24/25', items: [123, 124, 125], how: 'completed' },
    { name: 'a range', list: ` s/d ${tail(125)}`, items: [123, 124, 125], how: 'completed' },
    { name: 'without its check digit', list: ', 000124', items: [123, 124], how: 'completed' },
    { name: 'cut off', list: ', INV/JKT/2026/00012', items: [123, 126], how: 'cut' },
  ])('are offered and never booked: $name', ({ list, items, how }) => {
    const amount = items.reduce((total, n) => total + 100_000n * BigInt(n), 0n);
    const decision = matchPayment(
      aPayment(amount, { text: invoiceNumber(123) + list }),
      books,
      policy,
    );
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          evidence: expect.arrayContaining([expect.objectContaining({ how })]),
          doubts: ['reference-completed'],
        },
      ],
    });
    const [first] = decision.kind === 'suggest' ? decision.suggestions : [];
    expect(first?.allocations.map(({ openItemId }) => openItemId).toSorted()).toEqual(
      items.map((n) => `item-${n}`),
    );
  });

  it('are continued where the bank cut the list, when the rest of the items comes to it in one way only', () => {
    const text = `${invoiceNumber(123)}, I`;
    const allocations = [{ openItemId: 'item-123' }, { openItemId: 'item-125' }];
    expect(decide(24_800_000n, text)).toMatchObject({
      kind: 'suggest',
      suggestions: [{ allocations, doubts: ['reference-completed'] }, { doubts: ['amount-over'] }],
    });
    const aliases = [{ account: '111', customerId: 'c1', confirmations: 1 }];
    const payment = aPayment(24_800_000n, { text, payerAccount: '111' });
    expect(matchPayment(payment, someBooks({ openItems, aliases }), policy)).toMatchObject({
      kind: 'book',
      allocations,
    });
  });

  it('are no continuation when the rest comes to it in two ways', () => {
    const equal = [1, 2, 3].map((n) => anItem(120 + n, { open: money(5_000n, 'IDR') }));
    const payment = aPayment(10_000n, { text: invoiceNumber(121) });
    expect(matchPayment(payment, someBooks({ openItems: equal }), policy)).toMatchObject({
      suggestions: [{ doubts: ['amount-over'] }],
    });
  });

  it('are not offered when it does not come to the payment', () => {
    expect(decide(24_700_001n, `${invoiceNumber(123)}/24`)).toMatchObject({
      suggestions: [{ allocations: [{ openItemId: 'item-123' }], doubts: ['amount-over'] }],
    });
  });

  it('are not looked for among the items of other customers', () => {
    const others = someBooks({ openItems: [anItem(123), anItem(124, { customerId: 'c2' })] });
    const payment = aPayment(24_700_000n, { text: `${invoiceNumber(123)}/24` });
    expect(matchPayment(payment, others, policy)).toMatchObject({
      suggestions: [{ allocations: [{ openItemId: 'item-123' }] }],
    });
  });

  it('are all offered when several come to the payment', () => {
    const equal = [1, 2, 3].map((n) => anItem(120 + n, { open: money(5_000n, 'IDR') }));
    const payment = aPayment(10_000n, { text: `${invoiceNumber(121)}, INV/JKT/2026/0001` });
    expect(matchPayment(payment, someBooks({ openItems: equal }), policy)).toMatchObject({
      suggestions: [
        { doubts: ['reference-completed', 'several-combinations'] },
        { doubts: ['reference-completed', 'several-combinations'] },
      ],
    });
  });
});
