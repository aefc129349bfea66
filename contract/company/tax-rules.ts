import { z } from 'zod';
import { code, date, id, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

const RATIO_MAX = 1_000_000;

const ratio = z.strictObject({
  numerator: z.number().int().min(0).max(RATIO_MAX),
  denominator: z.number().int().min(1).max(RATIO_MAX),
});

/** What a rule of the tax table says. */
export const taxRuleFields = {
  code: code.meta({ description: 'Items name it: `PPN`.' }),
  kind: z.enum(['ppn-full', 'ppn-other-base', 'exempt', 'none']).meta({
    description: '`ppn-other-base`: the rate applies to a part of the price (DPP nilai lain).',
  }),
  validFrom: date.meta({ description: 'The first day on which it holds.' }),
  rate: ratio.meta({ description: 'Of the base: 12/100.' }),
  baseFactor: ratio.meta({
    description: 'The part of the price without tax that it applies to: 11/12.',
  }),
  rounding: z
    .enum(['half-up', 'half-even', 'down'])
    .meta({ description: 'Below the booked unit, once for a document.' }),
  label: z
    .strictObject({ id: text(60), en: text(60) })
    .meta({ description: 'As it stands on receipts and invoices.' }),
};

const taxRule = z
  .strictObject({
    id,
    ...taxRuleFields,
    state: z.enum(['planned', 'in-force', 'past']).meta({
      description: 'Today: planned for later, in force, or followed by another.',
    }),
  })
  .meta({ id: 'CompanyTaxRule' });

export const listTaxRulesRoute = defineRoute({
  method: 'get',
  path: '/v1/tax-rules',
  summary: 'The tax table: of each code the rules with the day from which they hold',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(taxRule) }) },
  errors: ['COMPANY_MISSING'],
  idempotency: 'read',
});

export const askForTaxRuleRoute = defineRoute({
  method: 'post',
  path: '/v1/tax-rules',
  summary: 'Ask for a tax rule that holds from a day on',
  description:
    'It is in the table from the moment at which another person agrees. A rule of a code in use begins tomorrow at the earliest, and after every day with sales of it. A new code may begin on any day.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({ ...taxRuleFields, reason }),
  example: {
    code: 'PPN',
    kind: 'ppn-full',
    validFrom: '2028-01-01',
    rate: { numerator: 12, denominator: 100 },
    baseFactor: { numerator: 1, denominator: 1 },
    rounding: 'half-up',
    label: { id: 'PPN', en: 'PPN' },
    reason: 'The law has changed.',
  },
  responses: { 201: masterChange },
  errors: [
    'COMPANY_MISSING',
    'TAX_RULE_EXISTS',
    'TAX_RULE_IN_PAST',
    'TAX_RULE_SENSELESS',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});

export const askToWithdrawTaxRuleRoute = defineRoute({
  method: 'post',
  path: '/v1/tax-rules/{taxRuleId}/withdrawal',
  summary: 'Ask to take back a tax rule that has not begun',
  description: 'It stays until another person agrees, who must do so before it begins.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params: z.strictObject({ taxRuleId: id }),
  body: z.strictObject({ reason }),
  example: { reason: 'The law begins a year later.' },
  responses: { 201: masterChange },
  errors: ['COMPANY_MISSING', 'TAX_RULE_NOT_FOUND', 'TAX_RULE_IN_FORCE', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});
