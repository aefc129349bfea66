import fc from 'fast-check';
import { applyPlacementEvent } from './apply-placement-event.js';
import { AGENCY_EVENT_TYPES, isBalanced, type PlacementEvent } from './placement.js';
import { money } from '../../../domain/money/money.js';
import {
  after,
  afterAny,
  anAcceptedPlacement,
  aPlacement,
  codeOf,
  payment,
  report,
} from './a-placement.js';

describe('the life of a placement', () => {
  it('goes from created over sent and acknowledged to active', () => {
    const sent = after(aPlacement(), { kind: 'sent' });
    const acknowledged = after(sent, { kind: 'answered', answer: 'accepted' });
    const active = after(acknowledged, report(1));
    expect([sent, acknowledged, active].map(({ status }) => status)).toEqual([
      'sent',
      'acknowledged',
      'active',
    ]);
  });

  it('gives everything back when the agency rejects it', () => {
    const rejected = after(
      aPlacement(),
      { kind: 'sent' },
      { kind: 'answered', answer: 'rejected' },
    );
    expect(rejected).toMatchObject({ status: 'rejected', balance: { recalled: 1_000n } });
    expect(codeOf(applyPlacementEvent(rejected, report(1)))).toBe('PLACEMENT_CLOSED');
  });

  it('is answered once: the same answer again is a replay, another one a conflict', () => {
    const accepted = { kind: 'answered', answer: 'accepted' } as const;
    const rejected = { kind: 'answered', answer: 'rejected' } as const;
    const codes = [accepted, rejected].map((answer) =>
      codeOf(applyPlacementEvent(anAcceptedPlacement(), answer)),
    );
    expect(codes).toEqual(['replayed', 'PLACEMENT_ALREADY_ANSWERED']);
    expect(codeOf(applyPlacementEvent(aPlacement(), accepted))).toBe('PLACEMENT_NOT_SENT');
  });

  it('takes no reports before it is acknowledged', () => {
    const sent = after(aPlacement(), { kind: 'sent' });
    expect(codeOf(applyPlacementEvent(sent, report(1)))).toBe('PLACEMENT_NOT_ACKNOWLEDGED');
  });

  it('moves collected, direct, adjusted and written-off money out of what is outstanding', () => {
    const placement = after(
      anAcceptedPlacement(),
      payment(1, 400n),
      { kind: 'paid-direct', key: 'a1', amount: 100n },
      { kind: 'adjusted', key: 'c1', amount: 50n },
      { kind: 'written-off', key: 'w1', amount: 150n },
      { kind: 'direct-payment-undone', key: 'a2', amount: 30n },
    );
    expect(placement.balance).toEqual({
      placed: 1_000n,
      collectedByAgency: 400n,
      paidDirect: 70n,
      adjusted: 50n,
      writtenOff: 150n,
      recalled: 0n,
      outstanding: 330n,
    });
  });

  it('does not believe a direct payment that the agency only heard of', () => {
    const hearsay = report(1, { type: 'direct_payment', amount: money(400n, 'IDR') });
    expect(after(anAcceptedPlacement(), hearsay).balance.outstanding).toBe(1_000n);
  });

  it('remembers that the agency gave the debt up', () => {
    const given = after(anAcceptedPlacement(), report(1, { type: 'uncollectible' }));
    expect(given).toMatchObject({ status: 'active', isUncollectible: true });
  });
});

describe('reports twice, late and out of order', () => {
  it('replays the same content and refuses another under the same sequence', () => {
    const placement = after(anAcceptedPlacement(), payment(1, 400n));
    const again = applyPlacementEvent(placement, payment(1, 400n));
    expect(again).toEqual({ kind: 'replayed', placement });
    expect(codeOf(applyPlacementEvent(placement, payment(1, 401n)))).toBe('EVENT_CONFLICT');
  });

  it('takes a report behind a gap, and the missing one when it comes, and says so', () => {
    const ahead = applyPlacementEvent(anAcceptedPlacement(), report(3));
    expect(ahead).toMatchObject({ kind: 'applied', flags: ['gap'] });
    if (ahead.kind !== 'applied') throw new Error('not applied');
    expect(applyPlacementEvent(ahead.placement, payment(2, 1n))).toMatchObject({
      kind: 'applied',
      flags: ['late'],
    });
    expect(applyPlacementEvent(ahead.placement, report(4))).toMatchObject({ flags: [] });
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the sequence %p', (sequence) => {
    expect(codeOf(applyPlacementEvent(anAcceptedPlacement(), report(sequence)))).toBe(
      'EVENT_SEQUENCE_INVALID',
    );
  });

  it('refuses a payment of nothing, of too much, or of other money, and changes nothing', () => {
    const dollars = report(1, { type: 'payment', amount: money(1n, 'SGD') });
    const nothing = report(1, { type: 'payment' });
    const codes = [payment(1, 1_001n), payment(1, 0n), nothing, dollars].map((event) =>
      codeOf(applyPlacementEvent(anAcceptedPlacement(), event)),
    );
    expect(codes).toEqual([
      'PAYMENT_EXCEEDS_OUTSTANDING',
      'PAYMENT_NOT_POSITIVE',
      'PAYMENT_NOT_POSITIVE',
      'PAYMENT_CURRENCY_DIFFERS',
    ]);
  });
});

describe('the end of a placement', () => {
  const closing = report(5, { type: 'closed' });

  it('gives back what the agency leaves, and takes only reports from before its closure', () => {
    const closed = after(anAcceptedPlacement(), payment(1, 400n), closing);
    expect(closed).toMatchObject({
      status: 'closed',
      balance: { recalled: 600n, outstanding: 0n },
    });
    expect(codeOf(applyPlacementEvent(closed, payment(6, 1n)))).toBe('PLACEMENT_CLOSED');
    const late = applyPlacementEvent(closed, payment(4, 100n));
    expect(late).toMatchObject({
      kind: 'applied',
      flags: ['late'],
      placement: { status: 'closed', balance: { collectedByAgency: 500n, recalled: 500n } },
    });
  });

  it('takes nothing after a recall but what it had already', () => {
    const recalled = after(anAcceptedPlacement(), payment(2, 400n), { kind: 'recalled' });
    expect(recalled).toMatchObject({ status: 'recalled', balance: { recalled: 600n } });
    expect(codeOf(applyPlacementEvent(recalled, payment(2, 400n)))).toBe('replayed');
    expect(codeOf(applyPlacementEvent(recalled, payment(1, 1n)))).toBe('PLACEMENT_CLOSED');
    expect(codeOf(applyPlacementEvent(recalled, payment(3, 1n)))).toBe('PLACEMENT_CLOSED');
    expect(codeOf(applyPlacementEvent(recalled, { kind: 'recalled' }))).toBe('replayed');
    const direct = { kind: 'paid-direct', key: 'x', amount: 1n } as const;
    expect(codeOf(applyPlacementEvent(recalled, direct))).toBe('PLACEMENT_CLOSED');
  });

  it('is settled only when nothing is outstanding, and the agency may close it too', () => {
    const open = anAcceptedPlacement();
    expect(codeOf(applyPlacementEvent(open, { kind: 'settled' }))).toBe(
      'PLACEMENT_HAS_OUTSTANDING',
    );
    const settled = after(open, payment(1, 1_000n), { kind: 'settled' });
    expect(settled.status).toBe('closed');
    expect(codeOf(applyPlacementEvent(settled, report(2, { type: 'closed' })))).toBe('replayed');
    expect(codeOf(applyPlacementEvent(settled, payment(3, 1n)))).toBe('PLACEMENT_CLOSED');
  });

  it('grows by what is added to it, and the agency may collect that too', () => {
    const grown = after(
      anAcceptedPlacement(),
      { kind: 'added', key: 'fee', amount: 50n },
      payment(1, 1_020n),
    );
    expect(grown.balance).toMatchObject({ placed: 1_000n, adjusted: -50n, outstanding: 30n });
    expect(codeOf(applyPlacementEvent(grown, payment(2, 31n)))).toBe('PAYMENT_EXCEEDS_OUTSTANDING');
  });

  it('refuses own facts beyond what is there, and takes each key once', () => {
    const placement = after(anAcceptedPlacement(), { kind: 'adjusted', key: 'k', amount: 1n });
    const outcomeOf = (event: PlacementEvent): string =>
      codeOf(applyPlacementEvent(placement, event));
    expect(outcomeOf({ kind: 'adjusted', key: 'k', amount: 1n })).toBe('replayed');
    expect(outcomeOf({ kind: 'adjusted', key: 'l', amount: 0n })).toBe('AMOUNT_NOT_POSITIVE');
    expect(outcomeOf({ kind: 'written-off', key: 'l', amount: 1_000n })).toBe(
      'AMOUNT_EXCEEDS_OUTSTANDING',
    );
    expect(outcomeOf({ kind: 'direct-payment-undone', key: 'l', amount: 1n })).toBe(
      'AMOUNT_EXCEEDS_PAID',
    );
  });
});

describe('whatever happens to a placement', () => {
  const anyReport = fc
    .record({
      sequence: fc.integer({ min: 1, max: 12 }),
      type: fc.constantFrom(...AGENCY_EVENT_TYPES),
      amount: fc.option(fc.bigInt(-1n, 700n), { nil: undefined }),
    })
    .map(({ sequence, type, amount }) =>
      report(sequence, { type, amount: amount === undefined ? undefined : money(amount, 'IDR') }),
    );
  const anyFact = fc.record({
    kind: fc.constantFrom(
      'paid-direct',
      'adjusted',
      'written-off',
      'direct-payment-undone',
      'added',
    ),
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    amount: fc.bigInt(-1n, 700n),
  });
  const anyOther = fc.constantFrom<PlacementEvent>(
    { kind: 'sent' },
    { kind: 'answered', answer: 'accepted' },
    { kind: 'answered', answer: 'rejected' },
    { kind: 'recalled' },
    { kind: 'settled' },
  );
  const anyEvents = fc.array(
    fc.oneof({ weight: 6, arbitrary: anyReport }, { weight: 3, arbitrary: anyFact }, anyOther),
    { maxLength: 40 },
  );

  it('balances after every event', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const begun: readonly PlacementEvent[] = [
          { kind: 'sent' },
          { kind: 'answered', answer: 'accepted' },
          ...events,
        ];
        begun.reduce((state, event) => {
          const next = afterAny(state, [event]);
          expect(isBalanced(next.balance)).toBe(true);
          return next;
        }, aPlacement());
      }),
    );
  });

  it('has the same ledger however often and in whatever order the agency’s file is read', () => {
    const amounts = fc.array(fc.option(fc.bigInt(1n, 90n), { nil: undefined }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.infiniteStream(fc.nat()), (some, closes, order) => {
        const file = some.map((amount, index) =>
          amount === undefined ? report(index + 1) : payment(index + 1, amount),
        );
        const all = closes ? [...file, report(file.length + 1, { type: 'closed' })] : file;
        const once = after(anAcceptedPlacement(), ...all);
        const keyed = [...all, ...all, ...all].map((event) => ({ event, key: order.next().value }));
        const shuffled = keyed.toSorted((a, b) => Number(a.key) - Number(b.key));
        const thrice = after(anAcceptedPlacement(), ...shuffled.map(({ event }) => event));
        expect(thrice.balance).toEqual(once.balance);
        expect(thrice.status).toBe(once.status);
      }),
    );
  });
});
