import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { ExplainedStep } from '../../../activities/dunning/explain-step.js';
import type { readNextStepRoute } from '../../../contract/lifecycle/next-step.js';
import { earliest } from '../../../domain/dunning/days.js';
import { firstDayOf, openAmountOf, type DayReason } from '../../../domain/dunning/planned-days.js';
import type { PlannedStep } from '../../../domain/dunning/step-reasons.js';
import { formatMoney } from '../../../domain/money/format-money.js';
import type { lifecycleOnWire } from './lifecycle-rows.js';
import { momentIn, sayInBoth, sentences, textInBoth, type Words } from './next-step-words.js';

type Sale = ReturnType<typeof lifecycleOnWire>;
type Answer = z.input<(typeof readNextStepRoute)['responses'][200]>;

/** What `explainStep` says of a sale that waits for its money. `sale` names what holds it. */
export function explainedOnWire(sale: Sale, explained: ExplainedStep): Answer {
  const rules = rulesOf(explained);
  const { title, nextStep, nextStepAt } = titleOf(sale, explained);
  const isHeld = nextStep?.startsWith('hold-') === true;
  return {
    saleId: sale.saleId,
    title,
    sentence: sentences([
      ...whyOpen(explained),
      ...(isHeld ? [sale.meaning, title] : [withReason(title, rules)]),
    ]),
    nextStep,
    nextStepAt,
    letters: explained.read.policy.levels.length,
    rules,
    checks: explained.checks.map(({ reason, standing }) => ({
      reason,
      standing,
      words: textInBoth(`next.check.${reason}`, { standing }),
    })),
    planned: plannedOnWire(explained),
  };
}

/** What happens, because of the rule that sets the day. */
function withReason(title: Words, rules: Answer['rules']): Words {
  const decisive = rules.find(({ decides }) => decides);
  if (decisive === undefined) return title;
  const because = textInBoth('next.because', {
    rule: (language) => decisive.words[language],
    from: (language) => decisive.fromWords[language],
  });
  return sayInBoth((language) => `${title[language]}, ${because[language]}`);
}

/** What is open and since when it is due; nothing when nothing is open. */
function whyOpen({ read }: ExplainedStep): readonly Words[] {
  const { facts, moment, currency, row } = read;
  const items = facts.items.filter(({ open }) => open > 0n);
  const on = earliest(items.map(({ dueOn }) => dueOn));
  if (on === undefined) return [];
  const isOverdue = on.until(moment.today).days > 0;
  return [
    textInBoth(isOverdue ? 'next.overdue' : 'next.notDue', {
      open: (language) => formatMoney({ amount: openAmountOf(items), currency }, language),
      invoice: row.number,
      on,
    }),
  ];
}

type Title = Readonly<{ title: Words; nextStep: string | null; nextStepAt: string | null }>;

function titleOf(sale: Sale, explained: ExplainedStep): Title {
  const { step, plannedAt, read } = explained;
  const { zone } = read.moment;
  const at = plannedAt?.toString() ?? null;
  switch (step.kind) {
    case 'close':
      return { title: textInBoth('next.close'), nextStep: null, nextStepAt: null };
    case 'await-placement':
      return { title: textInBoth('next.at-agency'), nextStep: 'collection', nextStepAt: null };
    case 'hold':
      return heldTitle(`hold-${step.reason}`, step.untilInstant, zone);
    case 'remind': {
      const { level } = step;
      const title = textInBoth('next.letterNow', { level });
      return { title, nextStep: `reminder-${level}`, nextStepAt: at };
    }
    case 'place':
    case 'wait':
      // Only the one who looks for an agency knows that there is none.
      return sale.nextStep === 'hold-no-agency'
        ? heldTitle(sale.nextStep, undefined, zone)
        : plannedTitle(sale, explained);
  }
}

function plannedTitle(sale: Sale, { planned, plannedAt, read }: ExplainedStep): Title {
  if (planned === undefined || plannedAt === undefined) {
    return { title: sale.meaning, nextStep: sale.nextStep, nextStepAt: sale.nextStepAt };
  }
  return {
    title: wordsOf(planned, plannedAt, read.moment.zone),
    nextStep: planned.kind === 'letter' ? `reminder-${planned.level}` : 'place',
    nextStepAt: plannedAt.toString(),
  };
}

function heldTitle(nextStep: string, until: Temporal.Instant | undefined, zone: string): Title {
  const title =
    until === undefined
      ? textInBoth('next.held')
      : textInBoth('next.heldUntil', { at: momentIn(zone, until) });
  return { title, nextStep, nextStepAt: until?.toString() ?? null };
}

function wordsOf(planned: PlannedStep, at: Temporal.Instant, zone: string): Words {
  const values = { at: momentIn(zone, at) };
  return planned.kind === 'letter'
    ? textInBoth('next.letter', { ...values, level: planned.level })
    : textInBoth('next.agency', values);
}

function rulesOf({ planned, plannedAt, movedFrom, step, read }: ExplainedStep): Answer['rules'] {
  const day = firstDayOf(planned?.reasons);
  if (planned === undefined || plannedAt === undefined || day === undefined) return [];
  const waitsForHours =
    movedFrom !== undefined || (step.kind === 'wait' && step.reason === 'contact-hours');
  const decisive = waitsForHours
    ? undefined
    : planned.reasons.find(({ notBefore }) => notBefore.equals(day));
  const days = planned.reasons.map((reason) => dayRuleOnWire(reason, reason === decisive));
  if (planned.kind === 'agency') return days;
  const letterDay = plannedAt.toZonedDateTimeISO(read.moment.zone).toPlainDate();
  const from = movedFrom ?? letterDay;
  const hours = {
    rule: 'contact-hours',
    words: textInBoth('next.rule.contact-hours'),
    from: from.toString(),
    fromWords: textInBoth(waitsForHours ? 'next.from.contact-hours' : 'next.from.within-hours', {
      on: from,
    }),
    notBefore: letterDay.toString(),
    decides: waitsForHours,
  } as const;
  return [...days, hours];
}

function dayRuleOnWire({ rule, days, from, notBefore }: DayReason, decides: boolean) {
  return {
    rule,
    words: textInBoth(`next.rule.${rule}`, rule === 'after-deadline' ? {} : { days }),
    from: from.toString(),
    fromWords: textInBoth(`next.from.${rule}`, { on: from }),
    notBefore: notBefore.toString(),
    decides,
  };
}

function plannedOnWire({
  planned,
  plannedAt,
  afterwards,
  afterwardsAt,
  read,
}: ExplainedStep): Answer['planned'] {
  const { zone } = read.moment;
  const steps = [
    [planned, plannedAt],
    [afterwards, afterwardsAt],
  ] as const;
  return steps.flatMap(([one, at]) =>
    one === undefined || at === undefined
      ? []
      : [
          {
            kind: one.kind,
            level: one.kind === 'letter' ? one.level : null,
            at: at.toString(),
            words: wordsOf(one, at, zone),
          },
        ],
  );
}
