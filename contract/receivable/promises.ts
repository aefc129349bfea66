import { z } from 'zod';
import { PROMISE_STATES } from '../../domain/receivable/promise.js';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant, money } from '../primitives.js';
import { FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerFilter } from '../shared-fields.js';
import { aboutInvoice, READS_RECEIVABLES } from './about-invoice.js';

const ACCESS = { kind: 'roles', roles: FINANCE_WRITERS, scope: 'receivables:write' } as const;

const promise = z
  .strictObject({
    id,
    invoiceId: id,
    amount: money,
    promisedOn: date,
    promisedFor: date,
    state: z.enum(PROMISE_STATES),
    channel: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'Promise' });

export const recordPromiseRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/promises',
  summary: 'A customer promises to pay; reminders wait until the day and its grace are over',
  description:
    'Kept or broken is decided from the money that comes in. One promise at a time runs on an invoice. The dunning policy of the customer limits its day, its least share of what is demanded by that day, and how many in a row may not be kept; one that is withdrawn later than on its day counts as not kept.',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({
    amount: money,
    promisedFor: date.meta({ description: 'Today or later, as far ahead as the policy allows.' }),
    channel: z.enum(['phone', 'email', 'letter', 'visit', 'message']).default('phone'),
  }),
  example: { amount: { amount: '150000', currency: 'IDR' }, promisedFor: '2026-12-01' },
  responses: { 201: promise },
  errors: [
    'INVOICE_NOT_FOUND',
    'NOTHING_OPEN',
    'CURRENCY_MISMATCH',
    'PROMISE_AMOUNT_NOT_POSITIVE',
    'PROMISE_EXCEEDS_OPEN',
    'PROMISE_IN_PAST',
    'PROMISE_TOO_FAR',
    'PROMISE_ALREADY_RUNNING',
    'PROMISE_BELOW_MINIMUM',
    'PROMISE_LIMIT_REACHED',
  ],
  idempotency: 'key',
});

export const withdrawPromiseRoute = defineRoute({
  method: 'post',
  path: '/v1/promises/{promiseId}/withdrawal',
  summary: 'Take a promise back, so that it holds nothing up',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ promiseId: id }),
  responses: { 200: promise },
  errors: ['PROMISE_NOT_FOUND', 'PROMISE_ENDED'],
  idempotency: 'key',
});

const { invoiceId: _promised, ...factsOfPromise } = promise.shape;

export const listPromisesRoute = defineRoute({
  method: 'get',
  path: '/v1/promises',
  summary: 'What customers have promised to pay, by day',
  description: 'What runs by its day, the soonest first; what has ended the latest first.',
  tag: 'Collections',
  access: READS_RECEIVABLES,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(PROMISE_STATES).default('open').meta({ description: '`open`: it runs.' }),
    customer: customerFilter,
  }),
  responses: {
    200: listOf(
      z
        .strictObject({
          ...factsOfPromise,
          ...aboutInvoice,
          recordedBy: z.string().meta({ description: 'Who heard it, by name.', example: 'Sri' }),
        })
        .meta({ id: 'ListedPromise' }),
    ),
  },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
