import { z } from 'zod';
import { defineRoute } from '../route.js';

export const healthRoute = defineRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process answers',
  tag: 'Operators',
  access: { kind: 'public' },
  responses: { 200: z.strictObject({ status: z.literal('ok'), version: z.string() }) },
  errors: [],
  idempotency: 'read',
});
