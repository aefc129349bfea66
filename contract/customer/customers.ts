import { z } from 'zod';
import { CREDIT_REFUSALS } from '../sale/capture-errors.js';
import { listOf, pageQuery } from '../list.js';
import { currency, date, id, instant, language, money, orNull, text } from '../primitives.js';
import { words } from '../problem.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName, searchFilter } from '../shared-fields.js';
import { customerRisk, riskBand, riskScore } from './risk.js';

export const CREDIT_LINE_STATES = ['open', 'blocked'] as const;

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

const ACCESS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;
const params = z.strictObject({ customerId: id });

export const listCustomersRoute = defineRoute({
  method: 'get',
  path: '/v1/customers',
  summary: 'Customers by name, with what they owe',
  tag: 'Customers',
  access: ACCESS,
  query: z.strictObject({
    ...pageQuery,
    segment: text(64).optional(),
    riskBand: riskBand.optional(),
    q: searchFilter('Part of the name, or beginning of the number.'),
  }),
  responses: { 200: listOf(z.strictObject(head).meta({ id: 'CustomerHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readCustomerRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}',
  summary: 'A customer',
  tag: 'Customers',
  access: ACCESS,
  params,
  responses: {
    200: z
      .strictObject({
        ...head,
        legalName: z.string(),
        address: z.string(),
        country: z.string(),
        timeZone: z.string(),
        taxNumber: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        createdAt: instant,
        contacts: z.array(
          z.strictObject({
            name: z.string(),
            purpose: z.string(),
            channel: z.string(),
            address: z.string(),
          }),
        ),
        risk: orNull(customerRisk),
        links: z.strictObject({
          statement: z.string(),
          credit: z.string(),
          invoices: z.string(),
          payments: z.string(),
        }),
      })
      .meta({ id: 'Customer' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const readCustomerStatementRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/statement',
  summary: 'What a customer owes, item by item, and what is not applied yet',
  description:
    "As it was booked at the end of the day, whatever the value date of the money: the statement of a past day stays as it is. All statements, with the money that is no customer's yet, are the accounts of receivables and unapplied cash.",
  tag: 'Customers',
  access: ACCESS,
  params,
  query: z.strictObject({ asOf: date.optional() }),
  responses: {
    200: z
      .strictObject({
        customer: customerName,
        asOf: date,
        items: z.array(
          z
            .strictObject({
              openItem: id,
              invoiceId: id,
              invoiceNumber: z.string(),
              dueOn: date,
              daysOverdue: z.number().int(),
              amount: money,
              open: money,
            })
            .meta({ id: 'StatementItem' }),
        ),
        unapplied: z.array(
          z.strictObject({ paymentId: id, valueDate: date, amount: money, unapplied: money }),
        ),
        totals: z.array(
          z.strictObject({
            currency,
            open: money,
            overdue: money,
            unapplied: money,
            balance: money,
          }),
        ),
      })
      .meta({ id: 'CustomerStatement' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const readCustomerCreditRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/credit',
  summary: 'Credit limit, what is used of it and why, and how the customer pays',
  tag: 'Customers',
  access: ACCESS,
  params,
  responses: {
    200: z
      .strictObject({
        customer: customerName,
        status: z.enum([...CREDIT_LINE_STATES, 'none']).meta({
          description: '`none`: without a credit line.',
        }),
        limit: money,
        exposure: z.strictObject({ invoiced: money, notInvoiced: money, total: money }),
        available: money.meta({
          description:
            'What may be sold on account now; nothing while there is a reason against it.',
        }),
        overdueSince: date.nullable().meta({
          description:
            'Of the oldest invoice that is overdue; a disputed one and a small rest do not count.',
        }),
        validUntil: date.nullable().meta({ description: 'The last day of the limit.' }),
        reviewOn: date.nullable(),
        reasons: z
          .array(z.strictObject({ code: z.enum(CREDIT_REFUSALS), detail: z.string(), words }))
          .meta({
            description:
              'Why nothing more is sold on account, the weightiest first: what a till would be told.',
          }),
        risk: orNull(customerRisk),
      })
      .meta({ id: 'CustomerCredit' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
