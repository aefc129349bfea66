import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type ClientParts, type LunasClient } from '../../client/client.js';
import { CallRefused, CallUnanswered } from '../../client/problem.js';
import { aSale } from '../support/a-sale.js';
import { openShop, type OpenShop } from '../support/open-shop.js';

type Seen = Readonly<{ method: string; url: string; key: string | undefined; body: string }>;
type Answer = (response: ServerResponse) => void;

let server: Server;
let url: string;
let seen: Seen[];
let answers: Answer[];
let waits: number[];

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => void server.close(resolve)));
beforeEach(() => {
  [seen, answers, waits] = [[], [], []];
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url: path = '', headers } = request;
  const key = headers['idempotency-key'];
  const body = Buffer.concat(chunks).toString();
  seen.push({ method, url: path, key: typeof key === 'string' ? key : undefined, body });
  (answers.shift() ?? ok({}))(response);
}

function ok(body: unknown): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
    response.end(JSON.stringify({ status, code, title: code, detail: 'why', param: 'sku' }));
  };
}

/** The effect has happened, and the answer is lost on the way. */
const lost: Answer = (response) => response.destroy();

function client(parts: Partial<ClientParts> = {}): LunasClient {
  const sleep = async (waitMs: number) => void waits.push(waitMs);
  return createClient({ url, token: 'lunas_test', sleep, random: () => 1, ...parts });
}

const STORE = { code: 'A', name: 'A', address: 'A', phone: '1' };

describe('a call of the client', () => {
  it('is repeated under one key until it is answered', async () => {
    answers = [lost, problem(503, 'UNAVAILABLE'), lost, ok({ code: 'A' })];
    const { body } = await client().call('POST /v1/stores', { body: STORE });
    expect(body).toEqual({ code: 'A' });
    expect(seen).toHaveLength(4);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(waits).toEqual([250, 500, 1_000]);
  });

  it('waits as long as the API asks for', async () => {
    answers = [problem(429, 'RATE_LIMITED', { 'retry-after': '2' }), ok({ data: [] })];
    await client().call('GET /v1/stores', {});
    expect(waits).toEqual([2_000]);
  });

  it('is not repeated when it is refused, and says what and where', async () => {
    answers = [problem(422, 'TAX_CODE_UNKNOWN')];
    const refused = await client()
      .call('POST /v1/stores', { body: STORE })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CallRefused);
    expect((refused as CallRefused).problem).toMatchObject({
      status: 422,
      code: 'TAX_CODE_UNKNOWN',
      param: 'sku',
    });
    expect(seen).toHaveLength(1);
  });

  it('gives up after its attempts and tells the key under which to go on', async () => {
    answers = Array.from({ length: 3 }, () => lost);
    const given = client({ retry: { attempts: 3 } }).call(
      'POST /v1/stores',
      { body: STORE },
      { idempotencyKey: 'my-key' },
    );
    const fault = await given.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(CallUnanswered);
    expect((fault as CallUnanswered).idempotencyKey).toBe('my-key');
    expect(seen).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it('tells the refusal of the last attempt when the API stays away', async () => {
    answers = [problem(503, 'UNAVAILABLE'), problem(503, 'UNAVAILABLE')];
    const call = client({ retry: { attempts: 2 } }).call('GET /v1/stores', {});
    await expect(call).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('fills the path and asks by the query, without what is left out', async () => {
    const params = { userId: 'a/b' };
    await client().call('DELETE /v1/users/{userId}/sessions', { params });
    await client().call('GET /v1/catalogue', { query: { since: 3 } });
    expect(seen.map(({ url: path }) => path)).toEqual([
      '/v1/users/a%2Fb/sessions',
      '/v1/catalogue?since=3',
    ]);
  });

  it('says so when a proxy answers in the place of the API', async () => {
    answers = [
      (response) => {
        response.writeHead(404, { 'content-type': 'text/html' });
        response.end('<h1>Not here</h1>');
      },
    ];
    await expect(client().call('GET /v1/stores', {})).rejects.toMatchObject({
      code: 'NOT_A_PROBLEM',
    });
  });

  it('takes the entries of a list page by page', async () => {
    answers = [ok({ data: [1, 2], nextCursor: 'next' }), ok({ data: [3], nextCursor: null })];
    const entries: unknown[] = [];
    for await (const entry of client().each('GET /v1/customers', {})) entries.push(entry);
    expect(entries).toEqual([1, 2, 3]);
    expect(seen[1]?.url).toBe('/v1/customers?cursor=next');
  });
});

describe('with the API itself', () => {
  let open: OpenShop;
  beforeAll(async () => {
    open = await openShop();
  });
  afterAll(() => open.close());

  it('a sale whose answers are lost is captured once, with one answer', async () => {
    const [token] = open.shop.terminalTokens;
    const params = { saleId: crypto.randomUUID() };
    const sale = aSale();
    let attempts = 0;
    const till = createClient({
      url: open.api.url,
      token,
      sleep: async () => {},
      transport: async (request) => {
        attempts += 1;
        const { fetchTransport } = await import('../../client/transport.js');
        const answered = await fetchTransport(request);
        if (attempts < 3) throw new Error('the line broke');
        return answered;
      },
    });
    const answered = await till.call('PUT /v1/sales/{saleId}', { params, body: sale });
    expect(answered).toMatchObject({ status: 200, replayed: true });
    expect(await open.database.prisma.sale.count({ where: { id: params.saleId } })).toBe(1);
    const paper = await till.call(
      'GET /v1/sales/{saleId}/receipt',
      { params },
      { accept: 'application/pdf' },
    );
    expect(
      Buffer.from(paper.body as unknown as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
