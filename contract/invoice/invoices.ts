import { z } from 'zod';
import { RECEIVABLE_OUTCOMES } from '../../domain/receivable/outcome.js';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant, language, money, orNull, quantity } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { allocationSchema } from '../payment/payments.js';
import { customerFilter, customerName, searchFilter, workflowOf } from '../shared-fields.js';

/** What can have settled a part of an invoice. */
export const SETTLED_BY = [
  'payment',
  'remittance',
  'credit-note',
  'write-off',
  'deduction',
] as const;

export const INVOICE_STATES = ['open', 'overdue', 'placed', 'settled'] as const;

const invoiceState = z.enum(INVOICE_STATES).meta({
  description:
    '`open`: something is left to pay. `overdue`: and was due before today. `placed`: with a collection agency. `settled`: nothing is left.',
});

const head = {
  id,
  number: z.string(),
  paymentReference: z.string().meta({ description: 'What the customer types into the transfer.' }),
  status: invoiceState,
  customer: customerName,
  store: z.string(),
  saleId: orNull(id).meta({
    description: 'Null: another system issued it, and it was brought in with what was open of it.',
  }),
  issuedOn: date,
  dueOn: date
    .nullable()
    .meta({ description: 'Of the oldest open instalment; null when nothing is open.' }),
  total: money.meta({ description: 'Of its sale, before cash rounding.' }),
  open: money,
  dunningLevel: z.number().int(),
};

export const listInvoicesRoute = defineRoute({
  method: 'get',
  path: '/v1/invoices',
  summary: 'Invoices, the latest first',
  tag: 'Receivables',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' },
  query: z.strictObject({
    ...pageQuery,
    status: z
      .enum([...INVOICE_STATES, 'unpaid'])
      .optional()
      .meta({
        description: '`unpaid` is everything that is not settled.',
      }),
    customer: customerFilter,
    q: searchFilter('Beginning of an invoice or payment reference, or part of a customer name.'),
  }),
  responses: { 200: listOf(z.strictObject(head).meta({ id: 'InvoiceHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

const invoiceLine = z.strictObject({
  lineNumber: z.number().int(),
  sku: z.string(),
  name: z.string(),
  unit: z.string(),
  quantity,
  unitPrice: money,
  discount: money,
  net: money,
  taxCode: z.string(),
  taxBase: money,
  tax: money,
});

const openItem = z
  .strictObject({
    id,
    kind: z.enum(['instalment', 'fee', 'opening']),
    instalment: z.number().int(),
    dueOn: date,
    amount: money,
    open: money,
    daysOverdue: z.number().int(),
  })
  .meta({ id: 'OpenItem' });

const creditNoteHead = z
  .strictObject({
    id,
    number: z.string(),
    issuedOn: date,
    reason: z.string(),
    net: money,
    tax: money,
    total: money,
    disputeId: id.nullable(),
  })
  .meta({ id: 'CreditNoteHead' });

const promise = z.strictObject({
  id,
  amount: money,
  promisedOn: date,
  promisedFor: date,
  state: z.string(),
  channel: z.string(),
});

const dispute = z.strictObject({
  id,
  reason: z.string(),
  amount: money,
  state: z.string(),
  openedAt: instant,
  resolution: z.string().nullable(),
  resolvedAt: instant.nullable(),
  creditNoteId: id.nullable(),
});

const bankLine = z.strictObject({
  statementId: id,
  position: z.number().int(),
  bookingDate: date,
  bankReference: z.string().nullable(),
});

const settlement = z
  .strictObject({
    kind: z.enum(SETTLED_BY).meta({
      description:
        '`remittance`: money that an agency collected. `deduction`: what the payer kept back of a payment.',
    }),
    amount: money,
    on: date.meta({ description: 'The day of booking.' }),
    document: z.strictObject({
      id,
      number: z.string().nullable().meta({
        description:
          'Of the credit note, of the remittance once the agency has paid it out, or of the document of a deduction.',
      }),
    }),
    payer: z.string().nullable().meta({ description: 'The payer, or the agency.' }),
    bankLine: bankLine.nullable().meta({
      description: 'The line of the bank by which the money came.',
    }),
  })
  .meta({ id: 'Settlement' });

export const readInvoiceRoute = defineRoute({
  method: 'get',
  path: '/v1/invoices/{invoiceId}',
  summary: 'An invoice with everything that happened to it; by Accept also as PDF',
  tag: 'Receivables',
  access: { kind: 'roles', roles: FINANCE_READERS, scope: 'receivables:read' },
  params: z.strictObject({ invoiceId: id }),
  responses: {
    200: {
      description: 'The invoice.',
      content: {
        'application/json': z
          .strictObject({
            ...head,
            language,
            net: money,
            tax: money,
            rounding: money.meta({
              description: 'What cash was rounded down by at the till; not paid, not owed.',
            }),
            prepaid: money.meta({ description: 'Paid at the till, before it was invoiced.' }),
            lines: z.array(invoiceLine),
            openItems: z.array(openItem),
            allocations: z.array(allocationSchema),
            settlements: z.array(settlement).meta({
              description: 'What has settled it and stands, in the order of booking.',
            }),
            creditNotes: z.array(creditNoteHead),
            promises: z.array(promise),
            disputes: z.array(dispute),
            outcome: z.enum(RECEIVABLE_OUTCOMES).nullable(),
            closedAt: instant.nullable(),
            nextStep: z.string().nullable(),
            nextStepAt: instant.nullable(),
            workflow: workflowOf,
            timeline: z.string().meta({ description: 'Where the whole story of its sale is.' }),
          })
          .meta({ id: 'Invoice' }),
        'application/pdf': 'binary',
      },
    },
  },
  errors: ['NOT_FOUND', 'NOT_ACCEPTABLE'],
  idempotency: 'read',
});
