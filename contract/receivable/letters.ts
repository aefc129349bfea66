import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { date, id, instant, money, orNull } from '../primitives.js';
import { LEVELS_MAX, letterAsSent, letterPreview } from '../company/templates.js';
import { defineRoute } from '../route.js';
import { customerFilter, customerName } from '../shared-fields.js';
import { READS_RECEIVABLES } from './about-invoice.js';

export const LETTER_STATES = ['preparing', 'sent', 'failed', 'suppressed'] as const;
export const LETTER_FOLLOWS = ['reminder', 'agency', 'person'] as const;

const letter = z
  .strictObject({
    id,
    customer: customerName,
    level: z.number().int().meta({ description: 'The highest of its invoices.' }),
    state: z.enum(LETTER_STATES).meta({
      description:
        '`sent`: a mail server has accepted it. `suppressed`: its cause was gone before.',
    }),
    day: date.meta({ description: 'The day of the books on which it was written.' }),
    total: money.meta({ description: 'What the customer owed by its invoices on that day.' }),
    createdAt: instant,
    sentAt: instant.nullable().meta({ description: 'When a mail server accepted it.' }),
    failure: z.string().nullable().meta({ description: 'Why it did not go or did not arrive.' }),
    mail: orNull(
      z.strictObject({
        recipient: z
          .string()
          .meta({ description: 'Address that it went to.', example: 'ap@hotel.example' }),
        subject: z.string(),
        messageId: z.string().meta({ description: 'By which mail servers know it.' }),
        attempts: z.number().int(),
      }),
    ).meta({ description: 'The proof of sending; null before there is a mail.' }),
    invoices: z.array(
      z.strictObject({
        id,
        number: z.string(),
        saleId: id.nullable(),
        level: z.number().int(),
        open: money.meta({ description: 'On that day.' }),
        payBy: date.meta({ description: 'The deadline that it names.' }),
        follows: z.enum(LETTER_FOLLOWS).meta({ description: 'What comes after it.' }),
      }),
    ),
  })
  .meta({ id: 'Letter' });

export const previewLetterRoute = defineRoute({
  method: 'get',
  path: '/v1/customers/{customerId}/letter',
  summary: 'The reminder that a customer would get today, about everything that is open',
  description:
    'With the words that are in force for the customer, in the language of the contact that it goes to. Nothing is stored or sent.',
  tag: 'Collections',
  access: READS_RECEIVABLES,
  params: z.strictObject({ customerId: id }),
  query: z.strictObject({
    level: z.coerce
      .number()
      .int()
      .min(1)
      .max(LEVELS_MAX)
      .default(1)
      .meta({ description: 'Of the reminder.' }),
  }),
  responses: { 200: letterPreview },
  errors: ['CUSTOMER_UNKNOWN', 'NOTHING_OPEN'],
  idempotency: 'read',
});

export const listLettersRoute = defineRoute({
  method: 'get',
  path: '/v1/letters',
  summary: 'Reminders that went out or did not, with their proof, the latest first',
  tag: 'Collections',
  access: READS_RECEIVABLES,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(LETTER_STATES).optional(),
    invoice: id.optional().meta({ description: 'Letters that name this invoice.' }),
    customer: customerFilter,
  }),
  responses: { 200: listOf(letter) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readLetterRoute = defineRoute({
  method: 'get',
  path: '/v1/letters/{letterId}',
  summary: 'The words of one letter; by Accept its paper as PDF',
  description:
    'With the invoices, sums and days of its own day. When the company has put other words in force since, they are the later ones.',
  tag: 'Collections',
  access: READS_RECEIVABLES,
  params: z.strictObject({ letterId: id }),
  responses: {
    200: {
      description: 'The letter.',
      content: { 'application/json': letterAsSent, 'application/pdf': 'binary' },
    },
  },
  errors: ['NOT_FOUND', 'NOT_ACCEPTABLE'],
  idempotency: 'read',
});
