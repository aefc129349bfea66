import { z } from 'zod';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { code, currency, date, id, instant, money, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

const DAYS_MAX = 3_650;
const LEVELS_MAX = 9;
const BASIS_POINTS_MAX = 10_000;
const IN_A_ROW_MAX = 100;

const days = z.number().int().min(0).max(DAYS_MAX);
const share = z
  .number()
  .int()
  .min(0)
  .max(BASIS_POINTS_MAX)
  .meta({ description: 'In hundredths of a percent.' });
const times = z.number().int().min(0).max(IN_A_ROW_MAX);

const level = z.strictObject({
  daysPastDue: z
    .number()
    .int()
    .min(1)
    .max(DAYS_MAX)
    .meta({ description: 'Days after the due day on which the letter goes.' }),
  fee: orNull(money).meta({ description: 'Charged once for each invoice; null: none.' }),
  template: z
    .enum(['reminder-friendly', 'reminder-firm', 'reminder-final'])
    .meta({ description: 'How the letter speaks.' }),
  channel: z.enum(['email']).default('email').meta({ description: 'How the letter goes.' }),
});

const terms = {
  code: code.meta({ description: 'Names the policy; each version has the same.' }),
  segment: orNull(text(64)).meta({
    description: 'Whose customers it is for; null: for all that have no policy of their own.',
  }),
  currency: currency.default('IDR'),
  inForceFrom: date.meta({ description: 'The first day on which letters follow it.' }),
  transitDays: days.meta({ description: 'Days that money sent on the due day needs to us.' }),
  smallRest: money.meta({ description: 'Up to this amount nobody is reminded.' }),
  customerMinimum: money.meta({
    description: 'What a customer owes overdue at least, before letters go out.',
  }),
  daysBetweenLetters: days.meta({ description: 'Between two letters about an invoice.' }),
  daysBetweenLettersToCustomer: z
    .number()
    .int()
    .min(1)
    .max(DAYS_MAX)
    .meta({ description: 'Between two letters to a customer.' }),
  bankDataMaxAgeDays: days.meta({
    description: 'No letter while the bank data are older; 0: that is not checked.',
  }),
  levels: z.array(level).max(LEVELS_MAX).meta({ description: 'The letters, the first first.' }),
  placement: z
    .union([
      z.strictObject({
        daysPastDue: days.meta({ description: 'Days after the due day.' }),
        minimum: money,
      }),
      z.null(),
    ])
    .meta({ description: 'When an agency takes over; null: a person decides.' }),
  creditStopDays: days.meta({
    description: 'When something is overdue for longer, nothing more is sold on account.',
  }),
  promises: z.strictObject({
    minimumShare: share.meta({ description: 'A promise is about at least this share.' }),
    daysMax: days.meta({ description: 'And at most so many days ahead.' }),
    inARow: times.meta({ description: 'Of an invoice, not kept, the running one included.' }),
    inARowOfCustomer: times.meta({ description: 'The same of a customer.' }),
  }),
  disputeMinimumShare: share.meta({ description: 'A dispute is about at least this share.' }),
  holdReviewDays: z
    .number()
    .int()
    .min(1)
    .max(DAYS_MAX)
    .meta({ description: 'A hold comes back as work after so many days.' }),
};

const policy = z
  .strictObject({
    id,
    version: z.number().int(),
    state: z.enum(['planned', 'in-force', 'past']),
    ...terms,
  })
  .meta({ id: 'DunningPolicy' });

export const listDunningPoliciesRoute = defineRoute({
  method: 'get',
  path: '/v1/dunning-policies',
  summary: 'How customers are reminded: every version of every policy',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(policy) }) },
  errors: ['COMPANY_MISSING'],
  idempotency: 'read',
});

export const askForDunningPolicyRoute = defineRoute({
  method: 'post',
  path: '/v1/dunning-policies',
  summary: 'Ask for a new version of a policy, or a new policy, from a day on',
  description:
    'It is planned from the moment at which another person agrees. It begins tomorrow at the earliest. Letters that are under way keep the version of their own day, and the deadline that a letter named stands.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({ ...terms, reason }),
  example: {
    code: 'STANDARD',
    segment: null,
    currency: 'IDR',
    inForceFrom: '2028-01-01',
    transitDays: 1,
    smallRest: { amount: '5000', currency: 'IDR' },
    customerMinimum: { amount: '50000', currency: 'IDR' },
    daysBetweenLetters: 3,
    daysBetweenLettersToCustomer: 2,
    bankDataMaxAgeDays: 10,
    levels: [
      { daysPastDue: 5, fee: null, template: 'reminder-friendly', channel: 'email' },
      { daysPastDue: 20, fee: null, template: 'reminder-final', channel: 'email' },
    ],
    placement: { daysPastDue: 35, minimum: { amount: '500000', currency: 'IDR' } },
    creditStopDays: 30,
    promises: { minimumShare: 3300, daysMax: 30, inARow: 2, inARowOfCustomer: 6 },
    disputeMinimumShare: 100,
    holdReviewDays: 14,
    reason: 'Two letters are enough.',
  },
  responses: { 201: masterChange },
  errors: [
    ...AMOUNT_REFUSALS,
    'COMPANY_MISSING',
    'POLICY_IN_PAST',
    'POLICY_EXISTS',
    'POLICY_OF_ANOTHER',
    'POLICY_SENSELESS',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});

export const askToWithdrawPolicyRoute = defineRoute({
  method: 'post',
  path: '/v1/dunning-policies/{policyId}/withdrawal',
  summary: 'Ask to take back a version that has not begun',
  description: 'It stays until another person agrees, who must do so before it begins.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params: z.strictObject({ policyId: id }),
  body: z.strictObject({ reason }),
  example: { reason: 'The letters stay as they are.' },
  responses: { 201: masterChange },
  errors: ['COMPANY_MISSING', 'POLICY_NOT_FOUND', 'POLICY_IN_FORCE', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

export const previewDunningPolicyRoute = defineRoute({
  method: 'get',
  path: '/v1/dunning-policies/{policyId}/preview',
  summary: 'The date of every letter about an invoice that nobody pays',
  description:
    'Decided by the rule that decides the letters themselves, with Sundays, holidays and hours of contact, as if this version held all the time and bank data were new.',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  params: z.strictObject({ policyId: id }),
  query: z.strictObject({
    dueOn: date.meta({ description: 'The due day of the invoice.' }),
    amount: z
      .string()
      .regex(/^\d{1,15}(?:\.\d{1,4})?$/)
      .default('1000000')
      .meta({ description: 'What is open of it, in the currency of the policy.' }),
  }),
  responses: {
    200: z
      .strictObject({
        letters: z.array(
          z.strictObject({
            level: z.number().int(),
            at: instant.meta({ description: 'When it leaves, at the earliest.' }),
            payBy: date.meta({ description: 'The deadline that it names.' }),
            follows: z
              .enum(['reminder', 'agency', 'person'])
              .meta({ description: 'What comes after this letter.' }),
            template: z.string().meta({ description: 'How the letter speaks.' }),
            fee: orNull(money),
          }),
        ),
        afterwards: z
          .strictObject({
            kind: z.enum(['place', 'hold', 'nothing']),
            at: instant.nullable().meta({ description: 'When an agency takes over.' }),
            reason: z.string().nullable().meta({ description: 'Why a person decides.' }),
          })
          .meta({ description: 'What comes after the last letter.' }),
      })
      .meta({ id: 'LettersPreview' }),
  },
  errors: [...AMOUNT_REFUSALS, 'COMPANY_MISSING', 'POLICY_NOT_FOUND'],
  idempotency: 'read',
});
