import { EVENT_LISTENERS } from '../roles.js';
import { defineRoute } from '../route.js';

export const streamEventsRoute = defineRoute({
  method: 'get',
  path: '/v1/events',
  summary: 'What changed, as it changes (server-sent events)',
  description:
    'Two kinds. `event: lifecycle` tells what happened to a sale, with the id of that event; with `Last-Event-ID` the stream goes on where it broke off. `event: import` tells how far an import is: `id`, `kind`, `mode`, `status` and `rows` as `GET /v1/imports/{importId}` answers them, when they have changed and at most once a second. It has no id, and none is told again. A caller hears of the sales of its store and of the kinds of imports that its role reads; a key that is narrowed hears of imports with the scope `masters:read`.',
  tag: 'Lifecycles',
  access: { kind: 'roles', roles: EVENT_LISTENERS, scope: 'receivables:read' },
  responses: {
    200: { description: 'A stream that does not end.', content: { 'text/event-stream': 'text' } },
  },
  errors: [],
  idempotency: 'read',
});
