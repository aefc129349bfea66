import { z } from 'zod';
import { ASKS_FOR_CHANGE } from '../company/access.js';
import { masterChange, reason } from '../company/master-changes.js';
import { code, currency, date, id, instant, language, orNull, text } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';

const READS = {
  kind: 'roles',
  roles: [...FINANCE_READERS, 'admin'],
  scope: 'masters:read',
} as const;

/** Who agrees with agencies: a person who has just given the password. */
const AGREES = {
  kind: 'roles',
  roles: ['admin', 'arManager'],
  scope: 'masters:write',
  person: true,
  freshPassword: true,
} as const;

/** An agency that keeps more than half is no agency. */
const COMMISSION_BASIS_POINTS_MAX = 5_000;
/** No country's tax on services is higher. */
const TAX_BASIS_POINTS_MAX = 3_000;
const RECALL_REPORT_DAYS_MAX = 366;
const AGE_DAYS_MAX = 36_500;
const BANDS_MAX = 100;

const amount = z.string().regex(/^\d{1,15}$/);

const band = z
  .strictObject({
    fromDaysPastDue: z
      .number()
      .int()
      .min(0)
      .max(AGE_DAYS_MAX)
      .meta({ description: 'Age of the oldest debt of the case when it was placed.' }),
    fromAmount: amount.default('0').meta({
      description: 'Amount that was placed, in the smallest booked unit of the currency.',
    }),
    basisPoints: z
      .number()
      .int()
      .min(0)
      .max(COMMISSION_BASIS_POINTS_MAX)
      .meta({ description: '1500 are 15 %.', example: 1_500 }),
  })
  .meta({ id: 'CommissionBand' });

/** What was agreed with an agency, as the answers show it. */
export const agreement = z
  .strictObject({
    agency: z.string().meta({ description: 'Code of the agency.' }),
    version: z
      .number()
      .int()
      .meta({ description: 'A case names the version it was placed under.' }),
    validFrom: date.meta({ description: 'For what is placed from this day on.' }),
    commission: z.array(band),
    agreedAt: instant,
  })
  .meta({ id: 'AgencyAgreement' });

const known = {
  name: text(120),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: 'ISO 3166: whose customers it is chosen for.' }),
  language: language.meta({ description: 'Of what it is told.' }),
  contactName: orNull(text(120)).meta({ description: 'Whom our people talk to.' }),
  email: orNull(z.email().max(254)),
  phone: orNull(text(40)).meta({ description: 'With the code of its country.' }),
};

const terms = {
  commissionTaxBasisPoints: z
    .number()
    .int()
    .min(0)
    .max(TAX_BASIS_POINTS_MAX)
    .meta({ description: 'Tax on the commission; 1100 are 11 %.' }),
  recallReportDays: z.number().int().min(0).max(RECALL_REPORT_DAYS_MAX).meta({
    description: 'Days after a recall in which it still reports payments that came before.',
  }),
};

/** An agency as the answers show it. */
export const agency = z
  .strictObject({
    id,
    code: z.string(),
    currency,
    active: z.boolean().meta({ description: 'Whether it gets new cases.' }),
    ...known,
    ...terms,
    agreement: orNull(agreement).meta({ description: 'What holds for what is placed today.' }),
    openCases: z.number().int(),
    keys: z.number().int().meta({ description: 'Keys that are good now.' }),
    webhookUrl: z.string().nullable().meta({ description: 'The agency sets it itself.' }),
  })
  .meta({ id: 'Agency' });

const fields = z.strictObject({
  ...known,
  language: known.language.default('id'),
  contactName: known.contactName.default(null),
  email: known.email.default(null),
  phone: known.phone.default(null),
});
const params = z.strictObject({ agencyId: id });
const example = {
  name: 'Penagihan Contoh',
  country: 'ID',
  email: 'kasus@penagihan.example',
};

export const listAgenciesRoute = defineRoute({
  method: 'get',
  path: '/v1/agencies',
  summary: 'Collection agencies by code, with what holds for new cases',
  tag: 'Collections',
  access: READS,
  responses: { 200: z.strictObject({ data: z.array(agency) }) },
  errors: [],
  idempotency: 'read',
});

export const addAgencyRoute = defineRoute({
  method: 'post',
  path: '/v1/agencies',
  summary: 'Add a collection agency; it gets cases once there is an agreement with it',
  tag: 'Collections',
  access: AGREES,
  body: fields.extend({
    ...terms,
    recallReportDays: terms.recallReportDays.default(14),
    code,
    currency,
  }),
  example: { ...example, commissionTaxBasisPoints: 1_100, code: 'CONTOH', currency: 'IDR' },
  responses: { 201: agency },
  errors: ['CODE_TAKEN', 'COUNTRY_UNKNOWN', 'CURRENCY_UNKNOWN', 'PHONE_MALFORMED'],
  idempotency: 'key',
});

export const changeAgencyRoute = defineRoute({
  method: 'put',
  path: '/v1/agencies/{agencyId}',
  summary: 'Change what is known of an agency, or give it no new cases',
  description:
    'Code and currency stay. An agency that is not active keeps its cases and its keys until the cases end.',
  tag: 'Collections',
  access: AGREES,
  params,
  body: fields.extend({ active: z.boolean() }),
  example: { ...example, active: false },
  responses: { 200: agency },
  errors: ['AGENCY_NOT_FOUND', 'COUNTRY_UNKNOWN', 'PHONE_MALFORMED'],
  idempotency: 'natural',
});

export const askForAgencyTermsRoute = defineRoute({
  method: 'post',
  path: '/v1/agencies/{agencyId}/terms',
  summary: 'Ask for other terms of an agency: its tax, and how long it reports after a recall',
  description: 'The old terms hold until another person agrees.',
  tag: 'Collections',
  access: ASKS_FOR_CHANGE,
  params,
  body: z.strictObject({ ...terms, reason }),
  example: {
    commissionTaxBasisPoints: 1_200,
    recallReportDays: 14,
    reason: 'The tax on services has changed.',
  },
  responses: { 201: masterChange },
  errors: ['AGENCY_NOT_FOUND', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

export const listAgreementsRoute = defineRoute({
  method: 'get',
  path: '/v1/agreements',
  summary: 'What was agreed with agencies, by agency, the latest first',
  tag: 'Collections',
  access: READS,
  query: z.strictObject({
    agency: code.optional().meta({ description: 'Code of one agency.' }),
  }),
  responses: { 200: z.strictObject({ data: z.array(agreement) }) },
  errors: [],
  idempotency: 'read',
});

export const askForAgreementRoute = defineRoute({
  method: 'post',
  path: '/v1/agreements',
  summary: 'Ask for a commission for cases to come',
  description:
    'It is agreed when another person agrees. Holds from its first day on in place of earlier agreements, whatever their first day is. A case keeps what was agreed when it was placed.',
  tag: 'Collections',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({
    agency: code.meta({ description: 'Code of the agency.' }),
    validFrom: date.optional().meta({ description: 'Today when it is left out; never before.' }),
    commission: z.array(band).min(1).max(BANDS_MAX).meta({
      description:
        'The rate of the oldest band that applies, and of these the one for the largest amount.',
    }),
    reason,
  }),
  example: {
    agency: 'CONTOH',
    commission: [
      { fromDaysPastDue: 0, basisPoints: 1_500 },
      { fromDaysPastDue: 90, basisPoints: 2_000 },
    ],
    reason: 'As negotiated for the next year.',
  },
  responses: { 201: masterChange },
  errors: [
    'COMPANY_MISSING',
    'AGENCY_NOT_FOUND',
    'AGREEMENT_IN_PAST',
    'COMMISSION_SCHEDULE_INCOMPLETE',
    'COMMISSION_BAND_REPEATED',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});

export const listOwnAgreementsRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/agreements',
  summary: 'What was agreed with you, the latest first',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:read' },
  responses: { 200: z.strictObject({ data: z.array(agreement) }) },
  errors: [],
  idempotency: 'read',
});
