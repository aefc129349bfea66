import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import pino from 'pino';
import { createApp } from '../../api/app.js';
import type { AppParts } from '../../api/deps.js';
import { answerBrokenRequests } from '../../api/http/answer-broken-requests.js';
import { API_LIMITS } from '../../api/limits.js';
import { createClock } from '../../platform/clock.js';
import type { OpenApiDocument } from '../../contract/openapi.js';
import { Secret } from '../../platform/secret.js';
import type { Database } from '../../prisma/database.js';
import { closedAfterTest } from './left-open.js';
import { openApiOfRun } from './openapi-of-run.js';

export type Sent = Readonly<{
  /** A bearer token. */
  as?: string | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  content?: string | Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
}>;

export type Received = Readonly<{
  status: number;
  headers: Headers;
  /** Parsed, when the answer is JSON. */
  body: unknown;
  bytes: Buffer;
}>;

export type TestApi = Readonly<{
  url: string;
  /** Sends one request; an answer that does not fit the OpenAPI document fails the test. */
  send: (method: string, path: string, sent?: Sent) => Promise<Received>;
  close: () => Promise<void>;
}>;

/** A key of the codec that is good for one run. */
const A_KEY = new Secret(randomBytes(32).toString('base64'));

/** Every name stands for one public address, which nothing is sent to. */
const nobodyIsAsked = async () => ['93.184.215.14'];

/** The API on a free port, over the given books, with a client that believes nothing. */
export async function startApi(
  database: Database,
  parts: Partial<AppParts> = {},
): Promise<TestApi> {
  await readDocument();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  answerBrokenRequests(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = createApp({
    database,
    clock: createClock(),
    logger: pino({ level: 'silent' }),
    limits: API_LIMITS,
    temporalUiUrl: 'http://127.0.0.1:8233',
    temporalNamespace: 'default',
    version: '0.0.0-test',
    realTimeMs: Date.now,
    secureCookies: 'never',
    publicUrl: url,
    webhooks: { rules: { environment: 'development', resolve: nobodyIsAsked }, codecKey: A_KEY },
    ...parts,
  });
  server.on('request', app);
  return {
    url,
    send: async (method, path, sent = {}) => {
      const received = await sendTo(url + path, method, sent);
      expectToFit({ method, path, received });
      return received;
    },
    close: closedAfterTest(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  };
}

async function sendTo(address: string, method: string, sent: Sent): Promise<Received> {
  const { as, body, content, headers } = sent;
  const response = await fetch(address, {
    method,
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(content === undefined ? {} : { body: content }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && bytes.length > 0 ? (JSON.parse(bytes.toString()) as unknown) : undefined,
    bytes,
  };
}

// That the document itself is sound is the matter of one test.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);

let document: OpenApiDocument | undefined;

async function readDocument(): Promise<void> {
  if (document !== undefined) return;
  document = await openApiOfRun();
  ajv.addSchema(document, 'openapi');
}

type Exchange = Readonly<{ method: string; path: string; received: Received }>;

function expectToFit({ method, path, received }: Exchange): void {
  const where = `${method} ${path} -> ${received.status}`;
  const template = templateOf(path);
  const operation = template === undefined ? undefined : operationOf(template, method);
  // An address or a method that is not there is no part of the document; its answer is a problem all the same.
  if (template === undefined || operation === undefined)
    return expectValid('openapi#/components/schemas/Problem', received, where);
  const response = operation.responses?.[String(received.status)];
  if (response === undefined) throw new Error(`${where}: this status is not in the document`);
  const type = mediaTypeOf(received);
  const contents = Object.keys(response.content ?? {});
  if (contents.length === 0 && received.bytes.length === 0) return;
  if (!contents.includes(type)) throw new Error(`${where}: ${type} is not in the document`);
  if (!type.includes('json')) return;
  const steps = ['paths', template, method.toLowerCase(), 'responses', received.status, 'content'];
  const pointer = [...steps, type, 'schema'].map(pointerStep).join('/');
  expectValid(`openapi#/${pointer}`, received, where);
}

function mediaTypeOf({ headers }: Received): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
}

function operationOf(template: string, method: string) {
  const key = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  return document?.paths?.[template]?.[key];
}

function templateOf(path: string): string | undefined {
  const steps = path.split('?', 1)[0]?.split('/') ?? [];
  return Object.keys(document?.paths ?? {}).find((template) => {
    const wanted = template.split('/');
    return (
      wanted.length === steps.length &&
      wanted.every((step, index) => step.startsWith('{') || step === steps[index])
    );
  });
}

function pointerStep(step: string | number): string {
  return encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
}

function expectValid(schema: string, received: Received, where: string): void {
  const validate = ajv.getSchema(schema);
  if (validate === undefined) throw new Error(`${where}: there is no ${schema}`);
  if (validate(received.body) === true) return;
  throw new Error(
    `${where} does not fit the document: ${ajv.errorsText(validate.errors)}\n${received.bytes.toString().slice(0, 2_000)}`,
  );
}
