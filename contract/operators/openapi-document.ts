import { z } from 'zod';
import { defineRoute } from '../route.js';

export const openApiRoute = defineRoute({
  method: 'get',
  path: '/openapi.json',
  summary: 'This description',
  tag: 'Operators',
  access: { kind: 'public' },
  responses: { 200: z.looseObject({ openapi: z.string() }) },
  errors: [],
  idempotency: 'read',
});
