import { FINANCE_AND_STORES } from '../roles.js';
import { defineRoute } from '../route.js';

export const streamEventsRoute = defineRoute({
  method: 'get',
  path: '/v1/events',
  summary: 'What changed, as it changes (server-sent events)',
  description:
    'Each event has the id of the lifecycle event it tells of; with `Last-Event-ID` the stream goes on where it broke off.',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: FINANCE_AND_STORES, scope: 'receivables:read' },
  responses: {
    200: { description: 'A stream that does not end.', content: { 'text/event-stream': 'text' } },
  },
  errors: [],
  idempotency: 'read',
});
