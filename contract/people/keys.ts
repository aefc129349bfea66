import { z } from 'zod';
import { instant, text } from '../primitives.js';
import { ROLES, SCOPES } from '../roles.js';
import { defineRoute } from '../route.js';
import { GIVES_ACCESS, SEES_ACCESS } from './access.js';

/** The public part of a key. */
const keyId = z
  .string()
  .regex(/^[0-9a-f]{18}$/)
  .meta({ example: '0123456789abcdef01' });

const key = z
  .strictObject({
    keyId: z.string(),
    label: z.string(),
    role: z.enum(ROLES),
    holder: z.string().nullable().meta({ description: 'The person, till or agency it is of.' }),
    scopes: z.array(z.string()).meta({ description: 'Empty: all that the role may do.' }),
    createdAt: instant,
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

const HOURS_MAX = 24 * 30;
const token = z.string().nullable().meta({ description: 'Shown once; null in a replay.' });

export const listKeysRoute = defineRoute({
  method: 'get',
  path: '/v1/keys',
  summary: 'Keys of machines and people, the newest first, without their secrets',
  tag: 'People and keys',
  access: SEES_ACCESS,
  responses: { 200: z.strictObject({ data: z.array(key) }) },
  errors: [],
  idempotency: 'read',
});

export const addKeyRoute = defineRoute({
  method: 'post',
  path: '/v1/keys',
  summary: 'Make a key for an integration',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  body: z.strictObject({
    label: text(120),
    scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
    expiresAt: instant.optional(),
  }),
  example: { label: 'Web shop', scopes: ['sales:write', 'catalogue:read'] },
  responses: { 201: z.strictObject({ key, token }) },
  errors: ['KEY_ENDS_IN_PAST', 'SCOPE_NOT_GIVEN'],
  idempotency: 'key',
  toldOnce: ['token'],
});

export const rotateKeyRoute = defineRoute({
  method: 'post',
  path: '/v1/keys/{keyId}/rotation',
  summary: 'Give an integration a new key; the old one is good for some hours more',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ keyId }),
  body: z.strictObject({ overlapHours: z.number().int().min(0).max(HOURS_MAX).default(24) }),
  example: { overlapHours: 24 },
  responses: { 201: z.strictObject({ key, token, oldEndsAt: instant }) },
  errors: ['KEY_NOT_FOUND', 'KEY_REVOKED', 'KEY_OF_ANOTHER', 'SCOPE_NOT_GIVEN'],
  idempotency: 'key',
  toldOnce: ['token'],
});

export const revokeKeyRoute = defineRoute({
  method: 'post',
  path: '/v1/keys/{keyId}/revocation',
  summary: 'End a key at once',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ keyId }),
  responses: { 200: key },
  errors: ['KEY_NOT_FOUND', 'KEY_REVOKED'],
  idempotency: 'key',
});
