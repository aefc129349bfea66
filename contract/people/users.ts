import { z } from 'zod';
import { code, id, instant, language, orNull, text } from '../primitives.js';
import { PERSON_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';
import { GIVES_ACCESS, SEES_ACCESS } from './access.js';
import { PASSWORD_LENGTH_MIN } from '../session/session.js';

const user = z
  .strictObject({
    id,
    email: z.string(),
    name: z.string(),
    role: z.enum(PERSON_ROLES),
    store: z.string().nullable(),
    agency: z.string().nullable().meta({ description: 'Code of the agency the person works for.' }),
    language,
    active: z.boolean(),
    invited: z.boolean().meta({ description: 'A code to set a password is open.' }),
    secondFactor: z.boolean().meta({ description: 'The person signs in with a second factor.' }),
    provider: orNull(z.string()).meta({
      description: 'Issuer of the account of elsewhere that the person signs in by.',
    }),
  })
  .meta({ id: 'User' });

const codeFields = {
  code: z
    .string()
    .nullable()
    .meta({ description: 'Shown once; null in a replay, and when it goes out by mail.' }),
  expiresAt: instant.nullable().meta({ description: 'Null when the code goes out by mail.' }),
};

const byMail = z.boolean().default(false).meta({
  description: 'The code goes to the person by mail, and nobody else sees it.',
});

const store = code.optional().meta({
  description: 'Code of the store, for cashiers and store managers alone.',
});

const agency = code.optional().meta({
  description: 'Code of the collection agency, for its people (`partner`) alone.',
});

export const listUsersRoute = defineRoute({
  method: 'get',
  path: '/v1/users',
  summary: 'People by name',
  tag: 'People and keys',
  access: SEES_ACCESS,
  responses: { 200: z.strictObject({ data: z.array(user) }) },
  errors: [],
  idempotency: 'read',
});

export const addUserRoute = defineRoute({
  method: 'post',
  path: '/v1/users',
  summary: 'Add a person, who sets a password by the code',
  description:
    'Give the code to the person; it is valid for three days. With `byMail` the person gets it by mail.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  body: z.strictObject({
    email: z.email().max(254),
    name: text(120),
    role: z.enum(PERSON_ROLES),
    store,
    agency,
    language: language.default('id'),
    byMail,
  }),
  example: { email: 'sri@example.test', name: 'Sri', role: 'arClerk' },
  responses: { 201: z.strictObject({ user, ...codeFields }) },
  errors: ['EMAIL_TAKEN', 'STORE_REQUIRED', 'STORE_UNKNOWN', 'AGENCY_REQUIRED', 'AGENCY_NOT_FOUND'],
  idempotency: 'key',
  toldOnce: ['code'],
});

export const changeUserRoute = defineRoute({
  method: 'put',
  path: '/v1/users/{userId}',
  summary: 'Give a person another role, store or name, or disable the person',
  description:
    'Nobody changes the own; one administrator stays. Sessions end with a change of role.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  body: z.strictObject({
    role: z.enum(PERSON_ROLES),
    store,
    agency,
    active: z.boolean(),
    name: text(120).optional().meta({ description: 'As it was when left out.' }),
    language: language.optional().meta({ description: 'As it was when left out.' }),
  }),
  example: { role: 'arManager', active: true },
  responses: { 200: user },
  errors: [
    'USER_NOT_FOUND',
    'STORE_REQUIRED',
    'STORE_UNKNOWN',
    'AGENCY_REQUIRED',
    'AGENCY_NOT_FOUND',
    'OWN_ROLE',
    'LAST_ADMINISTRATOR',
  ],
  idempotency: 'natural',
});

export const resetPasswordRoute = defineRoute({
  method: 'post',
  path: '/v1/users/{userId}/password-resets',
  summary: 'Let a person set a new password by a code; the old one and all sessions end',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 201: z.strictObject(codeFields) },
  errors: ['USER_NOT_FOUND'],
  idempotency: 'key',
  toldOnce: ['code'],
});

export const inviteUserRoute = defineRoute({
  method: 'post',
  path: '/v1/users/{userId}/invitations',
  summary: 'Mail a person a code for a new password; the old one and all sessions end',
  description: 'Nobody but the person sees the code; it is valid for three days, and once.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 201: z.strictObject({ to: z.string().meta({ description: 'The address.' }) }) },
  errors: ['USER_NOT_FOUND'],
  idempotency: 'key',
});

export const setPasswordRoute = defineRoute({
  method: 'post',
  path: '/v1/passwords',
  summary: 'Set a password by the code of an invitation or a reset',
  tag: 'People and keys',
  access: { kind: 'public' },
  body: z.strictObject({
    code: text(40),
    password: z
      .string()
      .max(1024)
      .min(PASSWORD_LENGTH_MIN, {
        error: `A password has at least ${PASSWORD_LENGTH_MIN} characters.`,
      }),
  }),
  example: { code: 'K7QM-3RTP-9XWD', password: 'a longer one, of my own' },
  responses: { 204: 'empty' },
  errors: ['PASSWORD_CODE_INVALID', 'PASSWORD_WEAK'],
  idempotency: 'natural',
});
