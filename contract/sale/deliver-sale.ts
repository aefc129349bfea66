import { z } from 'zod';
import { id } from '../primitives.js';
import { SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';

export const deliverSaleRoute = defineRoute({
  method: 'post',
  path: '/v1/sales/{saleId}/delivery',
  summary: 'The goods that were kept have left the shop',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  params: z.strictObject({ saleId: id }),
  responses: {
    201: z
      .strictObject({ saleId: id, kind: z.enum(['delivered', 'already-delivered']) })
      .meta({ id: 'Delivery' }),
  },
  errors: ['NOT_FOUND', 'DELIVERY_EXPIRED'],
  idempotency: 'key',
});
