import { matchPayment } from '../../../domain/matching/match-payment.js';
import { matchPayments } from '../../../domain/matching/match-run.js';
import type { OpenItem } from '../../../domain/matching/matching.js';
import { money } from '../../../domain/money/money.js';
import { aPayment, aSettled, anItem, day, policy, referenceOf, someBooks } from './some-books.js';

const aliases = [{ account: '111-222-333', customerId: 'c1', confirmations: 4 }];
const fromKnown = { payerAccount: '111222333' };

const odd = { open: money(223_456n, 'IDR') };
const withName = someBooks({
  openItems: [anItem(2, odd)],
  customers: [{ customerId: 'c1', name: 'Kedai' }],
});
const paidBefore = someBooks({
  openItems: [anItem(2, odd)],
  aliases,
  settled: [aSettled(223_456n)],
});
const shared = someBooks({
  openItems: [anItem(2, odd), anItem(3, { ...odd, customerId: 'c2' })],
  aliases: [...aliases, { account: '111222333', customerId: 'c2', confirmations: 4 }],
});

describe('a payment without a reference', () => {
  const known = someBooks({ openItems: [anItem(1), anItem(2, odd), anItem(4)], aliases });

  it('is booked when its account is known and only one set of items comes to it', () => {
    expect(matchPayment(aPayment(223_456n, fromKnown), known, policy)).toMatchObject({
      kind: 'book',
      customerId: 'c1',
      allocations: [{ openItemId: 'item-2', amount: 223_456n }],
      evidence: [
        { kind: 'account-alias', confirmations: 4 },
        { kind: 'amount-equals', scope: 'one-item' },
        { kind: 'only-combination', itemsConsidered: 3 },
      ],
    });
  });

  it.each([
    { name: 'a round amount', amount: 400_000n, parts: fromKnown, context: known },
    { name: 'nine hundredths less', amount: 223_447n, parts: fromKnown, context: known },
    { name: 'a bank fee less', amount: 220_956n, parts: fromKnown, context: known },
    { name: 'a name', amount: 223_456n, parts: { payerName: 'Kedai' }, context: withName },
    { name: 'paid shortly before', amount: 223_456n, parts: fromKnown, context: paidBefore },
    { name: 'two of one account', amount: 223_456n, parts: fromKnown, context: shared },
  ])('is offered and not booked: $name', ({ amount, parts, context }) => {
    expect(matchPayment(aPayment(amount, parts), context, policy)).toMatchObject({
      kind: 'suggest',
    });
  });

  it('is never booked where the policy demands a number of ours', () => {
    const demanding = { ...policy, signsThatBook: [] };
    expect(matchPayment(aPayment(223_456n, fromKnown), known, demanding)).toMatchObject({
      kind: 'suggest',
      suggestions: [{ doubts: ['no-reference'] }],
    });
  });

  it('is offered every item of the same amount, and the doubt between them', () => {
    const openItems = [1, 2].map((n) => anItem(n, { open: money(5_000n, 'IDR') }));
    const decision = matchPayment(
      aPayment(5_000n, fromKnown),
      someBooks({ openItems, aliases }),
      policy,
    );
    expect(decision).toMatchObject({
      suggestions: [
        {
          allocations: [{ openItemId: 'item-1' }],
          doubts: ['no-reference', 'several-combinations'],
        },
        {
          allocations: [{ openItemId: 'item-2' }],
          doubts: ['no-reference', 'several-combinations'],
        },
      ],
    });
  });

  it('is offered the only combination that fits, proved by counting', () => {
    const openItems = [1, 2, 4, 8].map((n) => anItem(n));
    const decision = matchPayment(
      aPayment(1_100_000n, fromKnown),
      someBooks({ openItems, aliases }),
      policy,
    );
    expect(decision).toMatchObject({
      suggestions: [
        {
          allocations: [
            { openItemId: 'item-1' },
            { openItemId: 'item-2' },
            { openItemId: 'item-8' },
          ],
          evidence: expect.arrayContaining([{ kind: 'only-combination', itemsConsidered: 4 }]),
        },
        { doubts: ['no-reference', 'amount-short'] },
      ],
    });
  });
});

describe('a payment without a reference that fits no single item', () => {
  it('is offered all that is due, an item less a bank fee, and at last the order of the law', () => {
    const openItems = [anItem(1), anItem(2), anItem(3, { dueOn: day('2026-04-01') })];
    const context = someBooks({ openItems, aliases });
    const suggestionsFor = (amount: bigint): unknown =>
      matchPayment(aPayment(amount, fromKnown), context, policy);
    expect(suggestionsFor(97_100n)).toMatchObject({
      suggestions: [{ evidence: [{}, { kind: 'known-fee', amount: 2_900n }] }],
    });
    expect(suggestionsFor(150_000n)).toMatchObject({
      suggestions: [
        {
          allocations: [
            { openItemId: 'item-1', amount: 100_000n },
            { openItemId: 'item-2', amount: 50_000n },
          ],
        },
      ],
    });
    expect(suggestionsFor(700_000n)).toMatchObject({
      suggestions: [{ doubts: ['no-reference', 'amount-over'], equation: { rest: 100_000n } }],
    });
  });

  it('leaves out what is disputed or in another currency', () => {
    const openItems = [
      anItem(1, { isDisputed: true }),
      anItem(2, { open: money(100_000n, 'SGD') }),
    ];
    expect(
      matchPayment(aPayment(100_000n, fromKnown), someBooks({ openItems, aliases }), policy),
    ).toEqual({ kind: 'none', reasons: ['no-reference', 'payer-owes-nothing'] });
  });

  it('is a possible duplicate when the same payer paid the same and nothing open explains it', () => {
    const context = someBooks({ settled: [aSettled(5_000n)], openItems: [anItem(1)], aliases });
    expect(matchPayment(aPayment(5_000n, fromKnown), context, policy)).toMatchObject({
      kind: 'hold',
      rivalPaymentId: 'earlier',
    });
    expect(
      matchPayment(
        aPayment(100_000n, fromKnown),
        someBooks({ settled: [aSettled(100_000n)], openItems: [anItem(1)], aliases }),
        policy,
      ).kind,
    ).toBe('suggest');
  });
});

describe('who may have paid', () => {
  const openItems = [anItem(1)];
  const customers = [
    { customerId: 'c1', name: 'PT. Kedai Contoh Sejahtera, Tbk' },
    { customerId: 'c9', name: 'CV Warung Lain' },
  ];

  it.each([
    ['the virtual account of the customer', { virtualAccount: '8808-1' }, 'virtual-account'],
    ['the account that paid before', fromKnown, 'account-alias'],
    ['the name without its legal form', { payerName: 'KEDAI CONTOH SEJAHTERA' }, 'payer-name'],
    ['a name the bank has cut', { payerName: 'PT KEDAI CONTOH SEJ' }, 'payer-name'],
  ])('is known by %s', (_, parts, kind) => {
    const virtualAccounts = [{ virtualAccount: '88081', customerId: 'c1' }];
    const context = someBooks({ openItems, aliases, virtualAccounts, customers });
    const demanding = { ...policy, signsThatBook: [] };
    expect(matchPayment(aPayment(100_000n, parts), context, demanding)).toMatchObject({
      suggestions: [{ customerId: 'c1', evidence: [{ kind }, {}, { kind: 'only-combination' }] }],
    });
  });

  it('is unknown by a beginning that is too short, and by somebody else’s name', () => {
    const context = someBooks({ openItems, customers });
    for (const payerName of ['KEDAI', 'KEDAI CONTOH LAIN', '']) {
      expect(matchPayment(aPayment(100_000n, { payerName }), context, policy)).toEqual({
        kind: 'none',
        reasons: ['no-reference', 'payer-unknown'],
      });
    }
  });

  it('does not matter to a reference that is well-formed and unknown', () => {
    const payment = aPayment(100_000n, { text: referenceOf(77) });
    expect(matchPayment(payment, someBooks(), policy)).toEqual({
      kind: 'none',
      reasons: ['reference-unknown', 'payer-unknown'],
    });
  });

  it('is never asked for money that went out', () => {
    expect(matchPayment(aPayment(-5n), someBooks(), policy)).toEqual({
      kind: 'none',
      reasons: ['not-money-in'],
    });
  });
});

describe('a payment of an unknown payer', () => {
  const only = anItem(7, { open: money(123_456n, 'IDR'), customerId: 'c7' });
  const other = anItem(8, { open: money(123_456n, 'IDR'), customerId: 'c8' });
  const decide = (sameAmounts: readonly OpenItem[], parts = {}, amount = 123_456n) =>
    matchPayment(aPayment(amount, parts), someBooks({ sameAmounts }), policy);

  it('is suggested for the only open item of its amount, and never booked', () => {
    expect(decide([only])).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          customerId: 'c7',
          allocations: [{ openItemId: 'item-7', amount: 123_456n }],
          evidence: [{ kind: 'amount-equals', scope: 'only-item' }],
          doubts: ['no-reference', 'payer-unknown'],
        },
      ],
    });
  });

  it('is not suggested for one of two items of its amount, another amount, another currency, or a disputed item', () => {
    const none = { kind: 'none', reasons: ['no-reference', 'payer-unknown'] };
    expect(decide([only, other])).toEqual(none);
    expect(decide([only], {}, 123_455n)).toEqual(none);
    expect(decide([{ ...only, open: money(123_456n, 'USD') }])).toEqual(none);
    expect(decide([{ ...only, isDisputed: true }])).toEqual(none);
  });

  it('is not suggested by its amount when it names an invoice that is paid', () => {
    const settled = [aSettled(5n, { references: [referenceOf(1)], receivedOn: day('2020-01-01') })];
    const context = someBooks({ sameAmounts: [only], settled });
    const payment = aPayment(123_456n, { text: referenceOf(1) });
    expect(matchPayment(payment, context, policy)).toEqual({
      kind: 'none',
      reasons: ['reference-already-paid', 'payer-unknown'],
    });
  });

  it('is not suggested for an item that a payment before it in the same file has paid', () => {
    const named = anItem(1, { open: money(123_456n, 'IDR') });
    const context = someBooks({ openItems: [named], sameAmounts: [named] });
    const decisions = matchPayments(
      [
        aPayment(123_456n, { id: 'a', text: referenceOf(1) }),
        aPayment(123_456n, { id: 'b', text: 'transfer' }),
      ],
      context,
      policy,
    );
    expect(decisions.get('a')).toMatchObject({ kind: 'book' });
    expect(decisions.get('b')).toMatchObject({ kind: 'none' });
  });
});
