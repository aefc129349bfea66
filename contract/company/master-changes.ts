import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { id, instant, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { DECIDES_ON_CHANGE, SEES_MONEY_MASTERS } from './access.js';

/** What two people change. */
export const MASTER_CHANGE_KINDS = [
  'bank-account',
  'approval-limits',
  'credit-limit',
  'letter-text',
  'tax-identity',
  'tax-rule',
  'dunning-policy',
  'holidays',
  'agreement',
  'agency-terms',
  'stock-receipt',
  'import-undoing',
  'store-switch',
] as const;
const STATES = ['requested', 'approved', 'rejected'] as const;

const fields = z.record(z.string(), z.unknown());

/** A change that one person asked for, as it stands. */
export const masterChange = z
  .strictObject({
    id,
    kind: z.enum(MASTER_CHANGE_KINDS).meta({ description: 'What it changes.' }),
    before: z
      .union([fields, z.null()])
      .meta({ description: 'What held when it was asked for; null for something new.' }),
    after: fields.meta({
      description: 'What holds after it; amounts in the smallest booked unit.',
    }),
    reason: z.string().meta({ description: 'Why, in the words of the person who asked.' }),
    state: z.enum(STATES),
    requestedBy: z.string().meta({ description: 'Name of the person who asked.' }),
    requestedAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'MasterChange' });

/** Why a person wants a change: shown to the person who decides. */
export const reason = text().meta({ description: 'Why: shown to the person who decides.' });

export const listMasterChangesRoute = defineRoute({
  method: 'get',
  path: '/v1/master-changes',
  summary: 'Changes that two people make, the latest first',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  query: z.strictObject({ ...pageQuery, state: z.enum(STATES).optional() }),
  responses: { 200: listOf(masterChange) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const decideMasterChangeRoute = defineRoute({
  method: 'post',
  path: '/v1/master-changes/{masterChangeId}/approval',
  summary: 'Agree to a change, which then holds, or reject it; never agree to your own',
  description:
    'The person decides and not the key: another key of the person who asked is refused too. Who asked may take the change back (`rejected`).',
  tag: 'Set-up',
  access: DECIDES_ON_CHANGE,
  params: z.strictObject({ masterChangeId: id }),
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']) }),
  example: { decision: 'approved' },
  responses: { 200: masterChange },
  errors: [
    'MASTER_CHANGE_NOT_FOUND',
    'MASTER_CHANGE_DECIDED',
    'MASTER_CHANGE_STALE',
    'SECOND_PERSON_REQUIRED',
    'BANK_ACCOUNT_EXISTS',
    'BANK_ACCOUNT_IN_USE',
    'BANK_ACCOUNT_NEEDED',
    'TAX_STILL_CHARGED',
    'TAX_RULE_NOT_FOUND',
    'TAX_RULE_EXISTS',
    'TAX_RULE_IN_PAST',
    'TAX_RULE_IN_FORCE',
    'POLICY_NOT_FOUND',
    'POLICY_EXISTS',
    'POLICY_OF_ANOTHER',
    'POLICY_IN_PAST',
    'POLICY_IN_FORCE',
    'AGENCY_NOT_FOUND',
    'AGREEMENT_IN_PAST',
    'IMPORT_NOT_FOUND',
    'IMPORT_UNDONE',
    'IMPORT_UNFINISHED',
    'IMPORT_WROTE_NOTHING',
    'IMPORT_IN_USE',
    'STORE_NOT_FOUND',
    'STORE_MODE_SAME',
    'STORE_SWITCH_TOO_EARLY',
  ],
  idempotency: 'key',
});
