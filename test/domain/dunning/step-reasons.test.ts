import fc from 'fast-check';
import { decideNextStep } from '../../../domain/dunning/decide-next-step.js';
import { firstDayOf } from '../../../domain/dunning/planned-days.js';
import { reasonsOfStep } from '../../../domain/dunning/step-reasons.js';
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

describe('the reasons of the next step', () => {
  it('are every rule with the day that it counts from and the day that it allows', () => {
    const facts = aReceivable({ levelReached: 1, lastNotice: sentOn('2026-03-20') });
    const { planned } = reasonsOfStep(facts, policy, at('2026-03-21'));
    expect(planned).toMatchObject({ kind: 'letter', level: 2 });
    expect(planned?.reasons).toEqual([
      { rule: 'past-due', days: 21, from: day('2026-03-01'), notBefore: day('2026-03-22') },
      {
        rule: 'after-last-letter',
        days: 10,
        from: day('2026-03-20'),
        notBefore: day('2026-03-30'),
      },
    ]);
  });

  it('set the very day on which the decision waits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 3 }),
        (gone, level) => {
          const today = day('2026-03-01').add({ days: gone });
          const facts = aReceivable({
            levelReached: level,
            ...(level === 0 ? {} : { lastNotice: sentOn('2026-03-08') }),
          });
          const moment = at(today.toString());
          const { step, planned } = reasonsOfStep(facts, policy, moment);
          expect(step).toEqual(decideNextStep(facts, policy, moment));
          if (step.kind !== 'wait') return;
          expect(startOf(firstDayOf(planned?.reasons)?.toString() ?? '').toString()).toBe(
            step.until.toString(),
          );
        },
      ),
    );
  });

  it('end with the agency after the last letter, and with a person where it takes none', () => {
    const facts = aReceivable({ levelReached: 2, lastNotice: sentOn('2026-03-25') });
    expect(reasonsOfStep(facts, policy, at('2026-03-26')).afterwards).toMatchObject({
      kind: 'agency',
    });
    const small = { ...facts, items: [anItem({ open: 100_000n })] };
    expect(reasonsOfStep(small, policy, at('2026-03-26')).afterwards).toBeUndefined();
  });

  it('plan no letter on top of one that is late: the next one counts from the day on which it can leave', () => {
    const daysOf = (facts: Parameters<typeof aReceivable>[0]) => {
      const { afterwards } = reasonsOfStep(aReceivable(facts), policy, at('2026-04-20'));
      const since = afterwards?.reasons.find(({ rule }) => rule === 'after-last-letter');
      return since?.from.toString();
    };
    expect(daysOf({})).toBe('2026-04-20');
    expect(daysOf({ promises: [aPromise('2026-04-30')] })).toBe('2026-05-01');
  });

  it.each([
    [{ holds: [aHold()] }, 'manual'],
    [{ disputed: 1_000_000n }, 'dispute'],
    [{ promises: [aPromise('2026-04-30')] }, 'promise-to-pay'],
    [{ unmatchedCash: { ...noCash, held: 1_000_000n } }, 'unmatched-cash'],
    [{ bankDataThrough: undefined }, 'stale-bank-data'],
    [
      { lastNotice: { ...sentOn('2026-03-09'), delivery: 'undelivered' as const } },
      'notice-undelivered',
    ],
  ])('name the one that holds: %o', (facts, reason) => {
    const { step, checks } = reasonsOfStep(aReceivable(facts), policy, at('2026-03-25'));
    expect(step).toMatchObject({ kind: 'hold', reason });
    const others = checks.filter((check) => check.reason !== reason);
    expect(checks).toContainEqual({ reason, standing: 'holds' });
    expect(others.map(({ standing }) => standing)).toEqual(others.map(() => 'clear'));
  });

  it('show what is there and holds nothing back, such as a dispute about a part', () => {
    const facts = aReceivable({ disputed: 100_000n });
    const { step, checks } = reasonsOfStep(facts, policy, at('2026-03-25'));
    expect(step.kind).toBe('remind');
    expect(checks).toContainEqual({ reason: 'dispute', standing: 'there' });
  });
});
