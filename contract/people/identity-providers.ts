import { z } from 'zod';
import { code, id, orNull, text } from '../primitives.js';
import { STAFF_ROLES } from '../roles.js';
import { defineRoute } from '../route.js';
import { GIVES_ACCESS, SEES_ACCESS } from './access.js';

/** How many groups may be named; a company has as many as it has stores, times some. */
const GROUPS_MAX = 500;

const group = text(200).meta({ description: 'As the provider writes it, sign by sign.' });

const name = text(60).meta({ description: 'On the button of the sign-in page.' });
const issuer = z
  .url()
  .max(500)
  .meta({ description: 'Of the provider, as its own description says.' });
const clientId = text(255).meta({ description: 'What the provider calls Lunas.' });
const scopes = z
  .string()
  .max(300)
  .regex(/^openid(?: [!-~]+)*$/)
  .meta({
    description: 'What is asked of the provider, `openid` first.',
    example: 'openid email profile',
  });
const groupsClaim = text(200).meta({
  description: 'The claim with the groups of a person; dots lead into it.',
});
const admits = z.enum(['invited', 'everybody']).meta({
  description:
    'Who comes for the first time: only who was added with the same e-mail address, or everybody whose groups have a role.',
});
const required = z.boolean().meta({
  description: 'Passwords let in administrators and people of agencies alone.',
});

const provider = z
  .strictObject({
    id,
    name,
    issuer,
    clientId,
    scopes,
    groupsClaim,
    admits,
    required,
    active: z.boolean().meta({ description: 'People sign in by it.' }),
    tested: z.boolean().meta({ description: 'An administrator has tried it as it is now.' }),
    redirectUri: orNull(z.string()).meta({
      description: 'To be entered at the provider; null until LUNAS_PUBLIC_URL is set.',
    }),
    roles: z
      .array(
        z.strictObject({
          group,
          role: z.enum(STAFF_ROLES),
          store: orNull(code).meta({ description: 'Null for the whole company.' }),
        }),
      )
      .meta({ description: 'The first line whose group a person has gives the role.' }),
  })
  .meta({ id: 'IdentityProvider' });

const fields = {
  name,
  issuer,
  clientId,
  scopes: scopes.default('openid email profile'),
  groupsClaim: groupsClaim.default('groups'),
  admits: admits.default('invited'),
  required: required.default(false),
  roles: z
    .array(
      z.strictObject({
        group,
        role: z.enum(STAFF_ROLES),
        store: code.optional().meta({
          description: 'Code of the store, for cashiers and store managers alone.',
        }),
      }),
    )
    .max(GROUPS_MAX)
    .meta({ description: 'The first line whose group a person has gives the role.' }),
};

const clientSecret = text(1_000).meta({ description: 'Kept sealed; it is never answered.' });

const example = {
  name: 'Company account',
  issuer: 'https://login.example.test',
  clientId: 'lunas',
  groupsClaim: 'groups',
  roles: [
    { group: 'finance', role: 'arClerk' },
    { group: 'shop-jkt1', role: 'storeManager', store: 'JKT1' },
  ],
} as const;

const params = z.strictObject({ providerId: id });

const WRITE_ERRORS = [
  'PROVIDER_EXISTS',
  'PROVIDER_ADDRESS_REFUSED',
  'GROUP_REPEATED',
  'STORE_REQUIRED',
  'STORE_UNKNOWN',
  'LAST_ADMINISTRATOR',
] as const;

export const listIdentityProvidersRoute = defineRoute({
  method: 'get',
  path: '/v1/identity-providers',
  summary: 'Where people sign in with an account of elsewhere',
  tag: 'People and keys',
  access: SEES_ACCESS,
  responses: { 200: z.strictObject({ data: z.array(provider) }) },
  errors: [],
  idempotency: 'read',
});

export const addIdentityProviderRoute = defineRoute({
  method: 'post',
  path: '/v1/identity-providers',
  summary: 'Add an identity provider (OpenID Connect); it is tried, then switched on',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  body: z.strictObject({ ...fields, clientSecret }),
  example: { ...example, clientSecret: 'from the page of the provider' },
  responses: { 201: provider },
  errors: WRITE_ERRORS,
  idempotency: 'key',
});

export const changeIdentityProviderRoute = defineRoute({
  method: 'put',
  path: '/v1/identity-providers/{providerId}',
  summary: 'Change an identity provider',
  description:
    'Another issuer, client, secret, scope or claim switches it off until it was tried again. Roles are taken anew at each sign-in.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params,
  body: z.strictObject({
    ...fields,
    clientSecret: clientSecret
      .optional()
      .meta({ description: 'As it was when left out; never answered.' }),
  }),
  example,
  responses: { 200: provider },
  errors: ['PROVIDER_NOT_FOUND', ...WRITE_ERRORS],
  idempotency: 'natural',
});

export const switchIdentityProviderRoute = defineRoute({
  method: 'post',
  path: '/v1/identity-providers/{providerId}/switch',
  summary: 'Switch an identity provider on, once it was tried, or off',
  description: 'Switched off, the sessions that began by it end.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params,
  body: z.strictObject({ active: z.boolean().meta({ description: 'People sign in by it.' }) }),
  example: { active: true },
  responses: { 200: provider },
  errors: ['PROVIDER_NOT_FOUND', 'PROVIDER_NOT_TESTED', 'LAST_ADMINISTRATOR'],
  idempotency: 'natural',
});

export const removeIdentityProviderRoute = defineRoute({
  method: 'delete',
  path: '/v1/identity-providers/{providerId}',
  summary: 'Remove an identity provider by which nobody has signed in',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params,
  responses: { 204: 'empty' },
  errors: ['PROVIDER_NOT_FOUND', 'PROVIDER_IN_USE'],
  idempotency: 'natural',
});

export const testIdentityProviderRoute = defineRoute({
  method: 'post',
  path: '/v1/identity-providers/{providerId}/tests',
  summary: 'Try an identity provider: the address to sign in at',
  description:
    'Open the address in this browser. The page it leads back to hands the answer in (`POST /v1/session/provider-answers`) and shows what the provider said, and which role it would give. Nobody is signed in.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params,
  responses: {
    200: z.strictObject({ url: z.string().meta({ description: 'At the provider.' }) }),
  },
  errors: [
    'PROVIDER_NOT_FOUND',
    'PUBLIC_ADDRESS_MISSING',
    'PROVIDER_ADDRESS_REFUSED',
    'PROVIDER_UNREACHABLE',
    'PROVIDER_ANSWER_WRONG',
  ],
  idempotency: 'natural',
});

export const removeIdentityRoute = defineRoute({
  method: 'delete',
  path: '/v1/users/{userId}/identity',
  summary: 'Forget by which account of elsewhere a person signs in, with all sessions',
  description: 'The next account with the same verified e-mail address becomes that of the person.',
  tag: 'People and keys',
  access: GIVES_ACCESS,
  params: z.strictObject({ userId: id }),
  responses: { 204: 'empty' },
  errors: ['USER_NOT_FOUND', 'IDENTITY_MISSING'],
  idempotency: 'natural',
});
