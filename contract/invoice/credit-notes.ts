import { z } from 'zod';
import { date, id, instant, money, text } from '../primitives.js';
import { APPROVERS, FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName } from '../shared-fields.js';

const APPROVAL = {
  kind: 'roles',
  roles: APPROVERS,
  scope: 'receivables:write',
  person: true,
} as const;

const creditNoteRequest = z
  .strictObject({
    id,
    invoiceId: id,
    disputeId: id.nullable(),
    amount: money,
    reason: z.string(),
    state: z.enum(['requested', 'approved', 'rejected', 'lapsed']).meta({
      description: 'It lapses when nothing of the invoice is left to pay before it is decided on.',
    }),
    requestedAt: instant,
    decidedAt: instant.nullable(),
    creditNoteId: id.nullable().meta({ description: 'Once a second person has agreed.' }),
  })
  .meta({ id: 'CreditNoteRequest' });

export const issueCreditNoteRoute = defineRoute({
  method: 'post',
  path: '/v1/invoices/{invoiceId}/credit-notes',
  summary: 'Credits part of an invoice',
  description:
    'A document of its own with a gapless number; the invoice itself never changes. Never above what is open: money that has come in is given back by undoing its allocation. A dispute that is named is settled for the customer. Above what one person alone may credit of an invoice (all that was credited before counts), it is a request that waits for a second person: 202, without a number.',
  tag: 'Receivables',
  access: APPROVAL,
  params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({ amount: money, reason: text(), dispute: id.optional() }),
  example: { amount: { amount: '45000', currency: 'IDR' }, reason: 'One carton arrived damaged' },
  responses: {
    201: z
      .strictObject({
        id,
        number: z.string(),
        invoiceId: id,
        issuedOn: date,
        reason: z.string(),
        net: money,
        tax: money,
        total: money,
        disputeId: id.nullable(),
        open: money.meta({ description: 'What is left to pay of the invoice.' }),
      })
      .meta({ id: 'CreditNote' }),
    202: creditNoteRequest,
  },
  errors: [
    'INVOICE_NOT_FOUND',
    'CREDIT_NOT_POSITIVE',
    'CREDIT_EXCEEDS_INVOICE',
    'CREDIT_EXCEEDS_OPEN',
    'CURRENCY_MISMATCH',
    'CURRENCY_UNKNOWN',
    'MONEY_MALFORMED',
    'MONEY_TOO_PRECISE',
    'MONEY_TOO_LARGE',
    'DISPUTE_NOT_FOUND',
    'DISPUTE_RESOLVED',
    'CREDIT_NOTE_WAITING',
    'SECOND_PERSON_REQUIRED',
  ],
  idempotency: 'key',
});

export const decideCreditNoteRoute = defineRoute({
  method: 'post',
  path: '/v1/credit-note-requests/{creditNoteRequestId}/approval',
  summary: 'Agree to a credit note, or not; never by who asked for it',
  description: 'When it is approved, the credit note is issued with its number in the same step.',
  tag: 'Receivables',
  access: { ...APPROVAL, freshPassword: true },
  params: z.strictObject({ creditNoteRequestId: id }),
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']) }),
  example: { decision: 'approved' },
  responses: { 200: creditNoteRequest },
  errors: [
    'CREDIT_NOTE_REQUEST_NOT_FOUND',
    'CREDIT_NOTE_DECIDED',
    'SECOND_PERSON_REQUIRED',
    'CREDIT_EXCEEDS_INVOICE',
    'CREDIT_EXCEEDS_OPEN',
    'DISPUTE_RESOLVED',
  ],
  idempotency: 'key',
});

export const readCreditNoteRequestRoute = defineRoute({
  method: 'get',
  path: '/v1/credit-note-requests/{creditNoteRequestId}',
  summary: 'A credit note that was asked for, and what was decided',
  tag: 'Receivables',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' },
  params: z.strictObject({ creditNoteRequestId: id }),
  responses: { 200: creditNoteRequest },
  errors: ['CREDIT_NOTE_REQUEST_NOT_FOUND'],
  idempotency: 'read',
});

export const readCreditNoteRoute = defineRoute({
  method: 'get',
  path: '/v1/credit-notes/{creditNoteId}',
  summary: 'A credit note; by Accept also as PDF',
  tag: 'Receivables',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' },
  params: z.strictObject({ creditNoteId: id }),
  responses: {
    200: {
      description: 'The credit note.',
      content: {
        'application/json': z
          .strictObject({
            id,
            number: z.string(),
            invoiceId: id,
            invoiceNumber: z.string(),
            customer: customerName,
            issuedOn: date,
            reason: z.string(),
            net: money,
            tax: money,
            total: money,
            disputeId: id.nullable(),
          })
          .meta({ id: 'CreditNoteDocument' }),
        'application/pdf': 'binary',
      },
    },
  },
  errors: ['NOT_FOUND', 'NOT_ACCEPTABLE'],
  idempotency: 'read',
});
