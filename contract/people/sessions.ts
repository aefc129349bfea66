import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { defineRoute } from '../route.js';
import { GIVES_ACCESS, SEES_ACCESS } from './access.js';

const openSession = z
  .strictObject({
    id,
    address: z.string().meta({ description: 'From where the person signed in.' }),
    program: z.string().nullable().meta({ description: 'What the browser calls itself.' }),
    createdAt: instant,
    lastSeenAt: instant.meta({ description: 'To the minute.' }),
    expiresAt: instant,
    current: z.boolean().meta({ description: 'The session that asks.' }),
  })
  .meta({ id: 'OpenSession' });

const sessions = z.strictObject({ data: z.array(openSession) });
const ended = z.strictObject({ ended: z.number().int().meta({ description: 'How many.' }) });

export const listOwnSessionsRoute = defineRoute({
  method: 'get',
  path: '/v1/sessions',
  summary: 'Where I am signed in, the last used first',
  tag: 'Session',
  access: { kind: 'anyone' },
  responses: { 200: sessions },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const endOwnSessionRoute = defineRoute({
  method: 'delete',
  path: '/v1/sessions/{sessionId}',
  summary: 'Sign out somewhere else',
  tag: 'Session',
  access: { kind: 'anyone' },
  params: z.strictObject({ sessionId: id }),
  responses: { 200: ended },
  errors: ['NOT_FOUND'],
  idempotency: 'natural',
});

export const listUserSessionsRoute = defineRoute({
  method: 'get',
  path: '/v1/users/{userId}/sessions',
  summary: 'Where a person is signed in',
  tag: 'People and keys',
  access: SEES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 200: sessions },
  errors: ['USER_NOT_FOUND'],
  idempotency: 'read',
});

export const endUserSessionsRoute = defineRoute({
  method: 'delete',
  path: '/v1/users/{userId}/sessions',
  summary: 'Sign a person out everywhere; the password stays good',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 200: ended },
  errors: ['USER_NOT_FOUND'],
  idempotency: 'natural',
});
