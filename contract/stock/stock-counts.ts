import { z } from 'zod';
import { AMOUNT_REFUSALS, QUANTITY_REFUSALS } from '../errors/money.js';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, quantity, text } from '../primitives.js';
import { APPROVERS, FINANCE_READERS, MASTER_READERS, STORE_KEEPERS, type Role } from '../roles.js';
import { defineRoute } from '../route.js';

export const STOCK_COUNT_STATES = ['requested', 'booked', 'rejected'] as const;
const LINES_MAX = 500;

const counted = quantity.meta({ description: 'What is there, with what is kept for customers.' });
const expected = quantity.meta({
  description: 'What the books said when it was counted (`onHand` of `GET /v1/stock`).',
});
const unitCost = money.meta({
  description: 'What one unit costs, where the books have none here and so know no average.',
});

const stockCount = z
  .strictObject({
    id,
    location: z.string(),
    store: z.string(),
    reason: z.string().meta({ description: 'Why it was counted, or what was found.' }),
    state: z.enum(STOCK_COUNT_STATES),
    worth: money.meta({
      description: 'What the differences were worth when counted, surplus and shortage added.',
    }),
    workItem: id.nullable().meta({ description: 'The question that it answers.' }),
    requestedBy: z.string().meta({ description: 'Name of the person who counted.' }),
    requestedAt: instant,
    decidedAt: instant.nullable(),
    bookedOn: date.nullable().meta({ description: 'The day in the ledger; null: not booked.' }),
    lines: z
      .array(
        z.strictObject({
          sku: z.string(),
          name: z.string(),
          counted,
          expected,
          difference: quantity.meta({ description: 'Counted less expected.' }),
          unitCost: orNull(unitCost),
        }),
      )
      .meta({ description: 'The goods that were counted.' }),
  })
  .meta({ id: 'StockCount' });

export const listStockCountsRoute = defineRoute({
  method: 'get',
  path: '/v1/stock-counts',
  summary: 'Counts of goods and what they changed, the latest first',
  tag: 'Stock',
  access: {
    kind: 'roles',
    roles: [...new Set<Role>([...MASTER_READERS, ...FINANCE_READERS])],
    scope: 'stock:read',
  },
  query: z.strictObject({ ...pageQuery, state: z.enum(STOCK_COUNT_STATES).optional() }),
  responses: { 200: listOf(stockCount) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

export const countStockRoute = defineRoute({
  method: 'post',
  path: '/v1/stock-counts',
  summary: 'Say what was counted: the difference changes stock and ledger',
  description:
    'The difference (counted less expected) is booked today at the average cost, against stock shrinkage. Up to the limit of the company (`stockCount` of `/v1/approval-limits`) for the store within 30 days one person is enough; above it the count waits: 202, and `POST /v1/stock-counts/{stockCountId}/approval` decides. A wrong count is put right by another one.',
  tag: 'Stock',
  access: {
    kind: 'roles',
    roles: STORE_KEEPERS,
    scope: 'masters:write',
    person: true,
  },
  body: z.strictObject({
    location: code.meta({ description: 'Code of the location.' }),
    reason: text(200).meta({ description: 'Why it was counted, or what was found.' }),
    workItem: id.optional().meta({
      description:
        'A `stock-short` work item of the store, which ends when the count is booked. Its reason is that of the count.',
    }),
    lines: z
      .array(
        z.strictObject({
          sku: code,
          counted,
          expected: expected.optional(),
          unitCost: unitCost.optional(),
        }),
      )
      .min(1)
      .max(LINES_MAX),
  }),
  example: {
    location: 'BDG1-FLOOR',
    reason: 'Two packets were broken',
    lines: [{ sku: 'KOPI-001', counted: '38', expected: '40' }],
  },
  responses: { 201: stockCount, 202: stockCount },
  errors: [
    'LOCATION_UNKNOWN',
    'ITEM_UNKNOWN',
    'ITEM_NOT_STOCKED',
    'ITEM_REPEATED',
    'QUANTITY_NEGATIVE',
    'PRICE_NEGATIVE',
    'BUSINESS_DATE_TOO_EARLY',
    'STOCK_COST_NEEDED',
    'STOCK_RESERVED',
    'WORK_ITEM_NOT_FOUND',
    'WORK_ITEM_DONE',
    ...AMOUNT_REFUSALS,
    ...QUANTITY_REFUSALS,
  ],
  idempotency: 'key',
});

export const decideStockCountRoute = defineRoute({
  method: 'post',
  path: '/v1/stock-counts/{stockCountId}/approval',
  summary: 'Book a count that one person alone may not book, or reject it',
  description:
    'Never by the person who counted, who may take it back (`rejected`). The differences are booked on the day of the approval.',
  tag: 'Stock',
  access: {
    kind: 'roles',
    roles: [...APPROVERS, ...STORE_KEEPERS],
    scope: 'masters:write',
    person: true,
    freshPassword: true,
  },
  params: z.strictObject({ stockCountId: id }),
  body: z.strictObject({ decision: z.enum(['approved', 'rejected']) }),
  example: { decision: 'approved' },
  responses: { 200: stockCount },
  errors: [
    'NOT_FOUND',
    'STOCK_COUNT_NOT_FOUND',
    'STOCK_COUNT_DECIDED',
    'SECOND_PERSON_REQUIRED',
    'BUSINESS_DATE_TOO_EARLY',
    'STOCK_COST_NEEDED',
    'STOCK_RESERVED',
  ],
  idempotency: 'key',
});
