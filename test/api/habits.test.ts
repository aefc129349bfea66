import { connect } from 'node:net';
import type { TestApi } from '../support/api-client.js';
import { openShop, type OpenShop } from '../support/open-shop.js';

const NIL = '00000000-0000-0000-0000-000000000000';

let open: OpenShop;
let api: TestApi;

beforeAll(async () => {
  open = await openShop();
  ({ api } = open);
});

afterAll(() => open.close());

describe('every answer', () => {
  it('carries the request id of the caller, or a new one where that is not sane', async () => {
    const own = await api.send('GET', '/healthz', { headers: { 'x-request-id': 'till-7:42' } });
    expect(own.headers.get('x-request-id')).toBe('till-7:42');
    const forged = await api.send('GET', '/healthz', { headers: { 'x-request-id': 'a b' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is a problem document where there is nothing', async () => {
    const answer = await api.send('GET', '/v1/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('is a problem document for a method that an address does not take', async () => {
    const answer = await api.send('DELETE', '/healthz');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(answer.body).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  it('may not be framed, sniffed or kept, and loads nothing from elsewhere', async () => {
    const { headers } = await api.send('GET', '/healthz');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('a list', () => {
  const A_DAY = '2026-11-22 00:00:00+00';
  const LISTS: readonly [string, readonly string[]][] = [
    ['/v1/lifecycles', ['2026-13-45 99:99:99+00', NIL]],
    ['/v1/invoices', ['2026-13-45 99:99:99+00', NIL]],
    ['/v1/payments', ['9999-12-31 23:59:59+99', NIL]],
    ['/v1/bank-statements', [A_DAY, '-'.repeat(36)]],
    ['/v1/customers', ['Ana', '-'.repeat(36)]],
    ['/v1/work-queue', ['2026-13-45 1', NIL]],
    ['/v1/reports/ageing', ['1', '-'.repeat(36)]],
  ];

  it.each(LISTS)('of %s refuses a cursor that was tampered with', async (path, position) => {
    const cursor = Buffer.from(JSON.stringify(position)).toString('base64url');
    const answer = await api.send('GET', `${path}?cursor=${cursor}`, {
      as: open.shop.tokens.arClerk,
    });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'CURSOR_INVALID', param: 'cursor' },
    ]);
  });
});

describe('a report', () => {
  it.each(['ageing', 'dso', 'daily-result', 'trial-balance', 'collections'])(
    'of %s refuses a day in the year 0, which the books do not have',
    async (report) => {
      const path = `/v1/reports/${report}?asOf=0000-01-01`;
      const answer = await api.send('GET', path, { as: open.shop.tokens.arClerk });
      expect([answer.status, answer.body]).toMatchObject([
        400,
        { code: 'FIELD_INVALID', param: 'asOf' },
      ]);
    },
  );
});

describe('what is no request at all', () => {
  it.each([
    { name: 'no HTTP', sent: 'hello\r\n\r\n', status: 400, code: 'HTTP_MALFORMED' },
    {
      name: 'headers without end',
      sent: `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      status: 431,
      code: 'HEADERS_TOO_LARGE',
    },
  ])('is answered in the same form: $name', async ({ sent, status, code }) => {
    const answer = await exchange(sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });

  it('leaves an expectation that nobody knows aside, rather than answering in another form', async () => {
    const head = 'GET /v1/nothing-here HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
    const answer = await exchange(`${head}Expect: a-miracle\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).toContain('application/problem+json');
  });

  it('never reaches the books: addresses and fields with NUL, doubled fields, foreign encodings', async () => {
    const as = open.shop.tokens.arClerk;
    const asked = [
      '/v1/lifecycles?q=%00',
      '/v1/lifecycles?q=a&q=b',
      '/v1/lifecycles?limit=1&limit=2',
      '/v1/lifecycles?__proto__=x',
      '/v1/lifecycles?customer=%ED%A0%80',
      '/v1/stock?sku=%27%3B--',
      '/v1/invoices?q=%00',
      '/v1/payments?q=%00',
      '/v1/customers?q=%00',
      '/v1/customers?segment=%00',
      '/v1/reports/ageing?asOf=0000-01-01',
      `/v1/customers?cursor=${cursorOf('A', '-'.repeat(36))}`,
      `/v1/reports/ageing?cursor=${cursorOf('5', '-'.repeat(36))}`,
      `/v1/work-queue?cursor=${cursorOf('2026-02-30 0', '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b')}`,
    ];
    for (const path of asked)
      expect((await api.send('GET', path, { as })).status).toBe(path.includes('stock') ? 403 : 400);
    expect((await api.send('GET', '/v1/%E0%A4%A', { as })).status).toBe(404);
    expect((await api.send('GET', '//v1/session', { as })).status).toBe(404);
  });
});

function cursorOf(...position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function exchange(sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString();
    });
    socket.once('end', () => resolve(received));
    socket.once('error', reject);
  });
}
