import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, id, instant, money, orNull } from '../primitives.js';
import { FINANCE_READERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { customerOfSale } from '../sale/priced-sale.js';

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
  })
  .meta({ id: 'WorkItem' });

export const listWorkRoute = defineRoute({
  method: 'get',
  path: '/v1/work-queue',
  summary: 'What needs a person, oldest first, of the same day the dearest first',
  description:
    'A day is that of the store, or of the company where there is none; money that goes out weighs as much as money that comes in.',
  tag: 'Work',
  access: {
    kind: 'roles',
    roles: [...FINANCE_READERS, 'storeManager', 'admin'],
    scope: 'receivables:read',
  },
  query: z.strictObject({ ...pageQuery, kind: code.optional(), store: code.optional() }),
  responses: { 200: listOf(workItem) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
