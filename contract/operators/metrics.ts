import { defineRoute } from '../route.js';

export const metricsRoute = defineRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus: the process, the answers, the business',
  tag: 'Operators',
  access: { kind: 'public' },
  responses: {
    200: { description: 'Prometheus text format.', content: { 'text/plain': 'text' } },
  },
  errors: [],
  idempotency: 'read',
});
