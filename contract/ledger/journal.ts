import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerName } from '../shared-fields.js';

const ACCESS = { kind: 'roles', roles: FINANCE_READERS, scope: 'reports:read' } as const;

const line = z
  .strictObject({
    account: z.strictObject({
      code: z.string(),
      name: z.strictObject({ id: z.string(), en: z.string() }),
    }),
    store: z.string().nullable(),
    customer: orNull(customerName),
    debit: money.meta({ description: 'Zero on a line of the other side.' }),
    credit: money.meta({ description: 'Zero on a line of the other side.' }),
  })
  .meta({ id: 'JournalLine' });

const entry = z
  .strictObject({
    id,
    businessDate: date,
    kind: z.string().meta({ description: 'What was booked.', example: 'sale-completed' }),
    description: z
      .string()
      .meta({ description: 'In a few words, for people.', example: 'BDG1-01-000042' }),
    document: z
      .strictObject({
        kind: z.string().meta({ example: 'invoice' }),
        id,
        number: z
          .string()
          .nullable()
          .meta({ description: 'Of the document, or of the invoice that it is about.' }),
        saleId: id.nullable().meta({ description: 'The sale whose story it belongs to.' }),
      })
      .meta({ description: 'The document that was booked.' }),
    bookedAt: instant,
    legalEntity: z.string(),
    lines: z.array(line).meta({ description: 'Debits equal credits in each currency.' }),
  })
  .meta({ id: 'JournalEntry' });

export const listJournalEntriesRoute = defineRoute({
  method: 'get',
  path: '/v1/journal-entries',
  summary: 'The journal with its lines and documents, the latest first',
  tag: 'Reports',
  access: ACCESS,
  query: z.strictObject({
    ...pageQuery,
    day: date.optional().meta({ description: 'Business date of the entries.' }),
    account: code
      .optional()
      .meta({ description: 'Code of an account; whole entries that touch it.' }),
  }),
  responses: { 200: listOf(entry) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const readJournalEntryRoute = defineRoute({
  method: 'get',
  path: '/v1/journal-entries/{entryId}',
  summary: 'One entry of the journal with its document',
  tag: 'Reports',
  access: ACCESS,
  params: z.strictObject({ entryId: id }),
  responses: { 200: entry },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
