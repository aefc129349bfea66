import { createHash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { parseBy } from '../contract/faults.js';
import type { Json } from '../contract/strict-json.js';
import type { CommandContext } from '../domain/context.js';
import { Refusal } from '../domain/refusal.js';
import { maskCardNumbers } from '../domain/sale/card-number.js';
import { admit } from './auth/admit.js';
import { authenticate } from './auth/authenticate.js';
import type { Anonymous, Principal } from './auth/principal.js';
import type { ApiDeps } from './deps.js';
import { parseJsonBody } from './http/parse-json-body.js';
import { createFairTurns, type FairTurns } from './http/fair-turns.js';
import type { RateLimiters } from './http/rate-limits.js';
import { BodyRefused, readBody } from './http/read-body.js';
import { requestIdOf } from './http/request-id.js';
import { send } from './http/send.js';
import { requestHash, runIdempotent, type StoredAnswer } from './idempotency.js';
import { keepRefused } from './keep-refused.js';
import { createRefusalsInTurn } from './refusals-in-turn.js';
import type { AnyAnswer, Call, Route } from './route.js';
import { databaseIn } from './database-in-transaction.js';

export type Pipeline = (route: Route, request: Request, response: Response) => Promise<void>;

const ANONYMOUS: Anonymous = {
  kind: 'anonymous',
  actor: { kind: 'system', id: 'anonymous', name: 'anonymous' },
};

/**
 * The steps of every request, in this order: authenticate, admit, limit the rate, read, look up the idempotency key,
 * answer. So nobody without a credential can make us read a body.
 */
export function createPipeline(deps: ApiDeps, limiters: RateLimiters): Pipeline {
  const inTurn = createRefusalsInTurn();
  const turns = createFairTurns(deps.limits.turns);
  return async (route, request, response) => {
    observe(route, response, deps);
    const principal = await identify(route, { request, response, deps, limiters });
    const ctx = contextOf(principal, request, deps);
    let content: Buffer = EMPTY;
    try {
      // Before the turn: a caller that sends its body slowly must not hold one.
      content = await readContent(route, request, deps.limits.jsonBodyBytes);
      await inTurnOf(principal, turns, async () => {
        const read = readCall(route, { request, response, principal, ctx, content });
        send(response, await answerOf(route, read, deps));
      });
    } catch (error) {
      const sent = error instanceof BodyRefused ? error.head : content;
      await keepRefused(deps, {
        route,
        request,
        sender: principal,
        ctx,
        content: sent,
        error,
        inTurn,
      });
      throw error;
    }
  };
}

/** The operator's own calls and attempts to sign in, which have bounds of their own, do not wait. */
async function inTurnOf(
  principal: Principal | Anonymous,
  turns: FairTurns,
  work: () => Promise<void>,
): Promise<void> {
  if (principal.kind === 'anonymous') return work();
  const release = await turns(principal.actor.id);
  try {
    await work();
  } finally {
    release();
  }
}

function observe({ contract }: Route, response: Response, { metrics }: ApiDeps): void {
  const { method, path } = contract;
  const beganMs = performance.now();
  response.once('finish', () => {
    const seconds = (performance.now() - beganMs) / 1_000;
    metrics.observe({ method, path, status: response.statusCode, seconds });
  });
}

const EMPTY = Buffer.alloc(0);
const NO_FIELDS = z.strictObject({});

type Arrival = Readonly<{
  request: Request;
  response: Response;
  deps: ApiDeps;
  limiters: RateLimiters;
}>;

/** Where strangers hand in a secret. */
const SECRETS_HANDED_IN: ReadonlySet<string> = new Set([
  '/v1/session',
  '/v1/session/provider-sign-ins',
  '/v1/session/provider-answers',
  '/v1/session/provider-codes',
  '/v1/passwords',
  '/v1/enrolments',
]);

async function identify(route: Route, arrival: Arrival): Promise<Principal | Anonymous> {
  const { request, response, deps, limiters } = arrival;
  const { contract } = route;
  if (contract.access.kind === 'public') {
    const isGuess = SECRETS_HANDED_IN.has(contract.path);
    await (isGuess ? limiters.login : limiters.stranger)(request, response);
    return ANONYMOUS;
  }
  const principal = await authenticate(request, deps).catch(async (error: unknown) => {
    if (error instanceof Refusal) await limiters.stranger(request, response);
    throw error;
  });
  await limiters.caller(principal, request, response);
  admit(principal, contract, { request, nowMs: deps.realTimeMs() });
  if (contract.access.kind === 'roles' && contract.access.person === true)
    await refuseFormerPerson(principal, deps);
  return principal;
}

/** What a person decides is decided by who the person is now, not by what was known of the credential seconds ago. */
async function refuseFormerPerson(
  { actor, role }: Principal,
  { database }: ApiDeps,
): Promise<void> {
  const person = { id: actor.id, active: true, role };
  if ((await database.prisma.appUser.findFirst({ where: person })) !== null) return;
  const detail = 'This person may not do this any more: sign in again.';
  throw new Refusal({ code: 'ROLE_FORBIDDEN', detail });
}

function contextOf(
  { actor }: Principal | Anonymous,
  request: Request,
  { clock }: ApiDeps,
): CommandContext {
  return {
    actor,
    origin: request.ip ?? 'unknown',
    at: clock.iso(),
    requestId: requestIdOf(request),
  };
}

function contentTypeOf(request: Request): string {
  return request.headers['content-type'] ?? '';
}

async function readContent(route: Route, request: Request, jsonMaxBytes: number): Promise<Buffer> {
  const { body, bodyMaxBytes, rawBody } = route.contract;
  if (body !== undefined) return readBody(request, bodyMaxBytes ?? jsonMaxBytes);
  if (rawBody === undefined) return refuseFields(route, request, jsonMaxBytes);
  const content = await readBody(request, rawBody.maxBytes);
  const mediaType = contentTypeOf(request).split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!rawBody.mediaTypes.includes(mediaType) && !rawBody.mediaTypes.includes('*/*')) {
    const detail = `The body must be one of ${rawBody.mediaTypes.join(', ')}.`;
    throw new BodyRefused(
      { code: 'UNSUPPORTED_MEDIA_TYPE', param: 'Content-Type', detail },
      content,
    );
  }
  if (content.length > 0) return content;
  throw new Refusal({ code: 'BODY_REQUIRED', detail: 'This call needs a body.' });
}

/** A command without fields refuses any that are sent; `{}` counts as no body. */
async function refuseFields(
  { contract }: Route,
  request: Request,
  maxBytes: number,
): Promise<Buffer> {
  if (contract.method === 'get') return EMPTY;
  const content = await readBody(request, maxBytes);
  if (content.length > 0) parseBy(NO_FIELDS, parseJsonBody(content, contentTypeOf(request)));
  return EMPTY;
}

type Read = Pick<Call, 'request' | 'response' | 'ctx' | 'content'> &
  Readonly<{ principal: Principal | Anonymous }>;

function readCall(
  { contract }: Route,
  read: Read,
): Readonly<{ call: Call; json: Json | undefined }> {
  const { request, content } = read;
  const { params, query, body, entriesApart } = contract;
  const json =
    body === undefined ? undefined : parseJsonBody(content, contentTypeOf(request), entriesApart);
  const call = {
    ...read,
    // `identify` returns no principal for public routes only; the type of their handlers says so.
    principal: read.principal as Principal,
    params: params === undefined ? {} : parseBy(params, request.params),
    query: query === undefined ? refuseQuery(request.query) : parseBy(query, request.query),
    // A command without schema has no body.
    body: (body === undefined ? undefined : parseBy(body, json)) as undefined,
    contentType: contentTypeOf(request),
    requestId: requestIdOf(request),
  };
  return { call, json };
}

function refuseQuery(query: Request['query']): Record<never, never> {
  const [name] = Object.keys(query);
  if (name === undefined) return {};
  throw new Refusal({
    code: 'FIELD_UNKNOWN',
    param: name,
    detail: 'This field is not known here.',
  });
}

async function answerOf(
  route: Route,
  { call, json }: Readonly<{ call: Call; json: Json | undefined }>,
  deps: ApiDeps,
): Promise<AnyAnswer> {
  if (route.kind === 'plain') return route.handle(call, deps);
  const { contract, work, prepare } = route;
  const { request, ctx, principal, content } = call;
  const runs = async (tx: Parameters<Parameters<typeof runIdempotent>[2]>[0]) =>
    storable(
      await work({ ...call, tx, found }, { ...deps, database: databaseIn(deps.database, tx) }),
    );
  const key = idempotencyKeyOf(request, contract.idempotency);
  const hash = requestHash({ method: request.method, url: request.originalUrl, json, content });
  const found = await prepare?.(call, deps);
  const { replayed, ...answer } = await runIdempotent(
    deps.database,
    {
      scope: principal.actor.id,
      key,
      hash,
      ctx,
      agencyId: principal.agencyId,
      toldOnce: contract.toldOnce,
    },
    runs,
  );
  if (!replayed) {
    deps.hint();
    return answer;
  }
  return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } };
}

function storable(answer: AnyAnswer): StoredAnswer {
  if ('body' in answer) return answer;
  throw new Error('a command answers JSON');
}

/** Printable ASCII, as in the IETF draft of the header; quotes around it are optional there. */
const KEY_FORM = /^[\x21-\x7e]{1,255}$/;

/** Without an optional key, the request is never treated as a repetition. */
function idempotencyKeyOf(request: Request, idempotency: Route['contract']['idempotency']): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined && idempotency === 'optionalKey') return `once:${randomUUID()}`;
  if (key === undefined) {
    throw new Refusal({
      code: 'IDEMPOTENCY_KEY_REQUIRED',
      param: 'Idempotency-Key',
      detail:
        'Send a key of your own choice for each thing you want done, and the same one to repeat it.',
    });
  }
  if (typeof key === 'string' && KEY_FORM.test(key)) return keptKeyOf(key);
  throw new Refusal({
    code: 'IDEMPOTENCY_KEY_INVALID',
    param: 'Idempotency-Key',
    detail: 'A key has 1 to 255 printable ASCII characters without spaces.',
  });
}

/** So many hexadecimal digits tell keys apart and are too few to find a card number by. */
const DIGEST_LENGTH = 6;

/**
 * The key as it is kept. One that could hold a card number is kept masked, with a little of its digest: a random number
 * looks like one now and then, and is never refused for it.
 */
function keptKeyOf(key: string): string {
  const masked = maskCardNumbers(key);
  if (masked === key) return key;
  const digest = createHash('sha256').update(key).digest('hex').slice(0, DIGEST_LENGTH);
  return `${masked}#${digest}`;
}
