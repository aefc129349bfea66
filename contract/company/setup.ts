import { z } from 'zod';
import { MASTER_READERS } from '../roles.js';
import { defineRoute } from '../route.js';

const words = z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'SetupWords' });

const step = z
  .strictObject({
    step: z.enum([
      'company',
      'store',
      'terminal',
      'enrolment',
      'item',
      'stock',
      'printer',
      'bank-account',
      'dunning-policy',
    ]),
    neededFor: z.enum(['sale', 'receipt', 'invoice', 'letter']),
    done: z.boolean(),
    words,
    call: z.string().meta({ description: 'The call that does it.' }),
  })
  .meta({ id: 'SetupStep' });

export const readSetupRoute = defineRoute({
  method: 'get',
  path: '/v1/setup',
  summary: 'What the company still lacks before its first sale, invoice and letter',
  tag: 'Set-up',
  access: { kind: 'roles', roles: MASTER_READERS, scope: 'masters:read' },
  responses: {
    200: z.strictObject({
      readyFor: z.array(z.enum(['sale', 'receipt', 'invoice', 'letter'])),
      steps: z.array(step),
    }),
  },
  errors: [],
  idempotency: 'read',
});
