import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, date, id, instant, money, orNull, quantity, text } from '../primitives.js';
import { FINANCE_READERS, MASTER_READERS, STORE_KEEPERS, type Role } from '../roles.js';
import { defineRoute } from '../route.js';

const LINE_NUMBER_MAX = 1_000;

const reason = text(200).meta({ description: 'How it was found out; it ends the work item.' });

const identified = z
  .strictObject({
    sku: z.string(),
    name: z.string(),
    reason: z.string(),
    taxCode: z.string().meta({ description: 'Of the item, where the tax follows it.' }),
    tax: money.meta({ description: 'In what was paid for the line, as the books have it now.' }),
    issued: quantity.meta({
      description: 'What left the shelf: less than was sold if less was there.',
    }),
    cost: money.meta({ description: 'What that had cost.' }),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'IdentifiedLine' });

const suspenseLine = z
  .strictObject({
    saleId: id,
    saleNumber: z
      .string()
      .meta({ description: 'Number of the receipt.', example: 'BDG1-01-000042' }),
    store: z.string(),
    businessDate: date,
    lineNumber: z.number().int().meta({ description: 'From 1, as on the receipt.' }),
    sku: z.string().meta({ description: 'What the till said: SKU, barcode, or both.' }),
    name: z.string(),
    unit: z.string(),
    quantity,
    paid: money.meta({ description: 'For the line, with its tax.' }),
    taxCode: z.string().meta({ description: 'As it was sold.' }),
    tax: money.meta({ description: 'As it was sold.' }),
    identified: orNull(identified).meta({ description: 'What it was; null: nobody has said.' }),
  })
  .meta({ id: 'SuspenseLine' });

export const listSuspenseLinesRoute = defineRoute({
  method: 'get',
  path: '/v1/suspense-lines',
  summary: 'Sold lines whose item nobody knew, the latest first',
  tag: 'Sales',
  access: {
    kind: 'roles',
    roles: [...new Set<Role>([...MASTER_READERS, ...FINANCE_READERS])],
    scope: 'sales:read',
  },
  query: z.strictObject({
    ...pageQuery,
    state: z
      .enum(['open', 'identified'])
      .default('open')
      .meta({ description: 'Whether somebody has said what they were.' }),
    store: code.optional(),
  }),
  responses: { 200: listOf(suspenseLine) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

const params = z.strictObject({
  saleId: id,
  lineNumber: z.coerce
    .number()
    .int()
    .min(1)
    .max(LINE_NUMBER_MAX)
    .meta({ description: 'From 1, as on the receipt.' }),
});

const access = {
  kind: 'roles',
  roles: STORE_KEEPERS,
  scope: 'masters:write',
  person: true,
} as const;

export const identifyLineRoute = defineRoute({
  method: 'post',
  path: '/v1/sales/{saleId}/lines/{lineNumber}/identification',
  summary: 'Say what a line in suspense was: stock, cost and tax follow the item',
  description:
    'The goods leave the shelf of the till today, at cost; what is not there becomes a `stock-short` work item. What the customer paid stays, and the tax in it is that of the item on the day of the sale; a sale on account keeps the tax of its invoice. The last line of a sale that is identified ends its work item.',
  tag: 'Sales',
  access,
  params,
  body: z.strictObject({ sku: code, reason }),
  example: { sku: 'KOPI-001', reason: 'The label was printed before the item was added' },
  responses: { 201: suspenseLine },
  errors: [
    'NOT_FOUND',
    'SALE_LINE_NOT_FOUND',
    'SALE_LINE_NOT_IN_SUSPENSE',
    'SALE_LINE_IDENTIFIED',
    'NOT_DELIVERED',
    'ITEM_UNKNOWN',
    'TAX_RULE_MISSING',
    'BUSINESS_DATE_TOO_EARLY',
  ],
  idempotency: 'key',
});

export const undoIdentificationRoute = defineRoute({
  method: 'post',
  path: '/v1/sales/{saleId}/lines/{lineNumber}/identification/undoing',
  summary: 'Undo what was said about a line: it is in suspense again',
  description: 'Goods, cost and tax are booked back today, and the work item is open again.',
  tag: 'Sales',
  access,
  params,
  body: z.strictObject({ reason: text(200) }),
  example: { reason: 'It was the other blend' },
  responses: { 200: suspenseLine },
  errors: ['NOT_FOUND', 'SALE_LINE_NOT_IDENTIFIED', 'BUSINESS_DATE_TOO_EARLY'],
  idempotency: 'key',
});
