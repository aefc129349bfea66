import { IDEMPOTENCY, type Calls } from './generated/calls.js';
import { CallRefused, CallUnanswered, problemOf } from './problem.js';
import { isPassing, RETRY_RULE, waitBefore, type RetryRule } from './retry.js';
import { fetchTransport, type Transport, type WireAnswer } from './transport.js';

/** A call by method and path, such as `PUT /v1/sales/{saleId}`. */
export type CallName = keyof Calls;

/** What a call takes: the parameters of its path, its query and its body, as far as it has them. */
export type InputOf<Name extends CallName> = Lenient<Omit<Calls[Name], 'answers'>>;

/** What may be left out may also be undefined: it is not sent. */
type Lenient<Value> = Value extends Uint8Array
  ? Value
  : Value extends object
    ? {
        [Key in keyof Value]: Record<never, never> extends Pick<Value, Key>
          ? Lenient<Value[Key]> | undefined
          : Lenient<Value[Key]>;
      }
    : Value;

/** What a call answers when it is not refused, by status. */
export type AnswerOf<Name extends CallName> = {
  [Status in keyof Calls[Name]['answers']]: Readonly<{
    status: Status extends `${infer Code extends number}` ? Code : Status;
    body: Calls[Name]['answers'][Status];
    /** The call had been made before under this key or id; this is the answer of then. */
    replayed: boolean;
  }>;
}[keyof Calls[Name]['answers']];

/** Lists answer a page and the cursor of the next. */
type ListName = {
  [Name in CallName]: AnswerOf<Name> extends Readonly<{
    body: Readonly<{ data: readonly unknown[]; nextCursor: string | null }>;
  }>
    ? Name
    : never;
}[CallName];
type EntryOf<Name extends ListName> =
  AnswerOf<Name> extends Readonly<{ body: Readonly<{ data: readonly (infer Entry)[] }> }>
    ? Entry
    : never;

export type CallOptions = Readonly<{
  /** For calls that take one; chosen by the client when left out, the same for all attempts. */
  idempotencyKey?: string;
  /** The media type of a body that is not JSON. */
  contentType?: string;
  /** Asks for another form of the answer, such as `application/pdf`; the body then comes as bytes. */
  accept?: string;
}>;

/** What the writes of a person's session carry. In a browser the cookie goes by itself, and no script can read it. */
export type Session = Readonly<{ csrfToken: string; cookie: string | undefined }>;

export type ClientParts = Readonly<{
  /** Where the API is: `http://127.0.0.1:3000`. */
  url: string;
  /** The key of a till, a partner, an integration or a person: `lunas_...`. */
  token?: string | undefined;
  /** Of a person, from `signIn`. */
  session?: Session | undefined;
  retry?: Partial<RetryRule>;
  transport?: Transport;
  /** For tests: waits and chance. */
  sleep?: (waitMs: number) => Promise<void>;
  random?: () => number;
}>;

export type LunasClient = Readonly<{
  /**
   * Makes a call until it is answered. What the API could not answer is repeated with waits under the same idempotency
   * key, so that it has its effect once.
   *
   * @throws {CallRefused} when the API refuses; {CallUnanswered} when no attempt was answered
   */
  call: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ) => Promise<AnswerOf<Name>>;
  /** All entries of a list, page by page as they are taken. */
  each: <Name extends ListName>(
    name: Name,
    input: InputOf<Name>,
  ) => AsyncGenerator<EntryOf<Name>, void>;
}>;

/** A client of the API with the rules by which a till repeats its calls. It keeps nothing between calls. */
export function createClient(parts: ClientParts): LunasClient {
  const rule = { ...RETRY_RULE, ...parts.retry };
  const call: LunasClient['call'] = async (name, input, options = {}) => {
    const idempotencyKey = keyFor(name, options);
    const request = requestOf(parts, {
      name,
      input: input as Wanted['input'],
      options,
      idempotencyKey,
    });
    const answer = await answered({ ...parts, rule }, request).catch((cause: unknown) => {
      throw new CallUnanswered(name, idempotencyKey, cause);
    });
    const body = bodyOf(answer);
    if (answer.status >= 400) throw new CallRefused(name, problemOf(answer.status, body));
    const replayed = answer.header('idempotency-replayed') === 'true';
    return { status: answer.status, body, replayed } as unknown as AnswerOf<typeof name>;
  };
  return { call, each: (name, input) => entriesOf(call, name, input) };
}

async function* entriesOf<Name extends ListName>(
  call: LunasClient['call'],
  name: Name,
  input: InputOf<Name>,
): AsyncGenerator<EntryOf<Name>, void> {
  let cursor: string | undefined;
  do {
    const query = {
      ...(input as { query?: object }).query,
      ...(cursor === undefined ? {} : { cursor }),
    };
    const { body } = (await call(name, Object.assign({}, input, { query }))) as {
      body: { data: EntryOf<Name>[]; nextCursor: string | null };
    };
    yield* body.data;
    cursor = body.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function keyFor(name: CallName, { idempotencyKey }: CallOptions): string | undefined {
  const habit = IDEMPOTENCY[name];
  if (habit !== 'key' && habit !== 'optionalKey') return undefined;
  return idempotencyKey ?? crypto.randomUUID();
}

type Wanted = Readonly<{
  name: CallName;
  input: Readonly<{ params?: object; query?: object; body?: unknown }>;
  options: CallOptions;
  idempotencyKey: string | undefined;
}>;

type Prepared = Readonly<{
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array | undefined;
}>;

function requestOf(parts: ClientParts, wanted: Wanted): Prepared {
  const { name, input } = wanted;
  const [method = '', path = ''] = name.split(' ');
  const { body } = input;
  return {
    method,
    url: `${parts.url}${filled(path, input.params ?? {})}${queryOf(input.query ?? {})}`,
    headers: headersOf(parts, wanted),
    body: body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body),
  };
}

function headersOf(
  { token, session }: ClientParts,
  { input: { body }, options, idempotencyKey }: Wanted,
): Record<string, string> {
  const headers: Record<string, string> = { accept: options.accept ?? 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (session !== undefined) headers['x-csrf-token'] = session.csrfToken;
  if (session?.cookie !== undefined) headers['cookie'] = session.cookie;
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  if (body instanceof Uint8Array)
    headers['content-type'] = options.contentType ?? 'application/octet-stream';
  else if (body !== undefined) headers['content-type'] = 'application/json';
  return headers;
}

function filled(path: string, params: object): string {
  const values = new Map<string, unknown>(Object.entries(params));
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
}

function queryOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

/** Repeats until there is an answer about the call itself; the last one counts when the attempts are used up. */
async function answered(
  parts: ClientParts & Readonly<{ rule: RetryRule }>,
  request: Prepared,
): Promise<WireAnswer> {
  const { rule, transport = fetchTransport, sleep = sleepFor, random = Math.random } = parts;
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt >= rule.attempts;
    const answer = await transport({
      ...request,
      signal: AbortSignal.timeout(rule.attemptMs),
    }).catch((error: unknown) => {
      if (isLast) throw error;
      return undefined;
    });
    if (answer !== undefined && (isLast || !isPassing(answer.status))) return answer;
    const retryAfter = answer?.header('retry-after');
    await sleep(waitBefore(attempt, { rule, retryAfter, random }));
  }
}

function sleepFor(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
  });
}

/** JSON as what it says, nothing as undefined, anything else as bytes. */
function bodyOf({ bytes, header }: WireAnswer): unknown {
  if (bytes.length === 0) return undefined;
  const type = header('content-type') ?? '';
  if (!/^application\/(problem\+)?json/.test(type)) return bytes;
  return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}
