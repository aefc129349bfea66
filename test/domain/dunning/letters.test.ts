import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { decideNextStep, type NextStep } from '../../../domain/dunning/decide-next-step.js';
import type { DunningPolicy } from '../../../domain/dunning/dunning-policy.js';
import type { ReceivableFacts } from '../../../domain/dunning/receivable-facts.js';
import { PROPOSED_INTERVALS } from '../../../activities/company/propose-policy.js';
import { SAMPLE_POLICIES } from '../../../sample/make-policies.js';
import { anItem, aReceivable, at, day, policy } from './a-receivable.js';

type Letter = Extract<NextStep, { kind: 'remind' }>;

const DUE = day('2026-03-01');

/** The letters of a debt that is looked at every day from `found` on, and the day on which it would be placed. */
function follow(
  { items }: Pick<ReceivableFacts, 'items'>,
  { policy: rules, found }: Readonly<{ policy: DunningPolicy; found: number }>,
) {
  const letters: { on: Temporal.PlainDate; letter: Letter }[] = [];
  let facts = aReceivable({ items, customerOverdue: 100_000_000n });
  for (let passed = found; passed < found + 400; passed += 1) {
    const on = DUE.add({ days: passed });
    const step = decideNextStep(facts, rules, at(on.toString()));
    if (step.kind === 'place') return { letters, placedOn: on };
    if (step.kind !== 'remind') continue;
    letters.push({ on, letter: step });
    const lastNotice = { on, delivery: 'accepted', payBy: step.payBy } as const;
    facts = { ...facts, levelReached: step.level, lastNotice, customerLastNoticeOn: on };
  }
  return { letters, placedOn: undefined };
}

type Followed = ReturnType<typeof follow>;

/** Every letter names a day that is to come and is before the next step; it says what that step is. */
function checkLetters({ letters, placedOn }: Followed): void {
  for (const [index, { on, letter }] of letters.entries()) {
    const next = letters[index + 1]?.on ?? placedOn;
    expect(Temporal.PlainDate.compare(letter.payBy, on)).toBeGreaterThan(0);
    expect(next === undefined || Temporal.PlainDate.compare(letter.payBy, next) < 0).toBe(true);
    expect(letter.follows).toBe(whatCame({ letters, placedOn }, index));
    expect(letter.remindedOn?.toString()).toBe(letters[index - 1]?.on.toString());
  }
}

function whatCame({ letters, placedOn }: Followed, index: number): Letter['follows'] {
  if (letters[index + 1] !== undefined) return 'reminder';
  return placedOn === undefined ? 'person' : 'agency';
}

const BANK_DATA = { bankDataMaxAgeDays: undefined };

describe('what a letter says of a debt', () => {
  it.each(SAMPLE_POLICIES.map((one) => [one.code, one] as const))(
    'holds under the policy %s, however late the debt is found',
    (_, { days, minimumAmount, placementDays }) => {
      const minDaysSinceLast = PROPOSED_INTERVALS.minimumDaysBetween;
      const rules = {
        ...policy,
        ...BANK_DATA,
        levels: days.map((daysPastDue, index) => ({
          level: index + 1,
          daysPastDue,
          minDaysSinceLast,
          feeAmount: undefined,
          template: '',
        })),
        placement:
          placementDays === null
            ? undefined
            : { daysPastDue: placementDays, minDaysSinceLast, minAmount: 500_000n },
        transitDays: 1,
        customerMinimum: minimumAmount,
        customerMinDays: PROPOSED_INTERVALS.customerDaysBetween,
      };
      for (let found = 0; found < 90; found += 1) {
        for (const open of [100_000n, 499_999n, 1_000_000n]) {
          const items = [anItem({ dueOn: DUE, open })];
          const followed = follow({ items }, { policy: rules, found });
          expect(followed.letters).toHaveLength(3);
          checkLetters(followed);
        }
      }
    },
  );

  it('holds under any policy and for any instalments', () => {
    const anyDays = fc.integer({ min: 0, max: 12 });
    const anyPolicy = fc
      .record({
        steps: fc.array(fc.record({ after: anyDays, gap: anyDays }), { maxLength: 5 }),
        placement: fc.option(fc.record({ after: anyDays, gap: anyDays }), { nil: undefined }),
        transitDays: fc.integer({ min: 0, max: 4 }),
        customerMinDays: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ steps, placement, ...rest }): DunningPolicy => {
        let daysPastDue = 1;
        const levels = steps.map(({ after, gap }, index) => {
          daysPastDue += after;
          return {
            level: index + 1,
            daysPastDue,
            minDaysSinceLast: gap,
            feeAmount: undefined,
            template: '',
          };
        });
        return {
          ...policy,
          ...BANK_DATA,
          ...rest,
          levels,
          placement: placement && {
            daysPastDue: daysPastDue + placement.after,
            minDaysSinceLast: placement.gap,
            minAmount: 500_000n,
          },
        };
      });
    const anyItems = fc
      .array(
        fc.record({ after: fc.integer({ min: 0, max: 60 }), open: fc.bigInt(60_000n, 900_000n) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((items) =>
        items.map(({ after, open }, index) =>
          anItem({ openItemId: `i${index}`, dueOn: DUE.add({ days: after }), open }),
        ),
      );
    fc.assert(
      fc.property(anyPolicy, anyItems, fc.integer({ min: 0, max: 99 }), (rules, items, found) => {
        checkLetters(follow({ items }, { policy: rules, found }));
      }),
    );
  });

  it('has a deadline that the next step keeps, also when the policy becomes faster after it', () => {
    const [letter] = follow({ items: [anItem()] }, { policy, found: 0 }).letters;
    expect(letter?.letter.payBy.toString()).toBe('2026-03-15');
    const levels = policy.levels.map((one) => ({ ...one, daysPastDue: 1, minDaysSinceLast: 0 }));
    const faster = { ...policy, levels, customerMinDays: 1 };
    const lastNotice = {
      on: day('2026-03-08'),
      delivery: 'accepted',
      payBy: day('2026-03-15'),
    } as const;
    const facts = aReceivable({ levelReached: 1, lastNotice });
    expect(decideNextStep(facts, faster, at('2026-03-15')).kind).toBe('wait');
    expect(decideNextStep(facts, faster, at('2026-03-16')).kind).toBe('remind');
  });
});
