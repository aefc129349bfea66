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
    placedAt: instant,
    releasedAt: instant.nullable(),
  })
  .meta({ id: 'Hold' });

export const placeHoldRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/holds',
  summary: 'Stop reminders and placement for a while',
  description: 'Afterwards the customer continues at the level reached.',
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
