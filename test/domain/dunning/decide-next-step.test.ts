import fc from 'fast-check';
import { decideNextStep } from '../../../domain/dunning/decide-next-step.js';
import {
  aHold,
  anItem,
  aPromise,
  aReceivable,
  at,
  day,
  noCash,
  policy,
  sentOn,
  startOf,
} from './a-receivable.js';

describe('how a receivable ends', () => {
  it.each([
    [{ items: [] }, 'paid'],
    [{ items: [anItem({ open: 0n })] }, 'paid'],
    [{ items: [], settledBy: ['payment', 'write-off'] as const }, 'written-off'],
    [{ items: [], settledBy: ['credit-note'] as const }, 'credited'],
  ])('closes %o as %s', (facts, outcome) => {
    const step = decideNextStep(aReceivable(facts), policy, at('2026-03-01'));
    expect(step).toEqual({ kind: 'close', outcome });
  });

  it('waits for the agency before it closes, even when everything is paid', () => {
    for (const items of [[anItem()], []]) {
      const placed = aReceivable({ placement: 'open', items });
      expect(decideNextStep(placed, policy, at('2026-06-01'))).toEqual({ kind: 'await-placement' });
    }
  });
});

describe('when the first notice is due', () => {
  it('counts from the due date and begins with the business day of the company', () => {
    expect(decideNextStep(aReceivable(), policy, at('2026-03-07'))).toEqual({
      kind: 'wait',
      reason: 'not-due',
      until: startOf('2026-03-08'),
    });
    expect(decideNextStep(aReceivable(), policy, at('2026-03-08'))).toEqual({
      kind: 'remind',
      level: 1,
      template: 'friendly',
      feeAmount: undefined,
      items: [anItem()],
      held: 0n,
      aside: 0n,
      payBy: day('2026-03-15'),
      follows: 'reminder',
      remindedOn: undefined,
    });
  });

  it('is never the due date itself, nor a day on which money may still be on its way', () => {
    const eager = {
      ...policy,
      levels: policy.levels.map((level) => ({ ...level, daysPastDue: 0 })),
    };
    const until = (transitDays: number): unknown =>
      decideNextStep(aReceivable(), { ...eager, transitDays }, at('2026-03-01'));
    expect(until(0)).toMatchObject({ kind: 'wait', until: startOf('2026-03-02') });
    expect(until(2)).toMatchObject({ kind: 'wait', until: startOf('2026-03-04') });
  });

  it('goes by the instalment that is overdue and names only those', () => {
    const items = [
      anItem({ openItemId: 'later', dueOn: day('2026-05-01') }),
      anItem({ openItemId: 'first', open: 0n }),
      anItem({ openItemId: 'second', dueOn: day('2026-04-01') }),
    ];
    const facts = aReceivable({ items });
    expect(decideNextStep(facts, policy, at('2026-04-07'))).toMatchObject({
      until: startOf('2026-04-08'),
    });
    expect(decideNextStep(facts, policy, at('2026-04-08'))).toMatchObject({
      kind: 'remind',
      items: [{ openItemId: 'second' }],
    });
  });

  it('does not make an instalment older because the one before was paid short by a bank fee', () => {
    const items = [anItem({ open: 2_500n }), anItem({ dueOn: day('2026-04-01') })];
    const step = decideNextStep(aReceivable({ items }), policy, at('2026-03-20'));
    expect(step).toMatchObject({ kind: 'wait', until: startOf('2026-04-08') });
  });
});

describe('how levels follow each other', () => {
  it('never skips one, however late the debt is found', () => {
    const late = aReceivable();
    expect(decideNextStep(late, policy, at('2026-12-01'))).toMatchObject({ level: 1 });
  });

  it('keeps the minimum interval after the last notice and the date by the debt', () => {
    const afterFirst = (on: string): ReturnType<typeof aReceivable> =>
      aReceivable({ levelReached: 1, lastNotice: sentOn(on) });
    expect(decideNextStep(afterFirst('2026-03-08'), policy, at('2026-03-20'))).toMatchObject({
      kind: 'wait',
      until: startOf('2026-03-22'),
    });
    expect(decideNextStep(afterFirst('2026-12-01'), policy, at('2026-12-02'))).toMatchObject({
      kind: 'wait',
      until: startOf('2026-12-11'),
    });
    expect(decideNextStep(afterFirst('2026-12-01'), policy, at('2026-12-11'))).toMatchObject({
      kind: 'remind',
      level: 2,
      feeAmount: 25_000n,
    });
  });

  it('leaves the customer alone for some days after any other notice', () => {
    const facts = aReceivable({ customerLastNoticeOn: day('2026-03-06') });
    expect(decideNextStep(facts, policy, at('2026-03-08'))).toMatchObject({
      kind: 'wait',
      until: startOf('2026-03-13'),
    });
  });

  it('writes only at hours at which the debtor may be contacted', () => {
    const nextContactAt = startOf('2026-03-09').add({ hours: 8 });
    expect(decideNextStep(aReceivable(), policy, at('2026-03-08', { nextContactAt }))).toEqual({
      kind: 'wait',
      reason: 'contact-hours',
      until: nextContactAt,
    });
  });

  it('gives the debt to an agency when every level is spent and the last has had its time', () => {
    const spent = aReceivable({ levelReached: 3, lastNotice: sentOn('2026-04-25') });
    expect(decideNextStep(spent, policy, at('2026-05-01'))).toMatchObject({
      kind: 'wait',
      until: startOf('2026-05-05'),
    });
    expect(decideNextStep(spent, policy, at('2026-05-05'))).toEqual({ kind: 'place' });
  });

  it('reminds, over a whole quarter of mornings, once per level and never twice within the interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 9 }),
        (found, every) => {
          const sent: { level: number; on: number }[] = [];
          let facts = aReceivable();
          for (let passed = found; passed < 300; passed += every) {
            const today = day('2026-03-01').add({ days: passed });
            const step = decideNextStep(facts, policy, at(today.toString()));
            if (step.kind !== 'remind') continue;
            sent.push({ level: step.level, on: passed });
            const lastNotice = { on: today, delivery: 'accepted' as const, payBy: step.payBy };
            facts = { ...facts, levelReached: step.level, lastNotice, customerLastNoticeOn: today };
          }
          expect(sent.map(({ level }) => level)).toEqual([1, 2, 3]);
          const gaps = sent.slice(1).map(({ on }, index) => on - (sent[index]?.on ?? 0));
          expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
        },
      ),
    );
  });
});

describe('what suspends the process', () => {
  const overdue = aReceivable({ levelReached: 1, lastNotice: sentOn('2026-03-08') });

  it('a dispute, until it is resolved', () => {
    const step = decideNextStep({ ...overdue, disputed: 1_000_000n }, policy, at('2026-06-01'));
    expect(step).toEqual({ kind: 'hold', reason: 'dispute', untilInstant: undefined });
  });

  it('a promise, for its last day and the days money needs; then the process resumes at its level', () => {
    const promised = { ...overdue, promises: [aPromise('2026-03-22')] };
    expect(decideNextStep(promised, policy, at('2026-03-22'))).toEqual({
      kind: 'hold',
      reason: 'promise-to-pay',
      untilInstant: startOf('2026-03-23'),
    });
    expect(decideNextStep(promised, policy, at('2026-03-23'))).toMatchObject({
      kind: 'remind',
      level: 2,
    });
  });

  it('a promise or a dispute only as far as it goes: the rest is asked for', () => {
    const today = at('2026-03-22');
    const small = { ...overdue, promises: [aPromise('2026-05-22', 1n)] };
    expect(decideNextStep(small, policy, today)).toMatchObject({ kind: 'remind', aside: 1n });
    const both = { ...small, disputed: 600_000n };
    expect(decideNextStep(both, policy, today)).toMatchObject({ kind: 'remind', aside: 600_001n });
    const most = { ...both, unmatchedCash: { ...noCash, held: 394_999n } };
    expect(decideNextStep(most, policy, today)).toMatchObject({ kind: 'hold', reason: 'dispute' });
  });

  it('what is overdue when it is disputed or promised, though later instalments are not', () => {
    const items = [anItem(), anItem({ openItemId: 'i2', dueOn: day('2026-09-01') })];
    const disputed = { ...overdue, items, disputed: 1_000_000n };
    const tomorrow = startOf('2026-03-23');
    expect(decideNextStep(disputed, policy, at('2026-03-22'))).toEqual({
      kind: 'hold',
      reason: 'dispute',
      untilInstant: tomorrow,
    });
    const promised = { ...overdue, items, promises: [aPromise('2026-05-22')] };
    expect(decideNextStep(promised, policy, at('2026-03-22'))).toMatchObject({
      reason: 'promise-to-pay',
    });
  });

  it('not a promise that was broken or kept', () => {
    const on = day('2026-12-31');
    for (const promise of [
      { kind: 'broken' as const, on, paid: 0n },
      { kind: 'kept' as const, on },
    ]) {
      const facts = { ...overdue, promises: [promise] };
      expect(decideNextStep(facts, policy, at('2026-03-22')).kind).toBe('remind');
    }
  });

  it('a manual hold, through its last day or until somebody releases it', () => {
    const until = { ...overdue, holds: [aHold({ until: day('2026-03-25') })] };
    expect(decideNextStep(until, policy, at('2026-03-25'))).toEqual({
      kind: 'hold',
      reason: 'manual',
      untilInstant: startOf('2026-03-26'),
    });
    expect(decideNextStep(until, policy, at('2026-03-26')).kind).toBe('remind');
    const open = { ...overdue, holds: [aHold()] };
    expect(decideNextStep(open, policy, at('2026-12-01'))).toMatchObject({ reason: 'manual' });
  });

  it('several manual holds, through the last of them, with a look at each on its day', () => {
    const [first, second] = [day('2026-03-22'), day('2026-04-05')];
    const holds = [
      aHold({ until: day('2026-03-25'), reviewOn: first }),
      aHold({ holdId: 'h2', until: day('2026-03-30'), reviewOn: second }),
    ];
    const decide = (on: string) => decideNextStep({ ...overdue, holds }, policy, at(on));
    expect(decide('2026-03-21')).toEqual({
      kind: 'hold',
      reason: 'manual',
      untilInstant: startOf('2026-03-22'),
    });
    expect(decide('2026-03-22')).toEqual({
      kind: 'hold',
      reason: 'manual',
      untilInstant: startOf('2026-03-31'),
      reviewed: ['h1'],
    });
    expect(decide('2026-03-31').kind).toBe('remind');
  });

  it('a debt that an agency gave back: a person decides what becomes of it', () => {
    const returned = { ...overdue, placement: 'returned' as const };
    expect(decideNextStep(returned, policy, at('2026-12-01'))).toMatchObject({
      kind: 'hold',
      reason: 'returned-by-agency',
    });
  });
});

describe('what keeps a notice from going out although it is due', () => {
  it.each([
    ['a payment that is suggested for this invoice', { suggested: 1_000_000n }],
    ['money of the customer that would cover it', { held: 1_000_000n }],
    ['money that leaves no more than a small rest', { held: 995_000n }],
    ['money that is short by what a bank keeps of a transfer', { held: 993_500n }],
    ['a suggested payment that is short by a fee', { suggested: 993_500n }],
    ['money that the customer sent to another of our companies', { elsewhere: 1_000_000n }],
  ])('%s', (_, cash) => {
    const unmatchedCash = { ...noCash, ...cash };
    const step = decideNextStep(aReceivable({ unmatchedCash }), policy, at('2026-03-08'));
    const tomorrow = startOf('2026-03-09');
    expect(step).toEqual({ kind: 'hold', reason: 'unmatched-cash', untilInstant: tomorrow });
  });

  it('not money that leaves more: the letter asks for the rest', () => {
    for (const held of [1n, 400_000n, 993_499n]) {
      const unmatchedCash = { ...noCash, held };
      const step = decideNextStep(aReceivable({ unmatchedCash }), policy, at('2026-03-08'));
      expect(step).toMatchObject({ kind: 'remind', held });
    }
  });

  it('never asks for money that is here: a letter asks for more than a small rest, which is no fee', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), (held) => {
        const unmatchedCash = { ...noCash, held };
        const step = decideNextStep(aReceivable({ unmatchedCash }), policy, at('2026-03-08'));
        const rest = 1_000_000n - held;
        const isCovered = rest <= policy.smallRest || policy.knownFees.includes(rest);
        expect(step.kind).toBe(isCovered ? 'hold' : 'remind');
      }),
    );
  });

  it('money of the customer that leaves too little of all its debts together', () => {
    const unmatchedCash = { ...noCash, ofCustomer: 950_001n };
    const step = decideNextStep(aReceivable({ unmatchedCash }), policy, at('2026-03-08'));
    expect(step).toMatchObject({ kind: 'hold', reason: 'below-customer-minimum' });
  });

  it('bank data that are too old to know who has paid', () => {
    const decide = (bankDataThrough: ReturnType<typeof day> | undefined): unknown =>
      decideNextStep(aReceivable({ bankDataThrough }), policy, at('2026-03-10'));
    const stale = {
      kind: 'hold',
      reason: 'stale-bank-data',
      untilInstant: startOf('2026-03-11'),
    };
    expect(decide(day('2026-03-05'))).toEqual(stale);
    expect(decide(undefined)).toEqual(stale);
    expect(decide(day('2026-03-06'))).toMatchObject({ kind: 'remind' });
  });

  it('a rest too small for a letter, and a customer who owes too little in all', () => {
    const small = aReceivable({ items: [anItem({ open: 5_000n })] });
    expect(decideNextStep(small, policy, at('2026-12-01'))).toMatchObject({ reason: 'small-rest' });
    const little = aReceivable({ customerOverdue: 49_999n });
    expect(decideNextStep(little, policy, at('2026-03-08'))).toEqual({
      kind: 'hold',
      reason: 'below-customer-minimum',
      untilInstant: startOf('2026-03-15'),
    });
  });

  it('a last notice that never arrived', () => {
    const lastNotice = {
      on: day('2026-03-08'),
      delivery: 'undelivered',
      payBy: undefined,
    } as const;
    const facts = aReceivable({ levelReached: 1, lastNotice });
    expect(decideNextStep(facts, policy, at('2026-04-01'))).toMatchObject({
      reason: 'notice-undelivered',
    });
  });
});

describe('what keeps a debt from the agency', () => {
  const spent = aReceivable({ levelReached: 3, lastNotice: sentOn('2026-04-15') });
  const today = at('2026-06-01');

  it.each([
    ['no rule for it', {}, { placement: undefined }, 'not-for-placement'],
    ['too small an amount', { items: [anItem({ open: 499_999n })] }, {}, 'not-for-placement'],
    ['a dispute', { disputed: 1_000_000n }, {}, 'dispute'],
    ['a dispute over a part', { disputed: 1n }, {}, 'dispute'],
    ['a promise of a part', { promises: [aPromise('2026-07-01', 1n)] }, {}, 'promise-to-pay'],
    ['unmatched money', { unmatchedCash: { ...noCash, held: 1n } }, {}, 'unmatched-cash'],
    ['stale bank data', { bankDataThrough: day('2026-05-01') }, {}, 'stale-bank-data'],
  ] as const)('%s', (...[, facts, rule, reason]) => {
    const step = decideNextStep({ ...spent, ...facts }, { ...policy, ...rule }, today);
    expect(step).toMatchObject({ kind: 'hold', reason });
  });
});
