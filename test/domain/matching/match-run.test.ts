import fc from 'fast-check';
import { matchPayments } from '../../../domain/matching/match-run.js';
import type { MatchDecision, OpenItem, Payment } from '../../../domain/matching/matching.js';
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

describe('matchPayments', () => {
  it('books the first of two equal payments for one invoice and holds the second', () => {
    const text = referenceOf(1);
    const first = aPayment(100_000n, { id: 'a', text });
    const second = aPayment(100_000n, { id: 'b', text });
    const decisions = matchPayments([second, first], someBooks({ openItems: [anItem(1)] }), policy);
    expect(decisions.get('a')?.kind).toBe('book');
    expect(decisions.get('b')).toMatchObject({ kind: 'hold', rivalPaymentId: 'a' });
  });

  it('pays two instalments by two payments in one file', () => {
    const openItems = [1, 2].map((n) =>
      anItem(1, { id: `i${n}`, instalment: n, dueOn: day(`2026-0${n}-01`) }),
    );
    const payments = ['a', 'b'].map((id) => aPayment(100_000n, { id, text: referenceOf(1) }));
    const decisions = matchPayments(payments, someBooks({ openItems }), policy);
    expect([...decisions.values()]).toMatchObject([
      { kind: 'book', allocations: [{ openItemId: 'i1' }] },
      { kind: 'book', allocations: [{ openItemId: 'i2' }] },
    ]);
  });
});

describe('payments that ask for the same items', () => {
  const open = money(223_456n, 'IDR');
  const aliases = [{ account: '111', customerId: 'c1', confirmations: 4 }];
  const paying = (id: string, parts: Partial<Payment> = {}): Payment =>
    aPayment(223_456n, { id, payerAccount: '111', ...parts });
  const decide = (payments: readonly Payment[], openItems: readonly OpenItem[]) =>
    matchPayments(payments, someBooks({ openItems, aliases }), policy);

  it('get them by their numbers first, whatever comes earlier', () => {
    const named = paying('b', { text: referenceOf(1) });
    const decisions = decide([paying('a'), named], [anItem(1, { open }), anItem(2)]);
    expect(decisions.get('b')).toMatchObject({ kind: 'book' });
    expect(decisions.get('a')).toMatchObject({ kind: 'hold', rivalPaymentId: 'b' });
  });

  it('are not booked when two of them fit one item equally well', () => {
    const decisions = decide([paying('a'), paying('b')], [anItem(1, { open })]);
    const contested = { kind: 'suggest', suggestions: [{ doubts: ['payments-compete'] }] };
    expect([...decisions.values()]).toMatchObject([contested, contested]);
    expect(decide([paying('a')], [anItem(1, { open })]).get('a')).toMatchObject({ kind: 'book' });
  });

  it('do not disturb those that ask for others', () => {
    const other = aPayment(98_765n, { id: 'c', payerAccount: '222' });
    const openItems = [
      anItem(1, { open }),
      anItem(2, { open: money(98_765n, 'IDR'), customerId: 'c2' }),
    ];
    const context = someBooks({
      openItems,
      aliases: [...aliases, { account: '222', customerId: 'c2', confirmations: 4 }],
    });
    const decisions = matchPayments([paying('a'), paying('b'), other], context, policy);
    expect(decisions.get('c')).toMatchObject({ kind: 'book' });
  });
});

describe('whatever the books and whatever the payments', () => {
  const items = fc
    .array(fc.record({ open: fc.bigInt(1n, 5n), customer: fc.nat(2), isDisputed: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((some) =>
      some.map(({ open, customer, isDisputed }, index) =>
        anItem(index + 1, {
          open: money(open * 1_000n, 'IDR'),
          customerId: `c${customer}`,
          isDisputed,
        }),
      ),
    );
  const payments = fc
    .array(
      fc.record({
        amount: fc.bigInt(1n, 9n),
        named: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
        customer: fc.nat(2),
      }),
      { maxLength: 10 },
    )
    .map((some) =>
      some.map(({ amount, named, customer }, index) =>
        aPayment(amount * 1_000n, {
          id: `p${index}`,
          payerAccount: `acc${customer}`,
          text: named.map(invoiceNumber).join(', '),
        }),
      ),
    );
  const aliases = [0, 1, 2].map((n) => ({
    account: `acc${n}`,
    customerId: `c${n}`,
    confirmations: 1,
  }));

  it('never allocates more than was paid, nor more than is open, in whatever it books or offers', () => {
    fc.assert(
      fc.property(items, payments, (openItems, some) => {
        const decisions = matchPayments(some, someBooks({ openItems, aliases }), policy);
        const broken = some.flatMap((payment) =>
          brokenLimits(payment, decisions.get(payment.id), openItems),
        );
        expect(broken).toEqual([]);
        expect(overbooked([...decisions.values()], openItems)).toEqual([]);
      }),
    );
  });

  it('decides the same whatever the order in which the file lists the payments', () => {
    fc.assert(
      fc.property(items, payments, fc.infiniteStream(fc.nat()), (openItems, some, order) => {
        const keys = some.map(() => order.next().value as number);
        const shuffled = some.toSorted(
          (a, b) => (keys[some.indexOf(a)] ?? 0) - (keys[some.indexOf(b)] ?? 0),
        );
        const context = someBooks({ openItems, aliases });
        const decide = (list: readonly Payment[]): unknown =>
          [...matchPayments(list, context, policy)].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(decide(shuffled)).toEqual(decide(some));
      }),
    );
  });
});

type Findings = readonly Pick<Extract<MatchDecision, { kind: 'book' }>, 'allocations'>[];

/** What a decision promises beyond what was paid or is open; a booking uses up the whole payment. */
function brokenLimits(
  { id, amount: paid }: Payment,
  decision: MatchDecision | undefined,
  openItems: readonly OpenItem[],
): readonly string[] {
  if (decision === undefined) return [`${id} has no decision`];
  const openById = new Map(openItems.map(({ id: itemId, open }) => [itemId, open.amount]));
  return findingsOf(decision).flatMap(({ allocations }) => {
    const total = allocations.reduce((sum, { amount }) => sum + amount, 0n);
    const isRight = decision.kind === 'book' ? total === paid.amount : total <= paid.amount;
    const isWithin = allocations.every(
      ({ openItemId, amount }) => amount > 0n && amount <= (openById.get(openItemId) ?? 0n),
    );
    return isRight && isWithin ? [] : [`${id} ${decision.kind} ${total} of ${paid.amount}`];
  });
}

function findingsOf(decision: MatchDecision): Findings {
  switch (decision.kind) {
    case 'book':
      return [decision];
    case 'suggest':
    case 'hold':
      return decision.suggestions;
    case 'none':
      return [];
  }
}

/** Items on which a run books more than is open, or anything while they are disputed. */
function overbooked(
  decisions: readonly MatchDecision[],
  openItems: readonly OpenItem[],
): readonly string[] {
  const booked = new Map<string, bigint>();
  for (const decision of decisions) {
    for (const { openItemId, amount } of decision.kind === 'book' ? decision.allocations : []) {
      booked.set(openItemId, (booked.get(openItemId) ?? 0n) + amount);
    }
  }
  return openItems
    .filter(({ id, open, isDisputed }) => (booked.get(id) ?? 0n) > (isDisputed ? 0n : open.amount))
    .map(({ id }) => id);
}
