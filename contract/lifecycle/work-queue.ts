import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, text } from '../primitives.js';
import { words } from '../problem.js';
import { FINANCE_AND_STORES, FINANCE_WRITERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerOfSale } from '../sale/priced-sale.js';
import { workPerson } from './work-care.js';

const ends = z
  .strictObject({
    calls: z
      .array(z.string().meta({ example: 'POST /v1/disputes/{disputeId}/resolution' }))
      .meta({ description: 'Calls that do what is asked for, and so end it.' }),
    itself: z.boolean().meta({ description: 'It also ends when its cause is gone.' }),
    byReason: z
      .boolean()
      .meta({ description: 'A person may end it by POST .../resolution with a reason.' }),
    repairs: z.array(z.string().meta({ example: 'POST /v1/stock-receipts' })).meta({
      description: 'Calls by which a person mends the cause before ending the item with a reason.',
    }),
    words: z.strictObject({ en: z.string(), id: z.string() }),
  })
  .nullable()
  .meta({ id: 'WorkEnding', description: 'What ends it; null for a kind that is not known.' });

const workItem = z
  .strictObject({
    id,
    kind: z.string().meta({ example: 'stock-short' }),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    store: z.string().nullable(),
    customer: orNull(customerOfSale),
    saleId: id.nullable(),
    amount: orNull(money),
    detail: z.unknown(),
    openedAt: instant,
    ends,
    words: orNull(words),
    assignee: orNull(workPerson).meta({
      description: 'Who works on it; null: nobody in particular.',
    }),
    snoozedUntil: date
      .nullable()
      .meta({ description: 'The day on which it is in the queue again; null: it is in it.' }),
    notes: z.number().int().meta({ description: 'How many notes people wrote at it.' }),
    version: z.number().int().meta({ description: 'To be named by whoever changes the item.' }),
  })
  .meta({ id: 'WorkItem' });

/** All kinds of the list and of sales together, several times. */
const KINDS_LENGTH_MAX = 4_000;

export const listWorkRoute = defineRoute({
  method: 'get',
  path: '/v1/work-queue',
  summary: 'What needs a person, oldest first, of the same day the dearest first',
  description:
    'A day is that of the store, or of the company where there is none; money that goes out weighs as much as money that comes in.',
  tag: 'Work',
  access: {
    kind: 'roles',
    roles: FINANCE_AND_STORES,
    scope: 'receivables:read',
  },
  query: z.strictObject({
    ...pageQuery,
    kind: z
      .string()
      .max(KINDS_LENGTH_MAX)
      .regex(/^[a-z\d-]+(?:,[a-z\d-]+)*$/)
      .optional()
      .meta({ description: 'Some kinds, with commas.', example: 'write-off,credit-note' }),
    store: code.optional(),
    show: z.enum(['now', 'later', 'all']).default('now').meta({
      description: '`now`: what is not put off. `later`: what is put off to a day after today.',
    }),
    assignee: z
      .union([z.enum(['me', 'nobody']), id])
      .optional()
      .meta({ description: 'Of one person, of the caller, or of nobody in particular.' }),
  }),
  responses: { 200: listOf(workItem) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const countWorkRoute = defineRoute({
  method: 'get',
  path: '/v1/work-queue/counts',
  summary: 'How many things need a person, by kind',
  tag: 'Work',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  query: z.strictObject({ store: code.optional() }),
  responses: {
    200: z
      .strictObject({
        total: z.number().int().meta({ description: 'Of all kinds together.' }),
        mine: z.number().int().meta({ description: 'Given to the caller.' }),
        later: z
          .number()
          .int()
          .meta({ description: 'Put off to a later day, and not counted else.' }),
        payments: z.number().int().meta({
          description: 'Payments among them whose money is not joined to what it pays.',
        }),
        kinds: z.array(
          z.strictObject({
            kind: z.string().meta({ example: 'stock-short' }),
            items: z.number().int().meta({ description: 'Open items of this kind.' }),
            oldestAt: instant.meta({ description: 'Since when the oldest of them waits.' }),
          }),
        ),
      })
      .meta({ id: 'WorkCounts' }),
  },
  errors: [],
  idempotency: 'read',
});

export const resolveWorkRoute = defineRoute({
  method: 'post',
  path: '/v1/work-queue/{workItemId}/resolution',
  summary: 'Ends a work item with a reason',
  description:
    'For items with `ends.byReason`: the books cannot see what was done about them. Who did it, when and why stays with the item. An item whose cause is still there comes back.',
  tag: 'Work',
  access: {
    kind: 'roles',
    roles: [...FINANCE_WRITERS, 'storeManager'],
    scope: 'operations:write',
    person: true,
  },
  params: z.strictObject({ workItemId: id }),
  body: z.strictObject({ reason: text(200) }),
  example: { reason: 'The bank sent the missing statement; it is in the books now.' },
  responses: {
    200: z
      .strictObject({ id, kind: z.string(), resolution: z.string() })
      .meta({ id: 'ResolvedWorkItem' }),
  },
  errors: ['NOT_FOUND', 'WORK_ITEM_NOT_FOUND', 'WORK_ITEM_DONE', 'WORK_ITEM_ENDS_OTHERWISE'],
  idempotency: 'key',
});
