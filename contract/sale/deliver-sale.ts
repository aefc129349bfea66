import { z } from 'zod';
import { id } from '../primitives.js';
import { SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { CREDIT_REFUSALS } from './capture-errors.js';

export const deliverSaleRoute = defineRoute({
  method: 'post',
  path: '/v1/sales/{saleId}/delivery',
  summary: 'The goods that were kept have left the shop',
  description:
    'What is on account is owed from now on, so credit is decided once more: the goods stay when the customer gets none.',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  params: z.strictObject({ saleId: id }),
  responses: {
    201: z
      .strictObject({ saleId: id, kind: z.enum(['delivered', 'already-delivered']) })
      .meta({ id: 'Delivery' }),
  },
  errors: ['NOT_FOUND', 'DELIVERY_EXPIRED', ...CREDIT_REFUSALS],
  idempotency: 'key',
  sandbox: 'rehearsed',
});
