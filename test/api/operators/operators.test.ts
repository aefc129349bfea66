import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { makeApiKey } from '../../../activities/people/make-key.js';
import { API_LIMITS } from '../../../api/limits.js';
import type { LastPoll } from '../../../platform/temporal/last-polls.js';
import { openDatabase } from '../../../prisma/database.js';
import { aSale } from '../../support/a-sale.js';
import { startApi } from '../../support/api-client.js';
import { createTestDatabase } from '../../support/database.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;
let polls: LastPoll[] | 'down' = [];

beforeAll(async () => {
  open = await openShop({
    temporal: {
      describe: async () => undefined,
      lastPolls: async () => {
        if (polls === 'down') throw new Error('connect ECONNREFUSED');
        return polls;
      },
    },
  });
});

afterAll(() => open.close());

describe('readiness', () => {
  it('is given when everything is there', async () => {
    polls = [{ queue: 'sales', agoMs: 59_000 }];
    expect((await open.api.send('GET', '/readyz')).status).toBe(200);
  });

  it.each([
    { missing: 'temporal', state: 'down' as const },
    { missing: 'workers', state: [{ queue: 'sales', agoMs: undefined }] },
    { missing: 'workers', state: [{ queue: 'sales', agoMs: 180_000 }] },
  ])('names the $missing that is missing', async ({ missing, state }) => {
    polls = state;
    const answer = await open.api.send('GET', '/readyz');
    expect([answer.status, answer.body]).toMatchObject([
      503,
      { code: 'NOT_READY', errors: [{ param: missing }] },
    ]);
    expect(answer.headers.get('retry-after')).not.toBeNull();
  });

  it('knows a starter that does not drain the outbox', async () => {
    polls = [];
    const { prisma } = open.database;
    const row = await prisma.poke.create({
      data: { workflowId: 'sale:waits', reason: 'test', createdAt: new Date(Date.now() - 180_000) },
    });
    const late = await open.api.send('GET', '/readyz');
    expect([late.status, late.body]).toMatchObject([
      503,
      { errors: [{ param: 'starter', detail: expect.stringMatching(/has waited 1\d\d seconds/) }] },
    ]);
    await prisma.poke.update({ where: { id: row.id }, data: { sentAt: new Date() } });
    expect((await open.api.send('GET', '/readyz')).status).toBe(200);
  });
});

describe('without a database', () => {
  it('everything that needs it is answered with 503 and when to try again', async () => {
    const database = openDatabase({ url: 'postgresql://lunas:x@127.0.0.1:1/none', poolSize: 1 });
    const api = await startApi(database);
    const answer = await api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: open.shop.terminalTokens[0],
      body: aSale(),
    });
    expect([answer.status, answer.body]).toMatchObject([503, { code: 'UNAVAILABLE' }]);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(JSON.stringify(answer.body)).not.toMatch(/prisma|ECONNREFUSED|127\.0\.0\.1:1/i);
    expect((await api.send('GET', '/healthz')).status).toBe(200);
    await api.close();
    await database.close();
  });
});

describe('with a database that stands still', () => {
  it('a till is answered with 503 rather than left waiting', async () => {
    const books = await createTestDatabase();
    const line = await openLine(books.url);
    const database = openDatabase({ url: line.url, poolSize: 1, waits: { answerMs: 300 } });
    await database.prisma.$queryRaw`SELECT 1`;
    const api = await startApi(database);
    line.freeze();
    const answer = await api.send('GET', '/v1/catalogue', { as: open.shop.terminalTokens[0] });
    expect([answer.status, answer.body]).toMatchObject([503, { code: 'UNAVAILABLE' }]);
    expect(answer.headers.get('retry-after')).toBe('2');
    line.close();
    await api.close();
    await database.close();
    await books.drop();
  });
});

describe('a caller that asks too often', () => {
  it('is slowed down, by its own key and nobody else', async () => {
    const api = await startApi(open.database, {
      limits: { ...API_LIMITS, terminalRequestsPerSecond: 5 },
    });
    const ask = (as: string) => api.send('GET', '/v1/stock', { as });
    const [first, second] = open.shop.terminalTokens;
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(first)));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThanOrEqual(5);
    expect(slowed[0]?.headers.get('retry-after')).toBe('1');
    expect(slowed[0]?.headers.get('ratelimit-policy')).toMatch(/^"caller"; q=5; w=1/);
    expect(slowed[0]?.headers.get('ratelimit')).toMatch(/^"caller"; r=0; t=1/);
    expect(slowed[0]?.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect((await ask(second)).status).toBe(200);
    await api.close();
  });
});

describe('an address that a caller names itself', () => {
  it.each([
    { trustedProxies: [], slowed: 'with all others of its machine' },
    { trustedProxies: ['127.0.0.1'], slowed: 'by itself' },
  ])('counts where a named proxy says it: $trustedProxies', async ({ trustedProxies, slowed }) => {
    const limits = { ...API_LIMITS, strangersPerSecond: 3 };
    const api = await startApi(open.database, { limits, trustedProxies });
    const ask = (n: number) =>
      api.send('GET', '/v1/stock', { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)));
    const are429 = answers.some(({ status }) => status === 429);
    expect(are429).toBe(slowed === 'with all others of its machine');
    await api.close();
  });
});

describe('a burst of a caller whose key must be looked up first', () => {
  it('is answered up to the limit: only what is beyond it is refused', async () => {
    const limits = { ...API_LIMITS, terminalRequestsPerSecond: 5 };
    const api = await startApi(open.database, { limits });
    const [as] = open.shop.terminalTokens;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => api.send('GET', '/v1/stock', { as })),
    );
    const answered = answers.filter(({ status }) => status === 200);
    expect(answered.length).toBeGreaterThanOrEqual(5);
    await api.close();
  });
});

describe('figures', () => {
  it('tell how the business stands', async () => {
    await open.api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: open.shop.terminalTokens[0],
      body: aSale(),
    });
    const text = (await scrape(open.shop.tokens.admin)).bytes.toString();
    expect(text).toContain('lunas_open_lifecycles{stage="captured"} 1');
    expect(text).toContain('lunas_outbox_waiting{outbox="starts"} 1');
    expect(text).toMatch(
      /lunas_http_answers_total\{method="put",path="\/v1\/sales\/\{saleId\}",outcome="answered"\} 1/,
    );
  });

  it('are for operators: strangers, cashiers and keys for other things do not get them', async () => {
    const narrowed = makeApiKey('test');
    const { keyId, secretHash } = narrowed;
    await open.database.transaction(testContext(), (tx) =>
      tx.apiKey.create({
        data: {
          role: 'integration',
          label: 'Stock screen',
          scopes: ['stock:read'],
          keyId,
          secretHash,
          createdAt: new Date(),
        },
      }),
    );
    const { integration, cashier } = open.shop.tokens;
    const answers = await Promise.all(
      [undefined, cashier, narrowed.token, integration].map(scrape),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 200]);
  });

  it('count, and tell nobody how much money there is', async () => {
    const { bytes } = await scrape(open.shop.tokens.admin);
    expect(bytes.toString()).toContain('lunas_unapplied_payments');
    expect(bytes.toString()).not.toMatch(/cash|amount/);
  });
});

describe('the documentation', () => {
  it('is served from here, whole', async () => {
    const page = (await open.api.send('GET', '/docs')).bytes.toString();
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(parts).toHaveLength(4);
    const answers = await Promise.all(parts.map((path) => open.api.send('GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await open.api.send('GET', '/docs/package.json')).status).toBe(404);
  });

  it('tells of the refusal of a field where a call takes none', async () => {
    const answer = await open.api.send('GET', '/healthz?colour=red');
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'FIELD_UNKNOWN', param: 'colour' },
    ]);
  });

  it('describes every route', async () => {
    const { body } = await open.api.send('GET', '/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/v1/sales/{saleId}': { put: {} } } });
  });
});

function scrape(as: string | undefined) {
  return open.api.send('GET', '/metrics', { as });
}

/** A line to the books on which nothing comes through any more once it is frozen. */
async function openLine(url: string) {
  const target = new URL(url);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far);
    far.pipe(near);
    sockets.push(near, far);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const line = new URL(url);
  line.hostname = '127.0.0.1';
  line.port = String((server.address() as AddressInfo).port);
  return {
    url: line.href,
    freeze: () => {
      for (const socket of sockets) socket.unpipe();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
