import { z } from 'zod';
import { DELIVERY_STATES, SALE_OUTCOMES, SALE_STAGES } from '../../domain/sale/stage.js';
import { id, instant, money, orNull } from '../primitives.js';
import { FINANCE_READERS, SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { pricedSale, saleException, workflowOfSale } from './priced-sale.js';

export const document = z
  .strictObject({
    kind: z.enum(['receipt', 'invoice', 'credit-note', 'return']),
    id,
    number: z.string(),
    amount: orNull(money),
    at: instant,
  })
  .meta({ id: 'DocumentOfSale' });

/** How far a sale has come. */
export const standing = {
  stage: z.enum(SALE_STAGES),
  since: instant,
  nextStep: z.string().nullable(),
  nextStepAt: instant.nullable(),
  outcome: z.enum(SALE_OUTCOMES).nullable(),
  closedAt: instant.nullable(),
};

export const readSaleRoute = defineRoute({
  method: 'get',
  path: '/v1/sales/{saleId}',
  summary: 'A sale, where it stands, and its documents',
  tag: 'Sales',
  access: { kind: 'roles', roles: [...SELLERS, ...FINANCE_READERS], scope: 'sales:read' },
  params: z.strictObject({ saleId: id }),
  responses: {
    200: z
      .strictObject({
        id,
        number: z.string(),
        bookedAt: instant,
        ...standing,
        ...pricedSale,
        deliveryState: z.enum(DELIVERY_STATES).meta({
          description:
            'Where the goods are: `delivered` with the customer, `pending` kept in the shop until they are collected, `expired` not collected in time.',
        }),
        documents: z.array(document),
        workflow: workflowOfSale,
        exceptions: z.array(saleException),
      })
      .meta({ id: 'Sale' }),
  },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
