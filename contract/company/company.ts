import { z } from 'zod';
import { code, currency, date, id, language, text } from '../primitives.js';
import { MASTER_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';

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
