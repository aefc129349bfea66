import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { SELLERS } from '../roles.js';
import { defineRoute, type Sendable } from '../route.js';
import { pricedSale, saleException, workflowOfSale } from './priced-sale.js';
import { receiptDocument } from '../receipt/receipt-document.js';
import { shadowSale } from '../shadow/shadow-sale.js';
import { saleBody, SALE_EXAMPLE } from './sale-body.js';
import { CAPTURE_ERRORS, ORDINARY_REFUSALS } from './capture-errors.js';

/** The same for the first answer and every replay, byte for byte. */
export const capturedSale = z
  .strictObject({
    id,
    number: z.string(),
    stage: z
      .literal('captured')
      .meta({ description: 'At the capture; GET tells the present one.' }),
    bookedAt: instant,
    ...pricedSale,
    receipt: receiptDocument,
    workflow: workflowOfSale,
    exceptions: z.array(saleException),
  })
  .meta({ id: 'CapturedSale' });

export type CapturedSale = Sendable<z.infer<typeof capturedSale>>;

/** Refused sales are kept in the quarantine under this name. */
export const CAPTURE_DOOR = 'PUT /v1/sales';

export const captureSaleRoute = defineRoute({
  method: 'put',
  path: '/v1/sales/{saleId}',
  summary: 'Capture a whole sale under its own id',
  description:
    'The same id and content again is answered with 200, the same body and `Idempotency-Replayed: true`; other content with 409 `SALE_CONFLICT`. A sale of a day on which its store is in shadow is priced and checked in the same way and answered with 202: it is kept beside the books, and there is no receipt to print.',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  params: z.strictObject({ saleId: id }),
  body: saleBody,
  example: SALE_EXAMPLE,
  responses: { 200: capturedSale, 201: capturedSale, 202: shadowSale },
  errors: CAPTURE_ERRORS,
  idempotency: 'natural',
  sandbox: 'rehearsed',
  quarantine: { door: CAPTURE_DOOR, except: ORDINARY_REFUSALS, cardNumbers: 'masked' },
});
