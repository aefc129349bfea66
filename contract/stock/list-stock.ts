import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, quantity } from '../primitives.js';
import { MASTER_READERS, SELLERS, type Role } from '../roles.js';
import { defineRoute } from '../route.js';

const level = z
  .strictObject({
    location: z.string(),
    store: z.string(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    onHand: quantity,
    reserved: quantity,
    available: quantity,
    onOrder: quantity,
  })
  .meta({ id: 'StockLevel' });

export const listStockRoute = defineRoute({
  method: 'get',
  path: '/v1/stock',
  summary: 'What is there, kept for somebody, for sale, and on order',
  tag: 'Stock',
  access: {
    kind: 'roles',
    roles: [...new Set<Role>([...SELLERS, ...MASTER_READERS])],
    scope: 'stock:read',
  },
  query: z.strictObject({
    ...pageQuery,
    location: code.optional().meta({ description: 'Code of a location or of a store.' }),
    sku: code.optional(),
  }),
  responses: { 200: listOf(level) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
