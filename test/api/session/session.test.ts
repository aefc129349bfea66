import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../../api/limits.js';
import type { Database } from '../../../prisma/database.js';
import { startApi, type Received, type TestApi } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext, type Shop } from '../../support/shop.js';

let open: OpenShop;
let api: TestApi;
let shop: Shop;
let database: Database;
let realMs = Date.now();

beforeAll(async () => {
  // A quick machine signs in more often here than anybody may.
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  open = await openShop({ realTimeMs: () => realMs, limits });
  ({ api, shop, database } = open);
});

afterAll(() => open.close());

describe('a session', () => {
  it('begins with address and password, and lives in a cookie that no script can read', async () => {
    const { email, password } = shop.users.arClerk;
    const answer = await signIn({ email, password });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(answer.body).toMatchObject({ user: { id: shop.users.arClerk.id, role: 'arClerk' } });

    const me = await api.send('GET', '/v1/session', { headers: { cookie: cookieOf(answer) } });
    expect(me.status).toBe(200);
    expect(me.body).toEqual(answer.body);
  });

  it('does not say whether the address or the password was wrong', async () => {
    const { email } = shop.users.arClerk;
    const wrong = await signIn({ email, password: 'something else' });
    const unknown = await signIn({ email: 'nobody@example.test', password: 'something else' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(withoutRequestId(wrong)).toEqual(withoutRequestId(unknown));
  });

  it('writes only with the token that other pages cannot read', async () => {
    const answer = await signIn(shop.users.arManager);
    const cookie = cookieOf(answer);
    const forged = await api.send('DELETE', '/v1/session', { headers: { cookie } });
    expect(forged.status).toBe(403);
    expect(forged.body).toMatchObject({ code: 'CSRF_TOKEN_INVALID' });

    const { csrfToken } = answer.body as { csrfToken: string };
    const headers = { cookie, 'x-csrf-token': csrfToken };
    expect((await api.send('DELETE', '/v1/session', { headers })).status).toBe(204);
    expect((await api.send('GET', '/v1/session', { headers: { cookie } })).status).toBe(401);
  });

  it('ends after a working day', async () => {
    const cookie = cookieOf(await signIn(shop.users.auditor));
    realMs += 12 * 60 * 60 * 1_000;
    expect((await api.send('GET', '/v1/session', { headers: { cookie } })).status).toBe(401);
  });

  it('ends when nobody has used it for an hour', async () => {
    const cookie = cookieOf(await signIn(shop.users.auditor));
    const stands = async () =>
      (await api.send('GET', '/v1/session', { headers: { cookie } })).status;
    for (let n = 0; n < 3; n += 1) {
      realMs += 50 * 60 * 1_000;
      expect(await stands()).toBe(200);
    }
    realMs += 60 * 60 * 1_000;
    expect(await stands()).toBe(401);
  });

  it('takes its stream of events with it', async () => {
    const answer = await signIn(shop.users.auditor);
    const { csrfToken } = answer.body as { csrfToken: string };
    const headers = { cookie: cookieOf(answer), 'x-csrf-token': csrfToken };
    const stream = await fetch(`${api.url}/v1/events`, { headers });
    expect(stream.status).toBe(200);
    await api.send('DELETE', '/v1/session', { headers });
    expect(await stream.text()).toMatch(/^retry:/);
  });

  it('is held to this host by the browser where there is TLS', async () => {
    const secure = await startApi(database, { secureCookies: 'always' });
    const body = shop.users.auditor;
    const answer = await secure.send('POST', '/v1/session', {
      body: { email: body.email, password: body.password },
    });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-lunas_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const ask = (cookie: string) => secure.send('GET', '/v1/session', { headers: { cookie } });
    expect((await ask(cookieOf(answer))).status).toBe(200);
    expect((await ask(cookieOf(answer).replace('__Host-', ''))).status).toBe(401);
    await secure.close();
  });

  it('is logged with who, from where and what; who fails often waits, longer each time', async () => {
    const { email, password } = shop.users.creditController;
    const guess = () => signIn({ email, password: 'a guess' });
    for (let n = 0; n < 5; n += 1) expect((await guess()).status).toBe(401);
    const locked = await signIn({ email, password });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '30']);
    realMs += 30_000;
    expect((await guess()).status).toBe(401);
    expect((await guess()).headers.get('retry-after')).toBe('60');
    realMs += 60_000;
    const answer = await signIn({ email: email.toUpperCase(), password });
    expect(answer.status).toBe(201);
    const { csrfToken } = answer.body as { csrfToken: string };
    const headers = { cookie: cookieOf(answer), 'x-csrf-token': csrfToken };
    await api.send('DELETE', '/v1/session', { headers });
    const rows = await database.prisma.signIn.findMany({
      where: { email },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...Array<string>(5).fill('refused'),
      'locked-out',
      'refused',
      'locked-out',
      'signed-in',
      'signed-out',
    ]);
    const { id: userId } = shop.users.creditController;
    expect(rows.at(-1)).toMatchObject({ userId, address: '127.0.0.1', userAgent: 'node' });
  });

  it('ends with a changed password everywhere but here, and the old one opens no other', async () => {
    const { email, password } = shop.users.storeManager;
    const newPassword = 'a new one, and long enough';
    const [here, elsewhere] = [
      await signIn({ email, password }),
      await signIn({ email, password }),
    ];
    const stream = await fetch(`${api.url}/v1/events`, {
      headers: { cookie: cookieOf(elsewhere) },
    });
    const change = (body: object) => ask('PUT', '/v1/session/password', { of: here, body });
    expect(await change({ oldPassword: 'wrong', newPassword })).toMatchObject({
      status: 403,
      body: { code: 'PASSWORD_WRONG' },
    });
    expect((await change({ oldPassword: password, newPassword: 'short' })).status).toBe(400);
    expect((await change({ oldPassword: password, newPassword })).status).toBe(200);

    const stands = async (of: Received) => (await ask('GET', '/v1/session', { of })).status;
    expect([await stands(here), await stands(elsewhere)]).toEqual([200, 401]);
    expect(await stream.text()).toMatch(/^retry:/);
    expect((await signIn({ email, password })).status).toBe(401);
    expect((await signIn({ email, password: newPassword })).status).toBe(201);
    const kinds = await database.prisma.signIn.findMany({
      where: { email },
      orderBy: { at: 'asc' },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['signed-in', 'refused', 'password-changed']),
    );
    await ask('PUT', '/v1/session/password', {
      of: here,
      body: { oldPassword: newPassword, newPassword: password },
    });
  });

  it('gives its password again before an approval; the key of a person is not asked', async () => {
    const { email, password } = shop.users.arManager;
    const token = shop.tokens.arManager;
    const session = await signIn({ email, password });
    const path = `/v1/write-offs/${randomUUID()}/approval`;
    const body = { decision: 'approved' };
    const approve = () => ask('POST', path, { of: session, body });
    expect(await approve()).toMatchObject({ status: 404 });
    realMs += 15 * 60_000;
    expect(await approve()).toMatchObject({ status: 403, body: { code: 'PASSWORD_NEEDED' } });
    const check = (given: string) =>
      ask('POST', '/v1/session/password-check', { of: session, body: { password: given } });
    expect(await check('not mine')).toMatchObject({
      status: 403,
      body: { code: 'PASSWORD_WRONG' },
    });
    expect(await approve()).toMatchObject({ status: 403 });
    expect((await check(password)).status).toBe(200);
    expect(await approve()).toMatchObject({ status: 404 });
    const byKey = { as: token, body, headers: { 'idempotency-key': randomUUID() } };
    expect((await api.send('POST', path, byKey)).status).toBe(404);
    const checkByKey = { as: token, body: { password } };
    expect((await api.send('POST', '/v1/session/password-check', checkByKey)).status).toBe(404);
  });

  it('cannot be had by guessing many passwords a second', async () => {
    const limits = { ...API_LIMITS, loginsPerSecond: 2 };
    const guarded = await startApi(database, { limits });
    const guesses = Array.from({ length: 30 }, (_, n) =>
      guarded.send('POST', '/v1/session', { body: { email: `x${n}@example.test`, password: 'x' } }),
    );
    const answers = await Promise.all(guesses);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    await guarded.close();
  });
});

describe('a key', () => {
  it('is refused when it is unknown, altered or not there', async () => {
    const known = shop.tokens.auditor;
    const altered = `${known.slice(0, -1)}${known.endsWith('0') ? '1' : '0'}`;
    const sent = [
      undefined,
      'nonsense',
      altered,
      known.replace(/_[0-9a-f]{18}_/, `_${'0'.repeat(18)}_`),
    ];
    const answers = await Promise.all(sent.map((as) => api.send('DELETE', '/v1/session', { as })));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers[0]?.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('is refused five seconds after it was revoked, at the latest', async () => {
    const as = shop.terminalTokens[2];
    expect((await api.send('GET', '/v1/session', { as })).status).toBe(404);
    await database.transaction(testContext(), (tx) =>
      tx.apiKey.updateMany({
        where: { terminalId: shop.terminals[2].id },
        data: { revokedAt: new Date() },
      }),
    );
    realMs += 5_000;
    expect((await api.send('GET', '/v1/session', { as })).status).toBe(401);
  });
});

function signIn({
  email,
  password,
}: Readonly<{ email: string; password: string }>): Promise<Received> {
  return api.send('POST', '/v1/session', { body: { email, password } });
}

/** Sends with the cookie and the token of a session. */
function ask(
  method: string,
  path: string,
  { of, body }: Readonly<{ of: Received; body?: unknown }>,
): Promise<Received> {
  const { csrfToken } = of.body as { csrfToken: string };
  const headers = {
    cookie: cookieOf(of),
    'x-csrf-token': csrfToken,
    'idempotency-key': randomUUID(),
  };
  return api.send(method, path, body === undefined ? { headers } : { headers, body });
}

function cookieOf({ headers }: Received): string {
  return headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

function withoutRequestId({ body }: Received): unknown {
  return { ...(body as object), requestId: '' };
}
