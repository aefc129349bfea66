import {
  composeNotice,
  type NoticeCandidate,
  type NoticeCustomer,
} from '../../../domain/dunning/compose-notice.js';
import type { NextStep } from '../../../domain/dunning/decide-next-step.js';
import { assertDunningPolicy } from '../../../domain/dunning/dunning-policy.js';
import { noticeGate } from '../../../domain/dunning/notice-gate.js';
import { anItem, day, policy } from './a-receivable.js';

const customer: NoticeCustomer = { customerId: 'c1', lastNoticeOn: undefined, minDays: 7 };
const today = day('2026-04-01');

function reminder(level: number, open = 1_000n, dueOn = '2026-03-01'): NextStep {
  const items = [anItem({ open, dueOn: day(dueOn) })];
  return {
    kind: 'remind',
    level,
    template: `t${level}`,
    feeAmount: undefined,
    items,
    held: 0n,
    aside: 0n,
    payBy: day('2026-04-08'),
    follows: 'reminder',
    remindedOn: undefined,
  };
}

function candidate(invoiceId: string, parts: Partial<NoticeCandidate> = {}): NoticeCandidate {
  return { invoiceId, invoiceNumber: invoiceId, currency: 'IDR', step: reminder(1), ...parts };
}

describe('composeNotice', () => {
  it('puts all that is due on one notice, oldest first, in the tone of the highest level', () => {
    const decision = composeNotice(
      customer,
      [
        candidate('b', { step: reminder(1, 500n, '2026-03-20') }),
        candidate('a', { step: reminder(2, 700n, '2026-02-01') }),
      ],
      today,
    );
    expect(decision).toMatchObject({
      kind: 'notices',
      notices: [
        {
          key: 'reminder:c1:2026-04-01:2:IDR',
          level: 2,
          template: 't2',
          total: 1_200n,
          lines: [
            { invoiceId: 'a', level: 2, openAmount: 700n },
            { invoiceId: 'b', level: 1, openAmount: 500n },
          ],
        },
      ],
    });
  });

  it('leaves out what is held, promised or not due', () => {
    const held: NextStep = { kind: 'hold', reason: 'promise-to-pay', untilInstant: undefined };
    const decision = composeNotice(
      customer,
      [candidate('a', { step: held }), candidate('b')],
      today,
    );
    expect(decision).toMatchObject({ notices: [{ lines: [{ invoiceId: 'b' }] }] });
    expect(composeNotice(customer, [candidate('a', { step: held })], today)).toEqual({
      kind: 'nothing-due',
    });
  });

  it('writes one notice per currency and never adds two of them', () => {
    const decision = composeNotice(
      customer,
      [candidate('a'), candidate('b', { currency: 'SGD' })],
      today,
    );
    expect(decision).toMatchObject({
      notices: [
        { currency: 'IDR', total: 1_000n },
        { currency: 'SGD', total: 1_000n },
      ],
    });
  });

  it('keeps the customer’s interval, and says until when', () => {
    const recent = { ...customer, lastNoticeOn: day('2026-03-26') };
    expect(composeNotice(recent, [candidate('a')], today)).toEqual({
      kind: 'too-soon',
      until: day('2026-04-02'),
    });
    expect(composeNotice(recent, [candidate('a')], day('2026-04-02')).kind).toBe('notices');
  });
});

describe('noticeGate', () => {
  const deadline = { payBy: day('2026-04-08'), follows: 'reminder' } as const;
  const planned = [
    { invoiceId: 'a', level: 1, openAmount: 1_000n, heldAmount: 0n, asideAmount: 0n, ...deadline },
    { invoiceId: 'b', level: 2, openAmount: 500n, heldAmount: 0n, asideAmount: 0n, ...deadline },
  ];
  const unchanged = [
    { invoiceId: 'a', step: reminder(1) },
    { invoiceId: 'b', step: reminder(2, 500n) },
  ];

  it('lets a notice out when everything is as it was composed', () => {
    expect(noticeGate(planned, unchanged)).toEqual({ kind: 'send' });
  });

  it.each<readonly [string, NextStep, string]>([
    ['was paid', { kind: 'close', outcome: 'paid' }, 'close'],
    ['was disputed', { kind: 'hold', reason: 'dispute', untilInstant: undefined }, 'dispute'],
    ['was paid in part', reminder(1, 400n), 'amount'],
    ['has money that we hold by now', { ...reminder(1), held: 400n } as NextStep, 'amount'],
    ['is disputed in part by now', { ...reminder(1), aside: 400n } as NextStep, 'amount'],
    ['was reminded meanwhile', reminder(2), 'level'],
    [
      'has another deadline by now',
      { ...reminder(1), payBy: day('2026-04-07') } as NextStep,
      'deadline',
    ],
  ])('has it composed anew when one invoice %s', (_, step, because) => {
    const now = [{ invoiceId: 'a', step }, ...unchanged.slice(1)];
    expect(noticeGate(planned, now)).toEqual({
      kind: 'compose-again',
      changed: [{ invoiceId: 'a', because }],
    });
  });

  it('withholds it when nothing on it is due any more, or when it says nothing', () => {
    const step: NextStep = { kind: 'close', outcome: 'paid' };
    const paid = planned.map(({ invoiceId }) => ({ invoiceId, step }));
    expect(noticeGate(planned, paid)).toMatchObject({ kind: 'withhold' });
    expect(noticeGate(planned, [])).toMatchObject({ kind: 'withhold' });
    expect(noticeGate([], unchanged)).toMatchObject({ kind: 'withhold' });
  });
});

describe('assertDunningPolicy', () => {
  it('accepts a policy in order and stops one that would skip or reorder levels', () => {
    expect(() => assertDunningPolicy(policy)).not.toThrow();
    const [first, second] = policy.levels;
    if (first === undefined || second === undefined) throw new Error('the policy has levels');
    const early = { ...second, daysPastDue: 3 };
    for (const levels of [[second], [first, first], [first, early]]) {
      expect(() => assertDunningPolicy({ ...policy, levels })).toThrow('level');
    }
  });
});
