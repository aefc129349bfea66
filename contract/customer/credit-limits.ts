import { z } from 'zod';
import { reason, masterChange } from '../company/master-changes.js';
import { AMOUNT_REFUSALS } from '../errors/money.js';
import { date, money, orNull, text } from '../primitives.js';
import { FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerParams } from './customer-fields.js';
import { CREDIT_LINE_STATES } from './customer-money.js';

/** Who grants credit: people whose word a second one may have to follow. */
const GRANTS_CREDIT = {
  kind: 'roles',
  roles: ['arManager', 'creditController'],
  scope: 'receivables:write',
  person: true,
} as const;

const creditLine = z
  .strictObject({
    status: z.enum([...CREDIT_LINE_STATES, 'none']),
    limit: money,
    validUntil: date.nullable().meta({ description: 'The last day; null: it has no end.' }),
    reviewOn: date.nullable().meta({ description: 'When somebody looks at it again.' }),
    blockedReason: z.string().nullable(),
    waiting: orNull(masterChange).meta({
      description: 'The change that waits for a second person.',
    }),
  })
  .meta({ id: 'CreditLine' });

export const setCreditLimitRoute = defineRoute({
  method: 'put',
  path: '/v1/customers/{customerId}/credit-limit',
  summary: 'Set the credit limit of a customer with its last day',
  description:
    'Above the limit of the company (`customerCredit` of `/v1/approval-limits`), and for more or longer than the customer has, it waits for a second person: 202, and `POST /v1/master-changes/{masterChangeId}/approval` decides. Setting less holds at once and ends what waits.',
  tag: 'Customers',
  access: GRANTS_CREDIT,
  params: customerParams,
  body: z.strictObject({
    limit: money.meta({ description: 'In the currency of the customer.' }),
    validUntil: orNull(date).default(null).meta({ description: 'The last day; null: no end.' }),
    reviewOn: orNull(date).default(null),
    reason,
  }),
  example: {
    limit: { amount: '25000000', currency: 'IDR' },
    validUntil: '2027-06-30',
    reason: 'Has paid in time for a year',
  },
  responses: { 200: creditLine, 202: creditLine },
  errors: [
    ...AMOUNT_REFUSALS,
    'CUSTOMER_NOT_FOUND',
    'CUSTOMER_MERGED',
    'LIMIT_NEGATIVE',
    'CREDIT_LIMIT_IN_PAST',
    'MASTER_CHANGE_WAITING',
  ],
  idempotency: 'key',
});

export const blockCreditRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/credit-block',
  summary: 'Sell nothing more on account to a customer, from this moment on',
  tag: 'Customers',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'receivables:write' },
  params: customerParams,
  body: z.strictObject({ reason: text(200).meta({ description: 'Why, for the next person.' }) }),
  example: { reason: 'A cheque came back' },
  responses: { 200: creditLine },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CREDIT_NOT_GRANTED', 'CREDIT_BLOCKED'],
  idempotency: 'key',
});

export const openCreditRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/credit-block/undoing',
  summary: 'Open the credit line of a customer again',
  tag: 'Customers',
  access: { ...GRANTS_CREDIT, freshPassword: true },
  params: customerParams,
  responses: { 200: creditLine },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CREDIT_NOT_GRANTED', 'CREDIT_NOT_BLOCKED'],
  idempotency: 'key',
});
