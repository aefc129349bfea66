import { z } from 'zod';
import { id, instant, text } from '../primitives.js';
import { STORE_KEEPERS } from '../roles.js';
import { defineRoute } from '../route.js';

export const makeEnrolmentCodeRoute = defineRoute({
  method: 'post',
  path: '/v1/terminals/{terminalId}/enrolment-codes',
  summary: 'Make a code by which a till enrols, once',
  description: 'Shown once and valid for an hour; a code that was made before ends.',
  tag: 'Set-up',
  access: {
    kind: 'roles',
    roles: STORE_KEEPERS,
    scope: 'people:write',
    person: true,
    freshPassword: true,
  },
  params: z.strictObject({ terminalId: id }),
  responses: {
    201: z.strictObject({
      terminal: z.string(),
      code: z.string().nullable().meta({ description: 'Null in a replay.' }),
      expiresAt: instant,
    }),
  },
  errors: ['TERMINAL_NOT_FOUND'],
  idempotency: 'key',
  toldOnce: ['code'],
});

export const enrolRoute = defineRoute({
  method: 'post',
  path: '/v1/enrolments',
  summary: 'Turn a code into the key of a till',
  description:
    'The key is shown once, and earlier keys of the till end. When the answer is lost, a person makes a new code.',
  tag: 'Set-up',
  access: { kind: 'public' },
  body: z.strictObject({ code: text(40) }),
  example: { code: 'K7QM-3RTP-9XWD' },
  responses: {
    201: z.strictObject({
      terminal: z.strictObject({ id, code: z.string(), store: z.string() }),
      token: z.string().meta({ description: 'Sent as `Authorization: Bearer`.' }),
    }),
  },
  errors: ['ENROLMENT_CODE_INVALID'],
  idempotency: 'natural',
});
