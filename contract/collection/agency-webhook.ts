import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { defineRoute } from '../route.js';

/** What an agency is told of; prisma/functions/collection/tell_agency.sql says who sends which. */
export const AGENCY_MESSAGES = [
  'placement.created',
  'placement.direct_payment',
  'placement.adjusted',
  'placement.recalled',
] as const;

/** Proxies cut longer URLs. */
const URL_MAX_LENGTH = 2_000;

const secretFacts = {
  id,
  createdAt: instant
    .nullable()
    .meta({ description: 'Null: agreed before such moments were noted.' }),
};

const webhookSettings = z
  .strictObject({
    url: z
      .string()
      .nullable()
      .meta({ description: 'Null: nothing is sent; you fetch your cases.' }),
    secrets: z
      .array(
        z.strictObject({
          ...secretFacts,
          expiresAt: instant.nullable().meta({
            description: 'From then on it signs no more. Null: the secret in use.',
          }),
        }),
      )
      .meta({ description: 'Every message is signed with each of them, the newest first.' }),
    lastDeliveries: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'The header `webhook-id`.' }),
          type: z.enum(AGENCY_MESSAGES),
          placementId: id,
          createdAt: instant,
          state: z.enum(['waiting', 'delivered', 'fetched', 'refused', 'failed']).meta({
            description:
              'fetched: there was no address then. refused: answered otherwise than 2xx. failed: not answered. Both are tried again.',
          }),
          attempts: z.number().int(),
          httpStatus: z.number().int().nullable(),
          deliveredAt: instant.nullable(),
        }),
      )
      .meta({ description: 'The last messages, the newest first.' }),
  })
  .meta({ id: 'AgencyWebhook' });

export const readAgencyWebhookRoute = defineRoute({
  method: 'get',
  path: '/v1/agency/webhook',
  summary: 'Where your webhooks go, what signs them, and how the last ones fared',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:read' },
  responses: { 200: webhookSettings },
  errors: [],
  idempotency: 'read',
});

export const setAgencyWebhookRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/webhook',
  summary: 'Say where you want your webhooks, or that you want none',
  description:
    'https only, without user and password, at a public address. The address is looked up now and again before every message.',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:write' },
  body: z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(URL_MAX_LENGTH)
      .nullable()
      .meta({ description: 'Null switches them off.' }),
  }),
  example: { url: 'https://agency.example/lunas' },
  responses: { 200: webhookSettings },
  errors: ['WEBHOOK_URL_REFUSED'],
  idempotency: 'key',
});

export const rotateWebhookSecretRoute = defineRoute({
  method: 'post',
  path: '/v1/agency/webhook/secret-rotations',
  summary: 'Get a new secret for the signatures; the one before signs beside it for a day',
  description:
    'Standard Webhooks: while two secrets are in use, `webhook-signature` holds a signature of each, with a space between them. The secret is in the first answer only. Who has lost that answer rotates again.',
  tag: 'Collection partners',
  access: { kind: 'roles', roles: ['partner'], scope: 'agency:write' },
  responses: {
    201: z.strictObject({
      ...secretFacts,
      secret: z.string().nullable().meta({
        description: '`whsec_` and base64. Null in a replay: it was told before.',
      }),
      previousExpiresAt: instant
        .nullable()
        .meta({ description: 'Until then the secret before signs as well. Null: there was none.' }),
    }),
  },
  errors: ['WEBHOOK_SECRETS_TOO_MANY'],
  idempotency: 'key',
  toldOnce: ['secret'],
});
