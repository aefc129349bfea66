import { z } from 'zod';
import { code, currency, date, id, language, orNull, text } from '../primitives.js';
import { MASTER_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS, SETS_UP_MONEY } from './access.js';
import { masterChange, reason } from './master-changes.js';

const company = z
  .strictObject({
    organisationId: id,
    legalEntityId: id,
    code: z.string(),
    name: z.string(),
    legalName: z.string(),
    taxNumber: z.string(),
    currency,
    country: z.string(),
    timeZone: z.string(),
    language,
    booksFrom: date,
  })
  .meta({ id: 'Company' });

const NAME = { description: 'As people call it.' };
const LEGAL_NAME = { description: 'As it stands on documents.' };
const ADDRESS = { description: 'As it stands on documents.' };
const NPWP = { description: 'In Indonesia the NPWP: 16 digits.' };
const PKP = { description: 'PKP: it is registered for VAT, and charges it.' };

/** The company as it stands on documents now. */
export const ownCompany = z
  .strictObject({
    organisationId: id,
    legalEntityId: id,
    code: z.string().meta({ description: 'Stands in the numbers of invoices.' }),
    name: z.string().meta(NAME),
    legalName: z.string().meta(LEGAL_NAME),
    address: z.string().meta(ADDRESS),
    taxNumber: z.string().meta(NPWP),
    vatRegistered: z.boolean().meta(PKP),
    currency,
    country: z.string(),
    timeZone: z.string(),
    language,
    logo: orNull(
      z.strictObject({
        id,
        width: z.number().int().meta({ description: 'In points.' }),
        height: z.number().int().meta({ description: 'In points.' }),
      }),
    ).meta({ description: 'As it stands on documents; null: none.' }),
  })
  .meta({ id: 'OwnCompany' });

export const readCompanyRoute = defineRoute({
  method: 'get',
  path: '/v1/company',
  summary: 'The company as it stands on documents now',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: ownCompany },
  errors: ['COMPANY_MISSING'],
  idempotency: 'read',
});

export const changeCompanyRoute = defineRoute({
  method: 'put',
  path: '/v1/company',
  summary: 'Change name and address of the company',
  description:
    'Documents that are issued from now on carry them; those of before, also when they are read or sent again, keep what they said. The tax number has a call of its own.',
  tag: 'Set-up',
  access: SETS_UP_MONEY,
  body: z.strictObject({
    name: text(120).meta(NAME),
    legalName: text(200).meta(LEGAL_NAME),
    address: text().meta(ADDRESS),
  }),
  example: {
    name: 'Toko Contoh',
    legalName: 'PT Toko Contoh Sejahtera',
    address: 'Jl. Contoh 9, Bandung 40111',
  },
  responses: { 200: ownCompany },
  errors: ['COMPANY_MISSING'],
  idempotency: 'natural',
});

export const askForTaxIdentityRoute = defineRoute({
  method: 'post',
  path: '/v1/company/tax-identity/changes',
  summary: 'Ask for another tax number of the company, or whether it is registered for VAT',
  description:
    'The old one stands on documents until another person agrees, and stays on those that were issued before.',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({
    taxNumber: text(32).meta(NPWP),
    vatRegistered: z.boolean().meta(PKP),
    reason,
  }),
  example: {
    taxNumber: '0012345678901001',
    vatRegistered: true,
    reason: 'The tax office has registered the company under a new number.',
  },
  responses: { 201: masterChange },
  errors: ['COMPANY_MISSING', 'TAX_NUMBER_MALFORMED', 'TAX_STILL_CHARGED', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

export const beginCompanyRoute = defineRoute({
  method: 'post',
  path: '/v1/company',
  summary: 'Begin a company in empty books',
  description:
    'Makes the organisation, its legal entity with bank account, the open accounting periods, and what is proposed with them: the tax table of the country, the rules of the tenders, a dunning policy. Chart of accounts and number series are there already.',
  tag: 'Set-up',
  access: { kind: 'roles', roles: MASTER_WRITERS, scope: 'masters:write', person: true },
  body: z.strictObject({
    name: text(120),
    code: code.meta({ description: 'Stands in the numbers of invoices: `PCS`.' }),
    legalName: text(200),
    address: text(),
    taxNumber: text(32).meta({ description: 'In Indonesia the NPWP: 16 digits.' }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('ID')
      .meta({ description: 'ISO 3166-1.' }),
    currency: currency.default('IDR'),
    timeZone: text(64).default('Asia/Jakarta').meta({ description: 'IANA name.' }),
    language: language.default('id'),
    booksFrom: date
      .optional()
      .meta({ description: 'First day of the books; the first of this month when left out.' }),
    bankAccount: z.strictObject({
      bankName: text(120),
      number: code,
      name: text(120).meta({ description: 'What we call it: `Operasional`.' }),
    }),
  }),
  example: {
    name: 'Toko Contoh',
    code: 'TCO',
    legalName: 'PT Toko Contoh Sejahtera',
    address: 'Jl. Contoh 1, Bandung 40111',
    taxNumber: '0012345678901000',
    bankAccount: { bankName: 'Bank Nusa Contoh', number: '8880001234', name: 'Operasional' },
  },
  responses: { 201: company },
  errors: [
    'COMPANY_EXISTS',
    'TAX_NUMBER_MALFORMED',
    'TIME_ZONE_UNKNOWN',
    'CURRENCY_UNKNOWN',
    'COUNTRY_UNSUPPORTED',
  ],
  idempotency: 'key',
});
