import type { z } from 'zod';
import { assert } from '../domain/assert.js';
import type { ErrorCode } from './errors.js';
import type { Door } from './quarantine/doors.js';
import type { Role, Scope } from './roles.js';

export type Method = 'get' | 'post' | 'put' | 'delete';

/**
 * Who may call. `public` needs no credential, `anyone` any valid one, `roles` a session or key of one of them; a key
 * that was narrowed to scopes needs `scope` as well. `person`: a session, or the key of a user, because the request or
 * approval is recorded with a person. `freshPassword`: a session has given its password within the last minutes
 * (`POST /v1/session/password-check`); keys, which no open screen holds, are not asked.
 */
export type Access =
  | Readonly<{ kind: 'public' }>
  | Readonly<{
      kind: 'roles';
      roles: readonly Role[];
      scope: Scope;
      person?: true;
      freshPassword?: true;
    }>
  | Readonly<{ kind: 'anyone' }>;

/**
 * `read` changes nothing. `key` needs the header Idempotency-Key, and its answer is stored with its effect.
 * `optionalKey` honours the header when it is there. `natural` is safe to repeat by itself (a sale under its own id,
 * the end of a session).
 */
export type Idempotency = 'read' | 'key' | 'optionalKey' | 'natural';

/** A body that is read as bytes: a bank file, a webhook whose signature covers every byte. */
export type RawBody = Readonly<{ mediaTypes: readonly string[]; maxBytes: number }>;

/** JSON of a schema, or other media types by name (`text`, `binary`, `events` have no schema of their own). */
export type ResponseContract =
  | z.ZodType
  | Readonly<{
      description: string;
      content: Readonly<Record<string, z.ZodType | 'text' | 'binary'>>;
    }>
  | 'empty';

export type RouteContract = Readonly<{
  method: Method;
  path: `/${string}`;
  summary: string;
  description?: string;
  tag: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** An array of the body whose entries are parsed one by one, so that a malformed entry does not refuse the others. */
  entriesApart?: string;
  /** Set when the usual limit of 256 KB for JSON is too small. */
  bodyMaxBytes?: number;
  rawBody?: RawBody;
  /**
   * For sandbox terminals. `rehearsed`: the write is answered and nothing of it stays. Other writes are closed to them,
   * and so are reads that are `closed`.
   */
  sandbox?: 'rehearsed' | 'closed';
  /** A valid example body, for the documentation and the generated access tests. */
  example?: unknown;
  responses: Readonly<Record<number, ResponseContract>>;
  errors: readonly ErrorCode[];
  idempotency: Idempotency;
  /** Fields that only the first answer contains: secrets, which must not be stored. They are null in every replay. */
  toldOnce?: readonly string[];
  /**
   * What this door refuses (400, 409, 415, 422; 413 up to the limit) is kept in the quarantine under this name. The
   * codes in `except` are ordinary business answers and are not kept. For tills, card numbers are masked before
   * anything is kept.
   */
  quarantine?: Readonly<{
    door: Door;
    except: readonly ErrorCode[];
    cardNumbers?: 'masked';
  }>;
}>;

/**
 * Defines one call of the HTTP API. Validation, access checks, the OpenAPI document and the generated access matrix are
 * derived from it.
 */
export function defineRoute<const Route extends RouteContract>(route: Route): Route {
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const described = Object.keys(route.params?.shape ?? {});
  const where = `${route.method} ${route.path}`;
  assert(
    named.length === described.length && named.every((name) => described.includes(name ?? '')),
    `${where}: params and path name different things`,
  );
  const writes = route.method !== 'get';
  assert(writes === (route.idempotency !== 'read'), `${where}: a GET reads, nothing else does`);
  assert(
    route.body === undefined || route.rawBody === undefined,
    `${where}: a body is JSON or raw`,
  );
  assert(
    route.body === undefined || route.example !== undefined,
    `${where}: a body needs an example`,
  );
  return route;
}

/** Whether a sandbox terminal is refused: nothing that it does may stay. A new write is closed until it is `rehearsed`. */
export function isClosedToSandbox({ method, sandbox }: RouteContract): boolean {
  return method === 'get' ? sandbox === 'closed' : sandbox !== 'rehearsed';
}

type Parsed<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;

export type ParamsOf<Route> = Route extends { params: infer Schema }
  ? Parsed<Schema, never>
  : Readonly<Record<never, never>>;
export type QueryOf<Route> = Route extends { query: infer Schema }
  ? Parsed<Schema, never>
  : Readonly<Record<never, never>>;
export type BodyOf<Route> = Route extends { body: infer Schema }
  ? Parsed<Schema, never>
  : undefined;

type JsonOf<Response> = Response extends 'empty'
  ? undefined
  : Response extends z.ZodType
    ? Sendable<z.input<Response>>
    : Response extends { content: { 'application/json': infer Schema extends z.ZodType } }
      ? Sendable<z.input<Schema>>
      : never;

/** The same type, deeply readonly. */
export type Sendable<Value> = Value extends readonly (infer Entry)[]
  ? readonly Sendable<Entry>[]
  : Value extends object
    ? { readonly [Field in keyof Value]: Sendable<Value[Field]> }
    : Value;

/** The JSON answers of a route, by status. */
export type JsonAnswerOf<Route extends RouteContract> = {
  [Status in keyof Route['responses'] & number]: Readonly<{
    status: Status;
    body: JsonOf<Route['responses'][Status]>;
    headers?: Readonly<Record<string, string>>;
  }>;
}[keyof Route['responses'] & number];
