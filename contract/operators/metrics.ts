import { defineRoute } from '../route.js';

export const metricsRoute = defineRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Figures for Prometheus: the process, the answers, the business',
  description: `A scraper sends the key of an integration, narrowed to \`operations:read\`, as its bearer token. Figures
are at most five seconds old, and hold no amounts of money.`,
  tag: 'Operators',
  // Turnover can be read off how often tills call: not for everybody.
  access: { kind: 'roles', roles: ['admin', 'integration'], scope: 'operations:read' },
  responses: {
    200: { description: 'Prometheus text format.', content: { 'text/plain': 'text' } },
  },
  errors: [],
  idempotency: 'read',
});
