import { z } from 'zod';
import { DISPUTE_RESOLUTIONS, DISPUTE_STATES } from '../../domain/receivable/dispute.js';
import { listOf, pageQuery } from '../list.js';
import { id, instant, money, text } from '../primitives.js';
import { FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerFilter } from '../shared-fields.js';
import { aboutInvoice, READS_RECEIVABLES } from './about-invoice.js';

const ACCESS = { kind: 'roles', roles: FINANCE_WRITERS, scope: 'receivables:write' } as const;

const dispute = z
  .strictObject({
    id,
    invoiceId: id,
    amount: money,
    reason: z.string(),
    state: z.enum(DISPUTE_STATES),
    openedAt: instant,
    resolution: z.enum(DISPUTE_RESOLUTIONS).nullable().meta({
      description:
        'Once nothing of the invoice is left to pay, it is resolved by itself: for the customer when a credit note settled the invoice, else for the seller.',
    }),
    resolvedAt: instant.nullable(),
    creditNoteId: id.nullable(),
  })
  .meta({ id: 'Dispute' });

export const openDisputeRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/disputes',
  summary: 'A customer objects; while it is open there is no reminder and no agency',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({
    reason: text().meta({ description: 'What the customer says.' }),
    amount: money.optional().meta({
      description:
        'All that is open when it is left out; else at least the least share of the dunning policy.',
    }),
  }),
  example: { reason: 'Two chairs arrived damaged' },
  responses: { 201: dispute },
  errors: [
    'INVOICE_NOT_FOUND',
    'NOTHING_OPEN',
    'CURRENCY_MISMATCH',
    'DISPUTE_AMOUNT_NOT_POSITIVE',
    'DISPUTE_EXCEEDS_OPEN',
    'DISPUTE_BELOW_MINIMUM',
  ],
  idempotency: 'key',
});

export const resolveDisputeRoute = defineRoute({
  method: 'post',
  path: '/v1/disputes/{disputeId}/resolution',
  summary: 'Settle a dispute: for the customer by a credit note, or for the seller',
  description:
    'A credit note that names the dispute is found by itself. What is not credited is owed again.',
  tag: 'Collections',
  access: ACCESS,
  params: z.strictObject({ disputeId: id }),
  body: z.strictObject({
    resolution: z.enum(DISPUTE_RESOLUTIONS),
    creditNoteId: id.optional(),
  }),
  example: { resolution: 'for-seller' },
  responses: { 200: dispute },
  errors: [
    'DISPUTE_NOT_FOUND',
    'DISPUTE_RESOLVED',
    'CREDIT_NOTE_REQUIRED',
    'CREDIT_NOTE_UNSUITABLE',
    'CREDIT_NOT_POSITIVE',
    'CREDIT_EXCEEDS_DISPUTE',
  ],
  idempotency: 'key',
});

const { invoiceId: _disputed, ...factsOfDispute } = dispute.shape;

export const listDisputesRoute = defineRoute({
  method: 'get',
  path: '/v1/disputes',
  summary: 'What customers object to, by age',
  description: 'Open ones, the oldest first; resolved ones, the latest first.',
  tag: 'Collections',
  access: READS_RECEIVABLES,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(DISPUTE_STATES).default('open'),
    customer: customerFilter,
  }),
  responses: {
    200: listOf(
      z
        .strictObject({
          ...factsOfDispute,
          ...aboutInvoice,
          openedBy: z.string().meta({ description: 'Who recorded it, by name.', example: 'Sri' }),
        })
        .meta({ id: 'ListedDispute' }),
    ),
  },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
