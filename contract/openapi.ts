import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { agencyMessages } from './collection/agency-messages.js';
import { ERRORS, type ErrorCode } from './errors.js';
import { problem, PROBLEM_MEDIA_TYPE } from './problem.js';
import {
  isClosedToSandbox,
  type Access,
  type ResponseContract,
  type RouteContract,
} from './route.js';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;
type Operation = Parameters<OpenAPIRegistry['registerPath']>[0];

/** Codes that every route may answer besides its own refusals. */
const EVERYWHERE: readonly ErrorCode[] = [
  'FIELD_UNKNOWN',
  'RATE_LIMITED',
  'INTERNAL',
  'UNAVAILABLE',
];
const WITH_CREDENTIAL: readonly ErrorCode[] = ['CREDENTIAL_REQUIRED', 'CREDENTIAL_INVALID'];
const WITH_ROLES: readonly ErrorCode[] = [
  'ROLE_FORBIDDEN',
  'SCOPE_FORBIDDEN',
  'SECOND_FACTOR_REQUIRED',
  'NOT_FOUND',
];
const WITH_INPUT: readonly ErrorCode[] = ['REQUEST_INVALID', 'FIELD_INVALID'];
/** Codes of every write, also of one without a body, which refuses fields. */
const WITH_CONTENT: readonly ErrorCode[] = [
  'JSON_MALFORMED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];
const WITH_BODY: readonly ErrorCode[] = ['BODY_REQUIRED', 'FIELD_REQUIRED'];
const WITH_KEY: readonly ErrorCode[] = [
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_INVALID',
  'IDEMPOTENCY_CONFLICT',
];

/** The OpenAPI 3.1 description of the routes, generated from their contracts alone. */
export function openApiDocument(
  routes: readonly RouteContract[],
  info: Readonly<{ version: string }>,
): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'lunas_<environment>_<keyId>_<secret>',
    description: 'Terminals, partners and integrations.',
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'lunas_session',
    description:
      'People: POST /v1/session; over TLS it is named `__Host-lunas_session`; writes carry the header X-CSRF-Token as well.',
  });
  for (const route of routes) registry.registerPath(operationOf(route));
  for (const message of agencyMessages) registry.registerWebhook(webhookOf(message));
  const generator = new OpenApiGeneratorV31(registry.definitions);
  const document = generator.generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lunas',
      version: info.version,
      description:
        'Every sale from the till to its last rupiah. Errors are RFC 9457 problem documents with a stable `code`; writes take `Idempotency-Key`; lists are paged by an opaque `cursor`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
  return withoutFlags(document);
}

/** The generator leaves the `/u` of a regular expression in the pattern, which then matches no text. */
function withoutFlags(document: OpenApiDocument): OpenApiDocument {
  const content = JSON.stringify(document, (key, value: unknown) =>
    key === 'pattern' && typeof value === 'string' ? value.replace(/\$\/u$/, '$$') : value,
  );
  return JSON.parse(content) as OpenApiDocument;
}

/** `captureSale` of `PUT /v1/sales/{saleId}` reads `putV1SalesSaleId`: derived from the path, so that it is unique. */
function operationIdOf({ method, path }: RouteContract): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return method + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

function roleCodesOf(access: Extract<Access, { kind: 'roles' }>): readonly ErrorCode[] {
  return [
    ...WITH_ROLES,
    ...(access.person === true ? (['PERSON_REQUIRED'] as const) : []),
    ...(access.freshPassword === true ? (['PASSWORD_NEEDED'] as const) : []),
  ];
}

/** Every code a route may answer with: its own refusals and those of its access, body and idempotency key. */
export function codesOf(route: RouteContract): readonly ErrorCode[] {
  const { access, params, query, body, idempotency } = route;
  return [
    ...new Set([
      ...EVERYWHERE,
      ...contentCodesOf(route),
      ...(access.kind === 'public' ? [] : WITH_CREDENTIAL),
      ...(access.kind === 'public' || route.method === 'get'
        ? []
        : (['CSRF_TOKEN_INVALID'] as const)),
      ...(access.kind === 'roles' ? roleCodesOf(access) : []),
      ...(isClosedToSandbox(route) && mayBeTill(access) ? (['SANDBOX_FORBIDDEN'] as const) : []),
      ...((params ?? query ?? body) ? WITH_INPUT : []),
      ...(idempotency === 'key' || idempotency === 'optionalKey' ? WITH_KEY : []),
      ...route.errors,
    ]),
  ];
}

function mayBeTill(access: Access): boolean {
  return access.kind === 'anyone' || (access.kind === 'roles' && access.roles.includes('terminal'));
}

function contentCodesOf({ method, body, rawBody }: RouteContract): readonly ErrorCode[] {
  if (method === 'get') return [];
  return (body ?? rawBody) === undefined ? WITH_CONTENT : [...WITH_CONTENT, ...WITH_BODY];
}

function operationOf(route: RouteContract): Operation {
  const { method, path, summary, tag, params, query, access, idempotency } = route;
  return {
    method,
    path,
    operationId: operationIdOf(route),
    summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    tags: [tag],
    security: access.kind === 'public' ? [] : [{ key: [] }, { session: [] }],
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...headersOf(idempotency),
      ...requestBodyOf(route),
    },
    responses: { ...successesOf(route), ...problemsOf(route) },
    ...extensionsOf(access),
    'x-lunas-idempotency': idempotency,
    ...(route.toldOnce === undefined ? {} : { 'x-lunas-told-once': route.toldOnce }),
  };
}

const STANDARD_WEBHOOK = z.object({
  'webhook-id': z.string().meta({ description: 'The same on every attempt.' }),
  'webhook-timestamp': z.string().meta({ description: 'Seconds since 1970, of this attempt.' }),
  'webhook-signature': z.string().meta({
    description: 'By each secret in use, over `id.timestamp.body` (Standard Webhooks, `v1`).',
  }),
});

/** What we send to the address of an agency; it answers 2xx, or gets it again under the same `webhook-id`. */
function webhookOf({ type, summary, body }: (typeof agencyMessages)[number]): Operation {
  return {
    method: 'post',
    path: type,
    operationId: type,
    summary,
    tags: ['Collection partners'],
    request: {
      headers: STANDARD_WEBHOOK,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: { 204: { description: 'Taken. Any other status is told again.' } },
  };
}

function extensionsOf(access: Access): Record<`x-${string}`, unknown> {
  if (access.kind !== 'roles') return { 'x-lunas-access': access.kind };
  const { roles, scope } = access;
  return { 'x-lunas-access': 'roles', 'x-lunas-roles': roles, 'x-lunas-scope': scope };
}

const idempotencyKey = z.string().min(1).max(255).meta({
  description:
    'Made by the caller, one for each thing it wants done. A replay gets the stored answer.',
});

function headersOf(idempotency: RouteContract['idempotency']) {
  if (idempotency === 'key') return { headers: z.object({ 'Idempotency-Key': idempotencyKey }) };
  if (idempotency === 'optionalKey')
    return { headers: z.object({ 'Idempotency-Key': idempotencyKey.optional() }) };
  return {};
}

const BYTES = { type: 'string', format: 'binary' } as const;
const TEXT = { type: 'string' } as const;

function requestBodyOf({ body, rawBody, example }: RouteContract) {
  if (rawBody !== undefined) {
    const content = rawBody.mediaTypes.map((mediaType) => [mediaType, { schema: BYTES }] as const);
    return { body: { required: true, content: Object.fromEntries(content) } };
  }
  if (body === undefined) return {};
  return { body: { required: true, content: { 'application/json': { schema: body, example } } } };
}

function successesOf({ responses }: RouteContract): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, responseOf(response)]),
  );
}

function responseOf(response: ResponseContract) {
  if (response === 'empty') return { description: 'Done.' };
  if (!('content' in response))
    return { description: 'Done.', content: { 'application/json': { schema: response } } };
  const content = Object.entries(response.content).map(([mediaType, schema]) => [
    mediaType,
    { schema: schema === 'text' ? TEXT : schema === 'binary' ? BYTES : schema },
  ]);
  return { description: response.description, content: Object.fromEntries(content) };
}

function problemsOf(route: RouteContract): Operation['responses'] {
  const all = codesOf(route);
  const statuses = [...new Set(all.map((code) => ERRORS[code].status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = all.filter((code) => ERRORS[code].status === status);
      const description = codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' ');
      return [status, { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } } }];
    }),
  );
}
