import { z } from 'zod';
import { PIN_OUTCOMES, PIN_PURPOSES } from '../../domain/people/staff-pin.js';
import { listOf, pageQuery } from '../list.js';
import { id, instant } from '../primitives.js';
import { STAFF_ROLES, STORE_KEEPERS } from '../roles.js';
import { defineRoute } from '../route.js';
import { SEES_ACCESS } from './access.js';

const CHECKS_MAX = 500;

const pin = z
  .string()
  .regex(/^\d{6,8}$/)
  .meta({ description: 'Six to eight digits; never shown or logged.', example: '270419' });
const user = id.meta({ description: 'The person, as `GET /v1/staff-pins` names them.' });
const purpose = z.enum(PIN_PURPOSES).meta({ description: 'What the PIN was typed for.' });
const about = id.meta({ description: 'The sale or document that it was typed for.' });
const goodUntil = instant.meta({ description: 'From then on the PIN is good no more.' });

const GIVES_PINS = {
  kind: 'roles',
  roles: STORE_KEEPERS,
  scope: 'people:write',
  person: true,
  freshPassword: true,
} as const;
const AT_A_TILL = { kind: 'roles', roles: ['terminal'], scope: 'sales:write' } as const;

const knownPerson = {
  user,
  name: z.string(),
  role: z.enum(STAFF_ROLES),
};

export const givePinRoute = defineRoute({
  method: 'post',
  path: '/v1/users/{userId}/pins',
  summary: 'Give a person of a store a PIN for its tills; the one before ends',
  description:
    'Shown once. The person changes it at a till within a day (`POST /v1/staff-pins/changes`), and it is good for nothing else. A store manager gives PINs to people of the own store.',
  tag: 'People and keys',
  access: GIVES_PINS,
  params: z.strictObject({ userId: id }),
  responses: {
    201: z.strictObject({
      pin: z.string().nullable().meta({ description: 'Shown once; null in a replay.' }),
      goodUntil,
    }),
  },
  errors: ['USER_NOT_FOUND', 'PIN_NOT_FOR_ROLE'],
  idempotency: 'key',
  toldOnce: ['pin'],
});

export const endPinRoute = defineRoute({
  method: 'delete',
  path: '/v1/users/{userId}/pins',
  summary: 'End the PIN of a person',
  description: 'A till without a connection may know it until the end that it was told.',
  tag: 'People and keys',
  access: GIVES_PINS,
  params: z.strictObject({ userId: id }),
  responses: { 204: 'empty' },
  errors: ['USER_NOT_FOUND', 'PIN_NOT_FOR_ROLE'],
  idempotency: 'natural',
});

export const PIN_STATES = ['none', 'given', 'own', 'ended'] as const;

export const listPinHoldersRoute = defineRoute({
  method: 'get',
  path: '/v1/staff-pins/people',
  summary: 'Who works at the tills, and who has a PIN for them',
  description: 'By name. A store manager sees the people of the own store.',
  tag: 'People and keys',
  access: { kind: 'roles', roles: [...STORE_KEEPERS, 'owner', 'auditor'], scope: 'masters:read' },
  responses: {
    200: z.strictObject({
      data: z.array(
        z
          .strictObject({
            ...knownPerson,
            store: z.string().meta({ description: 'Code of the store.', example: 'BDG1' }),
            pin: z.enum(PIN_STATES).meta({
              description:
                '`given`: by a manager, and the person has not changed it yet; `own`: of the person\u2019s choice; `ended`: good no more.',
            }),
            goodUntil: goodUntil.nullable(),
          })
          .meta({ id: 'PinHolder' }),
      ),
    }),
  },
  errors: [],
  idempotency: 'read',
});

export const checkPinRoute = defineRoute({
  method: 'post',
  path: '/v1/staff-pins/checks',
  summary: 'Ask whether a PIN is that of a person of the till\u2019s store',
  description:
    'Each check is noted with what it was for. After five wrong PINs of a person in a row each makes the next one wait, up to 15 minutes (429 with Retry-After). A person who is not of this store is answered as a wrong PIN.',
  tag: 'Tills',
  access: AT_A_TILL,
  body: z.strictObject({ user, pin, purpose, about: about.optional() }),
  example: { user: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b', pin: '270419', purpose: 'void' },
  responses: { 200: z.strictObject({ ...knownPerson, goodUntil }).meta({ id: 'KnownByPin' }) },
  errors: ['PIN_WRONG', 'PIN_TO_CHANGE'],
  idempotency: 'natural',
});

export const changePinRoute = defineRoute({
  method: 'post',
  path: '/v1/staff-pins/changes',
  summary: 'A person changes the PIN at a till: the one that a manager gave, or the own',
  description: 'Good for 90 days. Wrong PINs count as in `POST /v1/staff-pins/checks`.',
  tag: 'Tills',
  access: AT_A_TILL,
  body: z.strictObject({ user, pin, newPin: pin }),
  example: {
    user: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
    pin: '270419',
    newPin: '918264',
  },
  responses: { 200: z.strictObject({ goodUntil }) },
  errors: ['PIN_WRONG', 'PIN_WEAK', 'PIN_SAME'],
  idempotency: 'natural',
});

export const listOfflinePinsRoute = defineRoute({
  method: 'get',
  path: '/v1/staff-pins',
  summary: 'What a till needs to know the people of its store without a connection',
  description:
    'A hash of each PIN (Argon2id in PHC form, with its salt) with the moment until which the till may check by it: at most three days from now. It is read again while there is a connection, kept encrypted, and replaced as a whole, so that an ended PIN goes with it. The till allows `wrongMax` wrong ones in a row and notes every check for `POST /v1/staff-pins/offline-checks`.',
  tag: 'Tills',
  access: AT_A_TILL,
  responses: {
    200: z.strictObject({
      data: z.array(
        z
          .strictObject({
            ...knownPerson,
            hash: z.string().meta({ description: 'Argon2id in PHC form, with its salt.' }),
            goodUntil: instant.meta({ description: 'The till checks by it until then.' }),
          })
          .meta({ id: 'OfflinePin' }),
      ),
      wrongMax: z.number().int().meta({
        description:
          'So many wrong PINs of a person in a row; then the till waits for a connection.',
      }),
    }),
  },
  errors: [],
  idempotency: 'read',
  sandbox: 'closed',
});

const offlineCheck = z.strictObject({
  id: id.meta({ description: 'Made by the till; the same id is noted once.' }),
  user,
  purpose,
  about: about.optional(),
  outcome: z.enum(PIN_OUTCOMES).meta({ description: 'Whether it was the PIN of the person.' }),
  at: instant.meta({ description: 'When it was typed, by the clock of the till.' }),
});

export const noteOfflineChecksRoute = defineRoute({
  method: 'post',
  path: '/v1/staff-pins/offline-checks',
  summary: 'Hand in the PINs that a till has checked without a connection',
  tag: 'Tills',
  access: AT_A_TILL,
  body: z.strictObject({ checks: z.array(offlineCheck).min(1).max(CHECKS_MAX) }),
  example: {
    checks: [
      {
        id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7c',
        user: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
        purpose: 'offline-sale',
        outcome: 'right',
        at: '2026-11-22T10:15:30+07:00',
      },
    ],
  },
  responses: {
    200: z.strictObject({
      noted: z.number().int().meta({ description: 'Checks that are noted now or were before.' }),
      unknown: z.array(id).meta({ description: 'Checks of a person whom nobody knows.' }),
    }),
  },
  errors: [],
  idempotency: 'natural',
});

export const listPinChecksRoute = defineRoute({
  method: 'get',
  path: '/v1/staff-pins/checks',
  summary: 'PINs that were typed at tills, the latest first',
  tag: 'People and keys',
  access: SEES_ACCESS,
  query: z.strictObject({ ...pageQuery, user: user.optional() }),
  responses: {
    200: listOf(
      z
        .strictObject({
          id,
          user,
          name: z.string(),
          terminal: z.string().meta({ description: 'Code of the till.', example: 'BDG1-01' }),
          purpose,
          about: about.nullable(),
          outcome: z.enum(PIN_OUTCOMES),
          offline: z.boolean().meta({ description: 'The till checked it by itself.' }),
          at: instant,
        })
        .meta({ id: 'PinCheck' }),
    ),
  },
  errors: ['CURSOR_INVALID'],
  idempotency: 'read',
});
