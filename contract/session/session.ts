import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';

const session = z
  .strictObject({
    user: z.strictObject({ id, name: z.string(), role: z.enum(STAFF_ROLES) }),
    csrfToken: z
      .string()
      .meta({ description: 'Goes into the header X-CSRF-Token of every write.' }),
    expiresAt: instant,
  })
  .meta({ id: 'Session' });

export const openSessionRoute = defineRoute({
  method: 'post',
  path: '/v1/session',
  summary: 'Sign in; the session comes as a cookie',
  tag: 'Session',
  access: { kind: 'public' },
  body: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1024) }),
  example: { email: 'ar.clerk@example.test', password: 'correct horse battery staple' },
  responses: { 201: session },
  errors: ['LOGIN_FAILED'],
  idempotency: 'natural',
});

export const readSessionRoute = defineRoute({
  method: 'get',
  path: '/v1/session',
  summary: 'Who am I',
  tag: 'Session',
  access: { kind: 'anyone' },
  responses: { 200: session },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const endSessionRoute = defineRoute({
  method: 'delete',
  path: '/v1/session',
  summary: 'Sign out',
  tag: 'Session',
  access: { kind: 'anyone' },
  responses: { 204: 'empty' },
  errors: [],
  idempotency: 'natural',
});
