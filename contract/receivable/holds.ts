import { z } from 'zod';
import { date, id, instant, text } from '../primitives.js';
import { FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';

const ACCESS = { kind: 'roles', roles: FINANCE_WRITERS, scope: 'receivables:write' } as const;

const hold = z
  .strictObject({
    id,
    invoiceId: id.nullable(),
    customerId: id.nullable(),
    reason: z.string(),
    until: date.nullable(),
    reviewOn: date.nullable().meta({
      description: 'On this day it comes back as a work item, `hold-review`, unless it has ended.',
    }),
    placedAt: instant,
    releasedAt: instant.nullable(),
  })
  .meta({ id: 'Hold' });

export const placeHoldRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/holds',
  summary: 'Stop reminders and placement for a while',
  description:
    'Afterwards the customer continues at the level reached. A hold that lasts longer than the days of the dunning policy comes back as a work item, again and again until it ends.',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({
    reason: text(),
    until: date
      .optional()
      .meta({ description: 'The last day held; until somebody releases it when it is left out.' }),
    covers: z.enum(['invoice', 'customer']).default('invoice'),
  }),
  example: { reason: 'Asked for a copy of the delivery note', until: '2026-12-01' },
  responses: { 201: hold },
  errors: ['INVOICE_NOT_FOUND', 'HOLD_IN_THE_PAST'],
  idempotency: 'key',
});

export const keepHoldRoute = defineRoute({
  method: 'post',
  path: '/v1/holds/{holdId}/review',
  summary: 'Keep a hold that came back as work; it comes back again',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ holdId: id }),
  body: z.strictObject({
    reason: text(),
    until: date
      .optional()
      .meta({ description: 'The last day held; as it was when it is left out.' }),
  }),
  example: { reason: 'The delivery note is still missing' },
  responses: { 200: hold },
  errors: ['HOLD_NOT_FOUND', 'HOLD_RELEASED', 'HOLD_IN_THE_PAST'],
  idempotency: 'key',
});

export const releaseHoldRoute = defineRoute({
  method: 'post',
  path: '/v1/holds/{holdId}/release',
  summary: 'End a hold',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ holdId: id }),
  responses: { 200: hold },
  errors: ['HOLD_NOT_FOUND', 'HOLD_RELEASED'],
  idempotency: 'key',
});
