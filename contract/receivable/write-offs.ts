import { z } from 'zod';
import { id, instant, money, text } from '../primitives.js';
import { APPROVERS, FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';

const writeOff = z
  .strictObject({
    id,
    invoiceId: id,
    placementId: id.nullable(),
    amount: money.meta({ description: 'What was asked for.' }),
    writtenOff: money.meta({ description: 'What was given up: never more than was still open.' }),
    reason: z.string(),
    state: z.enum(['requested', 'approved', 'rejected', 'lapsed']).meta({
      description: 'It lapses when nothing of the invoice is left to pay before it is decided on.',
    }),
    requestedAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'WriteOff' });

export const requestWriteOffRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/write-offs',
  summary: 'Ask to give up what is left of an invoice',
  description: 'Nothing is booked before a second person agrees.',
  tag: 'Collections',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'receivables:write', person: true },
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({
    reason: text(),
    amount: money.optional().meta({ description: 'All that is open when it is left out.' }),
  }),
  example: { reason: 'The shop has closed for good' },
  responses: { 201: writeOff },
  errors: [
    'INVOICE_NOT_FOUND',
    'NOTHING_OPEN',
    'CURRENCY_MISMATCH',
    'AMOUNT_NOT_POSITIVE',
    'WRITE_OFF_EXCEEDS_OPEN',
    'WRITE_OFF_WAITING',
  ],
  idempotency: 'key',
});

export const decideWriteOffRoute = defineRoute({
  method: 'post',
  path: '/v1/write-offs/{writeOffId}/approval',
  summary: 'Agree to a write-off, or not; never by who asked for it',
  tag: 'Collections',
  access: {
    kind: 'roles',
    roles: APPROVERS,
    scope: 'receivables:write',
    person: true,
    freshPassword: true,
  },
  params: z.strictObject({ writeOffId: id }),
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']) }),
  example: { decision: 'approved' },
  responses: { 200: writeOff },
  errors: ['WRITE_OFF_NOT_FOUND', 'WRITE_OFF_DECIDED', 'SECOND_PERSON_REQUIRED', 'NOTHING_OPEN'],
  idempotency: 'key',
});
