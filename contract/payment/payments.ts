import { z } from 'zod';
import { DEDUCTION_KINDS } from '../../domain/ledger/deductions.js';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant, money, orNull, text } from '../primitives.js';
import { FINANCE_READERS, FINANCE_WRITERS } from '../roles.js';
import { words } from '../problem.js';
import { defineRoute } from '../route.js';
import { customerFilter, customerName, searchFilter } from '../shared-fields.js';

export const PAYMENT_STATES = ['unapplied', 'suggested', 'held', 'applied', 'reversed'] as const;

const paymentState = z.enum(PAYMENT_STATES).meta({
  description:
    '`unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.',
});

/** Several, separated by commas. */
const stateList = z
  .string()
  .regex(new RegExp(`^(?:${PAYMENT_STATES.join('|')})(?:,(?:${PAYMENT_STATES.join('|')}))*$`))
  .optional()
  .meta({
    description: `Some of ${PAYMENT_STATES.join(', ')}, with commas.`,
    example: 'unapplied,suggested',
  });

const head = {
  id,
  status: paymentState,
  source: z.string().meta({ example: 'bank' }),
  amount: money,
  unapplied: money,
  valueDate: date,
  receivedAt: instant,
  payerName: z.string().nullable(),
  payerAccount: z.string().nullable(),
  text: z.string(),
  customer: orNull(customerName).meta({
    description: 'Known, or suspected while it is not applied.',
  }),
  suggestionCount: z.number().int(),
};

export const listPaymentsRoute = defineRoute({
  method: 'get',
  path: '/v1/payments',
  summary: 'Money that has come in, the latest first',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  query: z.strictObject({
    ...pageQuery,
    status: stateList,
    customer: customerFilter,
    q: searchFilter('Part of the payer or of the text.'),
  }),
  responses: { 200: listOf(z.strictObject(head).meta({ id: 'PaymentHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const allocationSchema = z
  .strictObject({
    id,
    kind: z.enum(['payment', 'deduction', 'credit-note', 'write-off']),
    openItem: id,
    invoiceId: id,
    invoiceNumber: z.string(),
    amount: money,
    bookedOn: date,
    bookedBy: z.string(),
    evidence: z.unknown(),
    reversed: z
      .strictObject({ on: date, by: z.string(), reason: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Allocation' });

const suggestion = z
  .strictObject({
    rank: z.number().int(),
    kind: z.enum(['match', 'possible-duplicate']),
    items: z.array(
      z.strictObject({
        openItem: id,
        invoiceId: id,
        invoiceNumber: z.string(),
        instalment: z.number().int(),
        amount: money.meta({ description: 'To apply to it.' }),
        open: money.meta({ description: 'Open on it at this moment.' }),
      }),
    ),
    deductions: z
      .array(
        z.strictObject({
          openItem: id,
          kind: z.enum(DEDUCTION_KINDS),
          amount: money,
          document: z.enum(['withholding-slip']).nullable().meta({
            description:
              'What the payer has to show for it: `withholding-slip`, the proof of withheld tax. Null: nothing.',
          }),
        }),
      )
      .meta({
        description:
          'What the payer kept back by this reading, as it can be booked with the items. Empty when the payment is not short, or nothing explains it.',
      }),
    equation: z
      .string()
      .meta({ example: 'IDR 87500 = INV/NSA/2026/000017-2 87500 (of 90000) [known-fee 2500]' }),
    reasons: z.unknown().meta({ description: 'Evidence for it and doubts about it.' }),
    words: z.array(words).meta({ description: 'The doubts about it, in words.' }),
  })
  .meta({ id: 'PaymentSuggestion' });

export const readPaymentRoute = defineRoute({
  method: 'get',
  path: '/v1/payments/{paymentId}',
  summary: 'A payment: what it may pay and why, what it has paid, where it came from',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'banking:read' },
  params: z.strictObject({ paymentId: id }),
  responses: {
    200: z
      .strictObject({
        ...head,
        suggestions: z.array(suggestion),
        reasons: z
          .unknown()
          .meta({ description: 'Why it was not booked by itself; null when it was.' }),
        rivals: z.array(
          z.strictObject({ paymentId: id, amount: money, valueDate: date, status: paymentState }),
        ),
        allocations: z.array(allocationSchema),
        bankLine: z
          .strictObject({
            statementId: id,
            position: z.number().int(),
            place: z.string(),
            bankReference: z.string().nullable(),
          })
          .nullable(),
        reversedAt: instant.nullable(),
      })
      .meta({ id: 'Payment' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

const ITEMS_MAX = 200;

export const allocatePaymentRoute = defineRoute({
  method: 'post',
  path: '/v1/payments/{paymentId}/allocations',
  summary: 'Joins a payment to open items',
  description:
    'A deduction is what the payer kept back of an item (a fee, withheld tax): it settles the item beside the payment. What one person alone gives up of an invoice, and for a customer in one day, has one limit for deductions and credit notes together; a clerk has a smaller one. Withheld tax with the number of its document is bounded by its legal rate instead. Nothing is deducted while the payment has money left.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write' },
  params: z.strictObject({ paymentId: id }),
  body: z.strictObject({
    items: z
      .array(z.strictObject({ openItem: id, amount: money }))
      .min(1)
      .max(ITEMS_MAX),
    deductions: z
      .array(
        z.strictObject({
          openItem: id,
          kind: z.enum(DEDUCTION_KINDS),
          amount: money,
          documentReference: text(100).optional(),
        }),
      )
      .max(ITEMS_MAX)
      .optional(),
  }),
  example: {
    items: [
      {
        openItem: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
        amount: { amount: '87500', currency: 'IDR' },
      },
    ],
    deductions: [
      {
        openItem: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
        kind: 'bankFee',
        amount: { amount: '2500', currency: 'IDR' },
      },
    ],
  },
  responses: {
    201: z
      .strictObject({
        paymentId: id,
        status: paymentState,
        unapplied: money,
        allocations: z.array(allocationSchema),
      })
      .meta({ id: 'AllocatedPayment' }),
  },
  errors: [
    'PAYMENT_NOT_FOUND',
    'PAYMENT_REVERSED',
    'OPEN_ITEM_NOT_FOUND',
    'LEGAL_ENTITY_MISMATCH',
    'OPEN_ITEM_REPEATED',
    'ALLOCATION_NOT_POSITIVE',
    'ALLOCATION_EXCEEDS_OPEN',
    'ALLOCATION_EXCEEDS_PAYMENT',
    'DEDUCTION_ABOVE_LIMIT',
    'DEDUCTION_DOCUMENT_INVALID',
    'DEDUCTION_WITH_SURPLUS',
    'WITHHOLDING_ABOVE_RATE',
    'DEDUCTION_WITHOUT_PAYMENT',
    'CURRENCY_MISMATCH',
    'CURRENCY_UNKNOWN',
    'MONEY_MALFORMED',
    'MONEY_TOO_PRECISE',
    'MONEY_TOO_LARGE',
  ],
  idempotency: 'key',
});

export const reverseAllocationRoute = defineRoute({
  method: 'post',
  path: '/v1/allocations/{allocationId}/reversal',
  summary: 'Undoes an allocation: everything stands as before',
  description:
    'What was deducted from the same item in favour of the same payment is undone with it.',
  tag: 'Banking',
  access: { kind: 'roles', roles: FINANCE_WRITERS, scope: 'banking:write' },
  params: z.strictObject({ allocationId: id }),
  body: z.strictObject({ reason: text().optional() }),
  example: { reason: 'Paid for another invoice' },
  responses: {
    201: z
      .strictObject({
        paymentId: id,
        status: paymentState,
        unapplied: money,
        allocation: allocationSchema,
      })
      .meta({ id: 'ReversedAllocation' }),
  },
  errors: ['ALLOCATION_NOT_FOUND', 'ALLOCATION_REVERSED', 'ALLOCATION_NOT_A_PAYMENT'],
  idempotency: 'key',
});
