import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { currency, id, instant, language, money, orNull, text } from '../primitives.js';
import { FINANCE_READERS, SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName, searchFilter } from '../shared-fields.js';
import { addressee } from './addressee.js';
import { contact } from './contacts.js';
import { customerParams } from './customer-fields.js';
import { creditReasons } from './customer-money.js';
import { customerRisk, riskBand, riskScore } from './risk.js';

const head = {
  id,
  number: z.string(),
  name: z.string(),
  segment: z.string(),
  language,
  currency,
  termsDays: z.number().int(),
  instalments: z.number().int(),
  active: z.boolean(),
  open: money,
  overdue: money,
  /** The reasons are shown with the single customer. */
  riskScore: riskScore.nullable(),
  riskBand: riskBand.nullable(),
};

/** A customer in a list for people of finance. */
export const customerHead = z.strictObject(head).meta({ id: 'CustomerHead' });

const ACCESS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;

/** The least that a till needs to find a customer and to know what it may sell on account. */
export const customerAtTill = z
  .strictObject({
    id,
    number: z.string(),
    name: z.string(),
    segment: z.string().meta({ description: 'Price lists may be made for it.' }),
    phoneEnding: z.string().nullable().meta({ description: 'The last three digits.' }),
    onAccount: z.strictObject({
      available: money.meta({ description: 'Nothing while there is a reason against it.' }),
      reasons: creditReasons,
    }),
  })
  .meta({ id: 'CustomerAtTill' });

export const listCustomersRoute = defineRoute({
  method: 'get',
  path: '/v1/customers',
  summary: 'Customers by name, with what they owe or what may be sold on account',
  description:
    'Whoever sells names `q` and nothing else but the page, and gets active customers with the least that a sale needs, at most 20 at once and 600 within an hour (`RATE_LIMITED`).',
  tag: 'Customers',
  access: {
    kind: 'roles',
    roles: [...FINANCE_READERS, ...SELLERS],
    scope: 'receivables:read',
  },
  query: z.strictObject({
    ...pageQuery,
    segment: text(64).optional(),
    riskBand: riskBand.optional(),
    q: searchFilter('Words of the name, and parts of number or telephone number.'),
  }),
  responses: {
    200: listOf(z.union([customerHead, customerAtTill])),
  },
  errors: ['CURSOR_INVALID', 'FIELD_REQUIRED', 'FIELD_UNKNOWN'],
  idempotency: 'read',
});

/** A customer as the answers show it. */
export const customer = z
  .strictObject({
    ...head,
    legalName: z.string(),
    address: z.string(),
    country: z.string(),
    timeZone: z.string(),
    taxNumber: z.string().nullable(),
    taxBranchNumber: z.string().nullable(),
    identityNumber: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    inactiveReason: z
      .string()
      .nullable()
      .meta({ description: 'Why nothing is sold to it any more.' }),
    mergedInto: orNull(customerName).meta({ description: 'Who stands for it since a merge.' }),
    createdAt: instant,
    contacts: z.array(contact),
    addressees: z
      .strictObject({
        invoice: addressee.meta({ description: 'Who gets invoices.' }),
        reminder: addressee.meta({ description: 'Who gets reminders.' }),
      })
      .meta({ description: 'Who gets the letters of today.' }),
    risk: orNull(customerRisk),
    links: z.strictObject({
      statement: z.string(),
      credit: z.string(),
      invoices: z.string(),
      payments: z.string(),
    }),
  })
  .meta({ id: 'Customer' });

export const readCustomerRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}',
  summary: 'A customer',
  tag: 'Customers',
  access: ACCESS,
  params: customerParams,
  responses: { 200: customer },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
