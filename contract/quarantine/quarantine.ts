import { z } from 'zod';
import { listOf, pageQuery } from '../list.js';
import { code, id, instant, text } from '../primitives.js';
import type { Role } from '../roles.js';
import { defineRoute } from '../route.js';
import { QUARANTINE_READERS as READERS } from './doors.js';

const DECIDERS = ['arManager', 'storeManager'] as const satisfies readonly Role[];

const head = {
  id,
  door: z.string().meta({ example: 'PUT /v1/sales' }),
  subjectId: z
    .string()
    .nullable()
    .meta({ description: 'The id it was sent under, if it had one.' }),
  code: z.string(),
  detail: z.string(),
  param: z.string().nullable(),
  contentType: z.string(),
  size: z.number().int().meta({ description: 'Bytes.' }),
  sentBy: z.string().meta({ description: 'Name of the person, or label of the key.' }),
  receivedAt: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: z.string().nullable().meta({
    description:
      'Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.',
  }),
};

export const listQuarantineRoute = defineRoute({
  method: 'get',
  path: '/v1/quarantine',
  summary: 'What was sent and could not be accepted',
  description:
    'Staff of a store see what came from their store. Bank files and reports of agencies are for finance.',
  tag: 'Work',
  access: { kind: 'roles', roles: READERS, scope: 'operations:read' },
  query: z.strictObject({
    ...pageQuery,
    code: code.optional(),
    state: z.enum(['open', 'resolved']).optional(),
  }),
  responses: { 200: listOf(z.strictObject(head).meta({ id: 'QuarantineHead' })) },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});

const quarantined = z
  .strictObject({
    ...head,
    text: z.string().nullable().meta({ description: 'The content, when it is text in UTF-8.' }),
    base64: z.string().meta({ description: 'The content, byte for byte.' }),
  })
  .meta({ id: 'Quarantined' });

export const readQuarantineRoute = defineRoute({
  method: 'get',
  path: '/v1/quarantine/{quarantineId}',
  summary: 'One of them, exactly as it was sent',
  tag: 'Work',
  access: { kind: 'roles', roles: READERS, scope: 'operations:read' },
  params: z.strictObject({ quarantineId: id }),
  responses: { 200: quarantined },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});

export const resolveQuarantineRoute = defineRoute({
  method: 'post',
  path: '/v1/quarantine/{quarantineId}/resolution',
  summary: 'A person has seen to it',
  tag: 'Work',
  access: { kind: 'roles', roles: DECIDERS, scope: 'operations:write' },
  params: z.strictObject({ quarantineId: id }),
  body: z.strictObject({ note: text(200) }),
  example: { note: 'The till was repaired; the sale was sent again.' },
  responses: { 200: z.strictObject(head).meta({ id: 'ResolvedQuarantine' }) },
  errors: ['NOT_FOUND'],
  idempotency: 'key',
});
