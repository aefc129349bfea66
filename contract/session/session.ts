import { z } from 'zod';
import { id, instant, orNull, text } from '../primitives.js';
import { PERSON_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';

export const SECOND_FACTOR_STATES = ['set', 'by-provider', 'not-set', 'required'] as const;

export const session = z
  .strictObject({
    user: z.strictObject({ id, name: z.string(), role: z.enum(PERSON_ROLES) }),
    csrfToken: z
      .string()
      .meta({ description: 'Goes into the header X-CSRF-Token of every write.' }),
    expiresAt: instant,
    passwordAt: instant.meta({
      description:
        'When the person last gave the password, or signed in at the provider: an approval needs it of the last 15 minutes.',
    }),
    secondFactor: z.enum(SECOND_FACTOR_STATES).meta({
      description:
        '`by-provider`: the identity provider asked for one. `required`: nothing else is open until one is set.',
    }),
    provider: orNull(
      z.strictObject({ id, name: z.string().meta({ description: 'As on the sign-in page.' }) }),
    ).meta({ description: 'The identity provider by which it began; null: by the password.' }),
  })
  .meta({ id: 'Session' });

export const openSessionRoute = defineRoute({
  method: 'post',
  path: '/v1/session',
  summary: 'Sign in; the session comes as a cookie',
  tag: 'Session',
  access: { kind: 'public' },
  body: z.strictObject({
    email: z.email().max(254),
    password: z.string().min(1).max(1024),
    code: text(40).optional().meta({
      description: 'Of the second factor, or a recovery code; needed where one is set.',
    }),
  }),
  example: { email: 'ar.clerk@example.test', password: 'correct horse battery staple' },
  responses: { 201: session },
  errors: ['LOGIN_FAILED', 'PROVIDER_NEEDED', 'SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_WRONG'],
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

/** A password of today; the old one is only compared. */
export const password = z.string().min(1).max(1024);
export const PASSWORD_LENGTH_MIN = 12;

export const checkPasswordRoute = defineRoute({
  method: 'post',
  path: '/v1/session/password-check',
  summary: 'Give the password again, before an approval',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({ password }),
  example: { password: 'correct horse battery staple' },
  responses: { 200: session },
  errors: ['NOT_FOUND', 'PROVIDER_NEEDED', 'PASSWORD_WRONG'],
  idempotency: 'natural',
});

export const changePasswordRoute = defineRoute({
  method: 'put',
  path: '/v1/session/password',
  summary: 'Change the own password; all other sessions end',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({
    oldPassword: password,
    newPassword: password.min(PASSWORD_LENGTH_MIN, {
      error: `A password has at least ${PASSWORD_LENGTH_MIN} characters.`,
    }),
  }),
  example: { oldPassword: 'correct horse battery staple', newPassword: 'a longer one, of my own' },
  responses: { 200: session },
  errors: ['NOT_FOUND', 'PROVIDER_NEEDED', 'PASSWORD_WRONG', 'PASSWORD_WEAK'],
  idempotency: 'natural',
});
