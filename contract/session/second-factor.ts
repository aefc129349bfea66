import { z } from 'zod';
import { id, text } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';
import { GIVES_ACCESS, SEES_ACCESS } from '../people/access.js';
import { password, session } from './session.js';

/** Whose session began by an identity provider has signed in there within the last minutes instead. */
const ownPassword = password.optional().meta({
  description: 'Left out in a session that began by an identity provider.',
});

const code = text(40).meta({ description: 'Six digits of the app, or a recovery code.' });

export const beginSecondFactorRoute = defineRoute({
  method: 'post',
  path: '/v1/session/second-factor',
  summary: 'Begin to set a second factor: the secret for an authenticator app',
  description:
    'Codes of six digits, a new one every 30 seconds (RFC 6238). It counts from the first code that is handed in with PUT.',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({ password: ownPassword }),
  example: { password: 'correct horse battery staple' },
  responses: {
    201: z
      .strictObject({
        secret: z.string().meta({ description: 'In base32, to type into the app.' }),
        uri: z.string().meta({ description: 'The same, to show as a QR code.' }),
      })
      .meta({ id: 'SecondFactorSecret' }),
  },
  errors: ['NOT_FOUND', 'PASSWORD_NEEDED', 'PASSWORD_WRONG', 'SECOND_FACTOR_SET'],
  idempotency: 'natural',
});

export const confirmSecondFactorRoute = defineRoute({
  method: 'put',
  path: '/v1/session/second-factor',
  summary: 'Set the second factor by a first code of the app',
  description: 'The recovery codes are shown once; each stands in for the app once.',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({ code }),
  example: { code: '123456' },
  responses: {
    200: z.strictObject({ session, recoveryCodes: z.array(z.string()) }),
  },
  errors: ['NOT_FOUND', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_MISSING', 'SECOND_FACTOR_WRONG'],
  idempotency: 'natural',
});

export const endSecondFactorRoute = defineRoute({
  method: 'post',
  path: '/v1/session/second-factor/ending',
  summary: 'End the own second factor, for instance before a new phone',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({ password: ownPassword, code }),
  example: { password: 'correct horse battery staple', code: '123456' },
  responses: { 200: session },
  errors: [
    'NOT_FOUND',
    'PASSWORD_NEEDED',
    'PASSWORD_WRONG',
    'SECOND_FACTOR_MISSING',
    'SECOND_FACTOR_WRONG',
  ],
  idempotency: 'natural',
});

export const removeSecondFactorRoute = defineRoute({
  method: 'delete',
  path: '/v1/users/{userId}/second-factor',
  summary: 'End the second factor of a person who has lost it, with all sessions',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 204: 'empty' },
  errors: ['USER_NOT_FOUND', 'SECOND_FACTOR_MISSING', 'OWN_ROLE'],
  idempotency: 'natural',
});

const rule = z
  .strictObject({ roles: z.array(z.enum(STAFF_ROLES)).max(STAFF_ROLES.length) })
  .meta({ id: 'SecondFactorRule' });

export const readSecondFactorRuleRoute = defineRoute({
  method: 'get',
  path: '/v1/second-factor-rule',
  summary: 'Which roles need a second factor',
  tag: 'People and keys',
  access: SEES_ACCESS,
  responses: { 200: rule },
  errors: [],
  idempotency: 'read',
});

export const setSecondFactorRuleRoute = defineRoute({
  method: 'put',
  path: '/v1/second-factor-rule',
  summary: 'Say which roles need a second factor',
  description:
    'Who has such a role and no second factor can set one and do nothing else. Keys of machines and scripts are not asked.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  body: rule,
  example: { roles: ['admin', 'owner', 'arManager'] },
  responses: { 200: rule },
  errors: [],
  idempotency: 'natural',
});
