import { z } from 'zod';
import { defineRoute } from '../route.js';

export const readinessRoute = defineRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Database, Temporal and workers are there',
  description:
    'A till can sell as soon as the database answers; what follows a sale needs the rest.',
  tag: 'Operators',
  access: { kind: 'public' },
  responses: {
    200: z
      .strictObject({
        status: z.literal('ready'),
        checks: z.strictObject({
          database: z.literal('ok'),
          temporal: z.literal('ok'),
          workers: z.literal('ok'),
        }),
      })
      .meta({ id: 'Readiness' }),
  },
  errors: ['NOT_READY'],
  idempotency: 'read',
});
