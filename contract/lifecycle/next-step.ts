import { z } from 'zod';
import { PASSING_HOLDS } from '../../domain/dunning/decide-next-step.js';
import { DAY_RULES } from '../../domain/dunning/planned-days.js';
import { HOLD_STANDINGS } from '../../domain/dunning/step-reasons.js';
import { date, id, instant } from '../primitives.js';
import { words } from '../problem.js';
import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';

const rule = z
  .strictObject({
    rule: z.enum([...DAY_RULES, 'contact-hours']).meta({ description: 'Which rule it is.' }),
    words: words.meta({ description: 'The rule in words.' }),
    from: date.meta({ description: 'The day that it counts from.' }),
    fromWords: words.meta({ description: 'What happened on that day.' }),
    notBefore: date.meta({ description: 'The first day that it allows.' }),
    decides: z.boolean().meta({ description: 'Whether it is the one that sets the day.' }),
  })
  .meta({ id: 'StepRule' });

const check = z
  .strictObject({
    reason: z.enum(PASSING_HOLDS).meta({ description: 'What could hold it back.' }),
    standing: z.enum(HOLD_STANDINGS).meta({
      description:
        '`holds`: it holds the debt back. `there`: it exists and does not hold it back now, such as a dispute about a part. `clear`: there is none.',
    }),
    words,
  })
  .meta({ id: 'StepCheck' });

const planned = z.strictObject({
  kind: z
    .enum(['letter', 'agency'])
    .meta({ description: 'A letter, or the hand-over to an agency.' }),
  level: z.number().int().nullable().meta({ description: 'Of the letter.' }),
  at: instant.meta({ description: 'When it comes unless something changes.' }),
  words,
});

export const readNextStepRoute = defineRoute({
  method: 'get',
  path: '/v1/lifecycles/{saleId}/next-step',
  summary: 'Why a sale has not been paid, and what happens next',
  description:
    'Made by the rule that decides about letters, from the books as they are: a sentence, when it comes, every rule that says why not sooner, and what does not hold it up.',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  params: z.strictObject({ saleId: id }),
  responses: {
    200: z
      .strictObject({
        saleId: id,
        title: words.meta({ description: 'What happens next, and when, in a few words.' }),
        sentence: words.meta({
          description: 'Why it has not been paid, what happens next, when, and because of what.',
        }),
        nextStep: z.string().nullable(),
        nextStepAt: instant.nullable(),
        letters: z.number().int().nullable().meta({
          description: 'How many letters the policy has; null where there is no invoice.',
        }),
        rules: z.array(rule).meta({
          description:
            'Every rule that says why the next letter or the agency does not come sooner.',
        }),
        checks: z
          .array(check)
          .meta({ description: 'What could hold it back, and whether it does.' }),
        planned: z.array(planned).meta({
          description:
            'The next letter or the agency, and what comes after it, if nothing changes.',
        }),
      })
      .meta({ id: 'NextStepOfSale' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
