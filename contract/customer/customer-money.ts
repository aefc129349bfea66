import { z } from 'zod';
import { CREDIT_REFUSALS } from '../sale/capture-errors.js';
import { currency, date, id, money, orNull } from '../primitives.js';
import { words } from '../problem.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName } from '../shared-fields.js';
import { customerParams } from './customer-fields.js';
import { customerRisk } from './risk.js';

export const CREDIT_LINE_STATES = ['open', 'blocked'] as const;

const ACCESS = { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' } as const;

/** Why nothing more is sold on account, the weightiest first. */
export const creditReasons = z
  .array(z.strictObject({ code: z.enum(CREDIT_REFUSALS), detail: z.string(), words }))
  .meta({
    description:
      'Why nothing more is sold on account, the weightiest first: what a till would be told.',
  });

const statement = z
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
  .meta({ id: 'CustomerStatement' });

export type CustomerStatement = z.output<typeof statement>;

export const readCustomerStatementRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/statement',
  summary: 'What a customer owes, item by item, and what is not applied yet; by Accept also as PDF',
  description:
    "As it was booked at the end of the day, whatever the value date of the money: the statement of a past day stays as it is. All statements, with the money that is no customer's yet, are the accounts of receivables and unapplied cash.",
  tag: 'Customers',
  access: ACCESS,
  params: customerParams,
  query: z.strictObject({ asOf: date.optional() }),
  responses: {
    200: {
      description: 'The statement.',
      content: { 'application/json': statement, 'application/pdf': 'binary' },
    },
  },
  errors: ['NOT_FOUND', 'NOT_ACCEPTABLE'],
  idempotency: 'read',
});

export const readCustomerCreditRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/credit',
  summary: 'Credit limit, what is used of it and why, and how the customer pays',
  tag: 'Customers',
  access: ACCESS,
  params: customerParams,
  responses: {
    200: z
      .strictObject({
        customer: customerName,
        status: z.enum([...CREDIT_LINE_STATES, 'none']).meta({
          description: '`none`: without a credit line.',
        }),
        blockedReason: z.string().nullable().meta({
          description: 'Why somebody blocked the line; null: nobody did.',
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
        reasons: creditReasons,
        risk: orNull(customerRisk),
      })
      .meta({ id: 'CustomerCredit' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
