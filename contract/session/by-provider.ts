import { z } from 'zod';
import { id, orNull, text } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';
import { session } from './session.js';

/** Longer addresses are no pages of ours. */
const returnTo = z.string().max(2_000).default('/').meta({
  description: 'The page to come back to: a path of the console, with its query.',
});

const begun = z
  .strictObject({
    url: z.string().meta({ description: 'At the provider, to be opened in the same browser.' }),
  })
  .meta({ id: 'ProviderSignIn' });

const CANNOT_BEGIN = [
  'RETURN_ADDRESS_REFUSED',
  'PUBLIC_ADDRESS_MISSING',
  'PROVIDER_ADDRESS_REFUSED',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_ANSWER_WRONG',
] as const;

export const beginProviderSignInRoute = defineRoute({
  method: 'post',
  path: '/v1/session/provider-sign-ins',
  summary: 'Begin to sign in by an identity provider',
  description:
    'Authorization code with PKCE, state and nonce, which a cookie of ten minutes keeps. The provider leads back to the page `/signed-in`, which hands the answer in.',
  tag: 'Session',
  access: { kind: 'public' },
  body: z.strictObject({
    providerId: id.meta({ description: 'One of those that `GET /v1/front-door` names.' }),
    returnTo,
  }),
  example: { providerId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b', returnTo: '/sales' },
  responses: { 200: begun },
  errors: ['PROVIDER_OFF', ...CANNOT_BEGIN],
  idempotency: 'natural',
});

export const beginProviderCheckRoute = defineRoute({
  method: 'post',
  path: '/v1/session/provider-checks',
  summary: 'Prove at the provider again who you are, before an approval',
  description:
    'For sessions that began there, in place of the password. The provider is asked to ask again, whoever it knows.',
  tag: 'Session',
  access: { kind: 'anyone' },
  body: z.strictObject({ returnTo }),
  example: { returnTo: '/queue' },
  responses: { 200: begun },
  errors: ['NOT_FOUND', 'PROVIDER_OFF', ...CANNOT_BEGIN],
  idempotency: 'natural',
});

const answered = z
  .strictObject({
    purpose: z.enum(['sign-in', 'check', 'test']).meta({ description: 'What was begun.' }),
    returnTo: z.string().meta({ description: 'The page that was asked for.' }),
    session: orNull(session).meta({ description: 'Null after a test.' }),
    test: orNull(
      z.strictObject({
        email: orNull(z.string()).meta({ description: 'Null when it is not verified.' }),
        groups: z.array(z.string()).meta({ description: 'As the provider names them.' }),
        role: orNull(z.enum(STAFF_ROLES)).meta({ description: 'Null when no group has one.' }),
        store: orNull(z.string()).meta({ description: 'Code of the store of that role.' }),
        secondFactor: z.boolean().meta({ description: 'The provider asked for a second factor.' }),
      }),
    ).meta({ description: 'What the provider said in a test; null after a sign-in.' }),
  })
  .meta({ id: 'ProviderAnswer' });

const NOT_LET_IN = [
  'SIGN_IN_EXPIRED',
  'PROVIDER_OFF',
  'ROLE_NOT_GIVEN',
  'PERSON_NOT_INVITED',
  'PERSON_DISABLED',
  'IDENTITY_OF_ANOTHER',
  'LAST_ADMINISTRATOR',
] as const;

export const takeProviderAnswerRoute = defineRoute({
  method: 'post',
  path: '/v1/session/provider-answers',
  summary: 'Hand in what the identity provider answered; the session comes as a cookie',
  tag: 'Session',
  access: { kind: 'public' },
  body: z.strictObject({
    query: z.string().max(8_000).meta({
      description: 'Of the address that the provider led back to, as it came.',
      example: '?code=…&state=…',
    }),
  }),
  example: { query: '?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj' },
  responses: { 200: answered },
  errors: [
    'SIGN_IN_STATE_MISMATCH',
    'SIGN_IN_CANCELLED',
    'SIGN_IN_CODE_REFUSED',
    'SIGN_IN_NOT_FRESH',
    'TOKEN_AUDIENCE_WRONG',
    'TOKEN_UNSIGNED',
    'TOKEN_NONCE_WRONG',
    'TOKEN_INVALID',
    'PUBLIC_ADDRESS_MISSING',
    'PROVIDER_ADDRESS_REFUSED',
    'PROVIDER_UNREACHABLE',
    'PROVIDER_ANSWER_WRONG',
    'PROVIDER_CHANGED',
    'EMAIL_NOT_VERIFIED',
    'SECOND_FACTOR_NEEDED',
    ...NOT_LET_IN,
  ],
  idempotency: 'natural',
});

export const giveProviderCodeRoute = defineRoute({
  method: 'post',
  path: '/v1/session/provider-codes',
  summary: 'Go on with the code of the second factor, which the provider did not ask for',
  tag: 'Session',
  access: { kind: 'public' },
  body: z.strictObject({
    code: text(40).meta({ description: 'Of the second factor, or a recovery code.' }),
  }),
  example: { code: '123456' },
  responses: { 200: answered },
  errors: ['SECOND_FACTOR_WRONG', ...NOT_LET_IN],
  idempotency: 'natural',
});
