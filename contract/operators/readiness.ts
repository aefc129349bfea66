import { z } from 'zod';
import { defineRoute } from '../route.js';

export const readinessRoute = defineRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Database, Temporal, workers and starter are there',
  description:
    'A till can sell as soon as the database answers; what follows a sale needs the rest. A worker that has not asked for work, and an outbox that has not been drained, for two minutes count as missing.',
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
          starter: z.literal('ok'),
        }),
      })
      .meta({ id: 'Readiness' }),
  },
  errors: ['NOT_READY'],
  idempotency: 'read',
});
