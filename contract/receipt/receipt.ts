import { z } from 'zod';
import { id } from '../primitives.js';
import { FINANCE_READERS, SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { receiptDocument } from './receipt-document.js';

export const ESCPOS_MEDIA_TYPE = 'application/vnd.escpos';

export const readReceiptRoute = defineRoute({
  method: 'get',
  path: '/v1/sales/{saleId}/receipt',
  summary: 'The receipt, as Accept asks for it',
  description:
    'All forms come from one document. `application/vnd.escpos` is for the printer of the terminal that sold.',
  tag: 'Sales',
  access: { kind: 'roles', roles: [...SELLERS, ...FINANCE_READERS], scope: 'sales:read' },
  params: z.strictObject({ saleId: id }),
  responses: {
    200: {
      description: 'The receipt.',
      content: {
        'application/json': receiptDocument,
        'text/plain': 'text',
        'application/pdf': 'binary',
        [ESCPOS_MEDIA_TYPE]: 'binary',
      },
    },
  },
  errors: ['NOT_FOUND', 'NOT_ACCEPTABLE'],
  idempotency: 'read',
});

export const printCopyRoute = defineRoute({
  method: 'post',
  path: '/v1/sales/{saleId}/receipt/prints',
  summary: 'Print a copy, marked as such',
  tag: 'Sales',
  access: { kind: 'roles', roles: SELLERS, scope: 'sales:write' },
  params: z.strictObject({ saleId: id }),
  responses: {
    201: z
      .strictObject({
        printJobId: id,
        copyNumber: z.number().int().meta({ description: 'Counts from 1; the original is 0.' }),
      })
      .meta({ id: 'RequestedCopy' }),
  },
  errors: ['NOT_FOUND', 'PRINTER_MISSING'],
  idempotency: 'key',
  sandbox: 'rehearsed',
});
