import { z } from 'zod';
import { id, instant, text } from '../primitives.js';
import { GIVES_ACCESS } from '../people/access.js';
import { defineRoute } from '../route.js';

export const makeAgencyCodeRoute = defineRoute({
  method: 'post',
  path: '/v1/agencies/{agencyId}/enrolment-codes',
  summary: 'Make a code by which an agency gets a key of its own, once',
  description:
    'Shown once and valid for three days; a code that was made for the agency before ends. Nobody of us sees the key.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ agencyId: id }),
  body: z.strictObject({
    label: text(120).meta({
      description: 'The person or machine of the agency that the key is for.',
    }),
  }),
  example: { label: 'Sistem kasus Penagihan Contoh' },
  responses: {
    201: z.strictObject({
      agency: z.string(),
      code: z.string().nullable().meta({ description: 'Null in a replay.' }),
      expiresAt: instant,
    }),
  },
  errors: ['AGENCY_NOT_FOUND'],
  idempotency: 'key',
  toldOnce: ['code'],
});

export const enrolAgencyRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/enrolments',
  summary: 'Turn a code into a key of your agency',
  description:
    'The key is shown once, and your earlier keys end. When the answer is lost, ask for a new code.',
  tag: 'Collection partners',
  access: { kind: 'public' },
  body: z.strictObject({ code: text(40) }),
  example: { code: 'K7QM-3RTP-9XWD' },
  responses: {
    201: z.strictObject({
      agency: z.strictObject({ id, code: z.string(), name: z.string() }),
      token: z.string().meta({ description: 'Sent as `Authorization: Bearer`.' }),
    }),
  },
  errors: ['ENROLMENT_CODE_INVALID'],
  idempotency: 'natural',
});
