import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../../api/limits.js';
import { changeUser } from '../../../activities/people/users.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { asOwner } from '../../support/books.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;
let admin: string;
let realMs = Date.now();

beforeAll(async () => {
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  open = await openShop({ realTimeMs: () => realMs, limits });
  admin = open.shop.tokens.admin;
});
afterAll(() => open.close());

const SRI = { email: 'Sri@Example.test', name: 'Sri', role: 'arClerk' };
const PASSWORD = 'nasi goreng di pagi hari';

describe('people', () => {
  it('are added by an administrator, set a password by a code once, and sign in', async () => {
    const added = await send('POST', '/v1/users', SRI);
    expect(added.status).toBe(201);
    const { user, code } = added.body as { user: { id: string }; code: string };
    expect(user).toMatchObject({ email: 'sri@example.test', role: 'arClerk', invited: true });
    expect((await signIn(PASSWORD)).status).toBe(401);

    const both = await Promise.all([1, 2].map(() => setPassword(code)));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([204, 422]));
    expect((await signIn(PASSWORD)).status).toBe(201);
    const { data } = (await send('GET', '/v1/users')).body as { data: { id: string }[] };
    expect(data.find(({ id }) => id === user.id)).toMatchObject({ invited: false });
  });

  it.each(['aaaaaaaaaaaaaaaa', 'password1234', 'sri jalan-jalan ke pasar', 'lunas sekali lagi'])(
    'do not take a password that is guessed first, and the code stays good: %s',
    async (password) => {
      const { id } = await person('sri@example.test');
      const { body } = await send('POST', `/v1/users/${id}/password-resets`);
      const { code } = body as { code: string };
      const weak = await open.api.send('POST', '/v1/passwords', { body: { code, password } });
      expect([weak.status, weak.body]).toMatchObject([422, { code: 'PASSWORD_WEAK' }]);
      expect((await setPassword(code)).status).toBe(204);
    },
  );

  it('are told in a replay as before, but for the code', async () => {
    const key = randomUUID();
    const person = { ...SRI, email: 'budi@example.test', name: 'Budi' };
    const first = await post(key, '/v1/users', person);
    const again = await post(key, '/v1/users', person);
    expect(again.body).toEqual({ ...(first.body as object), code: null });
  });

  it('lose their old password and their sessions with a reset', async () => {
    const cookie = (await signIn(PASSWORD)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const { id } = await person('sri@example.test');
    const answer = await send('POST', `/v1/users/${id}/password-resets`);
    expect((await signIn(PASSWORD)).status).toBe(401);
    realMs += 10_000;
    const session = await open.api.send('GET', '/v1/session', { headers: { cookie } });
    expect(session.status).toBe(401);
    const { code } = answer.body as { code: string };
    expect((await setPassword(code)).status).toBe(204);
  });

  it('get another role with all their keys, and lose all when they are disabled', async () => {
    const token = open.shop.tokens.arClerk;
    const { id } = open.shop.users.arClerk;
    const changed = await change(id, { role: 'auditor', active: true, name: 'Sri Baru' });
    expect([changed.status, changed.body]).toMatchObject([200, { name: 'Sri Baru' }]);
    realMs += 10_000;
    const path = '/v1/invoices/00000000-0000-0000-0000-000000000000/holds';
    const refused = await open.api.send('POST', path, {
      as: token,
      body: { reason: 'x' },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'ROLE_FORBIDDEN' }]);

    await change(id, { role: 'auditor', active: false });
    realMs += 10_000;
    expect((await open.api.send('GET', '/v1/customers', { as: token })).status).toBe(401);
  });

  it.each([
    ['POST /v1/users', SRI, 409, 'EMAIL_TAKEN'],
    ['POST /v1/users', { ...SRI, email: 'a@example.test', role: 'cashier' }, 422, 'STORE_REQUIRED'],
    ['POST /v1/users', { ...SRI, email: 'a@example.test', store: 'JKT1' }, 422, 'STORE_REQUIRED'],
    [
      'POST /v1/users',
      { ...SRI, email: 'a@example.test', role: 'cashier', store: 'NONE' },
      422,
      'STORE_UNKNOWN',
    ],
    [`POST /v1/users/${randomUUID()}/password-resets`, undefined, 404, 'USER_NOT_FOUND'],
    [`PUT /v1/users/${randomUUID()}`, { role: 'auditor', active: true }, 404, 'USER_NOT_FOUND'],
    ['POST /v1/users', { ...SRI, role: 'cook' }, 400, 'FIELD_INVALID'],
  ] as const)('are refused: %s %p', async (...refused) => {
    const [call, body, status, code] = refused;
    const [method = '', path = ''] = call.split(' ');
    const answer = await send(method, path, body);
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('never change the own role, and one administrator stays', async () => {
    const own = open.shop.users.admin.id;
    const answer = await change(own, { role: 'auditor', active: true });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'OWN_ROLE' }]);
  });

  it('keep an administrator who can come in: an invited one cannot yet', async () => {
    const body = { ...SRI, email: 'invited@example.test', role: 'admin' };
    await send('POST', '/v1/users', body);
    const late = { userId: open.shop.users.admin.id, role: 'auditor', active: true } as const;
    await expect(
      open.database.transaction(testContext(), (tx) =>
        changeUser(tx, testContext(), { ...late, store: undefined }),
      ),
    ).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
  });

  it('keep one administrator when two disable each other', async () => {
    const added = await send('POST', '/v1/users', {
      ...SRI,
      email: 'b@example.test',
      role: 'admin',
    });
    const { user, code } = added.body as { user: { id: string }; code: string };
    await setPassword(code);
    const session = await signIn(PASSWORD, 'b@example.test');
    const headers = {
      cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '',
      'x-csrf-token': (session.body as { csrfToken: string }).csrfToken,
    };
    await open.api.send('GET', '/v1/users', { headers });
    expect((await change(user.id, { role: 'auditor', active: true })).status).toBe(200);
    // The session of the other is known for some seconds more, the person is not.
    const own = open.shop.users.admin.id;
    const body = { role: 'auditor', active: true };
    const answer = await open.api.send('PUT', `/v1/users/${own}`, { headers, body });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'ROLE_FORBIDDEN' }]);
    const late = { userId: own, role: 'auditor', store: undefined, active: true } as const;
    const ctx = { ...testContext(), actor: { kind: 'user', id: user.id, name: 'b' } } as const;
    await expect(
      open.database.transaction(ctx, (tx) => changeUser(tx, ctx, late)),
    ).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
  });
});

describe('what no administrator may do alone', () => {
  it('is to get the key of a person, a till or an agency', async () => {
    const keys = await open.database.prisma.apiKey.findMany({
      where: { role: { in: ['arManager', 'terminal', 'partner'] } },
      distinct: ['role'],
    });
    expect(keys).toHaveLength(3);
    for (const { keyId } of keys) {
      const answer = await send('POST', `/v1/keys/${keyId}/rotation`, { overlapHours: 1 });
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'KEY_OF_ANOTHER' }]);
    }
  });

  it.each(['banking:write', 'receivables:write', 'agency:write', 'people:write'])(
    'is to give a machine %s',
    async (scope) => {
      const answer = await send('POST', '/v1/keys', { label: 'x', scopes: [scope] });
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'SCOPE_NOT_GIVEN' }]);
    },
  );

  it('is to make a key without a scope', async () => {
    for (const body of [{ label: 'x' }, { label: 'x', scopes: [] }])
      expect((await send('POST', '/v1/keys', body)).status).toBe(400);
  });
});

describe('a person who is disabled', () => {
  it('decides nothing any more, at once, and gets no key or code back when let in again', async () => {
    const added = await send('POST', '/v1/users', {
      ...SRI,
      email: 'c@example.test',
      role: 'admin',
    });
    const { user, code } = added.body as { user: { id: string }; code: string };
    await setPassword(code);
    const session = await signIn(PASSWORD, 'c@example.test');
    const headers = {
      cookie: session.headers.get('set-cookie')?.split(';')[0] ?? '',
      'x-csrf-token': (session.body as { csrfToken: string }).csrfToken,
      'idempotency-key': randomUUID(),
    };
    await open.api.send('GET', '/v1/users', { headers });
    const other = await open.api.send('POST', '/v1/users', {
      headers,
      body: { ...SRI, email: 'd@example.test' },
    });
    expect((await change(user.id, { role: 'admin', active: false })).status).toBe(200);
    // The session is known for some seconds more, the person is not.
    const late = await open.api.send('POST', '/v1/users', {
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: { ...SRI, email: 'e@example.test' },
    });
    expect([late.status, late.body]).toMatchObject([403, { code: 'ROLE_FORBIDDEN' }]);
    const { code: given } = other.body as { code: string };
    expect((await setPassword(given)).status).toBe(422);
    await change(user.id, { role: 'admin', active: true });
    const { prisma } = open.database;
    expect(await prisma.apiKey.count({ where: { userId: user.id, revokedAt: null } })).toBe(0);
  });

  it('has no role by a key from before it changed', async () => {
    const { prisma } = open.database;
    const { id } = open.shop.users.creditController;
    await asOwner(open.books, (tx) =>
      tx.appUser.update({ where: { id }, data: { role: 'auditor' } }),
    );
    realMs += 10_000;
    const as = open.shop.tokens.creditController;
    expect((await open.api.send('GET', '/v1/customers', { as })).status).toBe(401);
    expect(await prisma.apiKey.count({ where: { userId: id, revokedAt: null } })).toBe(1);
  });
});

describe('guesses of a password', () => {
  it('follow each other, so that the lock-out counts them all', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn('wrong, wrong, wrong', 'auditor@example.test')),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(API_LIMITS.failuresOfAccount);
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});

describe('keys', () => {
  it('are made for integrations, work, rotate with an overlap, and end', async () => {
    const made = await send('POST', '/v1/keys', { label: 'Web shop', scopes: ['catalogue:read'] });
    expect(made.status).toBe(201);
    const { key, token } = made.body as { key: { keyId: string }; token: string };
    expect((await catalogue(token)).status).toBe(200);

    const rotated = await send('POST', `/v1/keys/${key.keyId}/rotation`, { overlapHours: 1 });
    const { token: newer, key: next } = rotated.body as { token: string; key: { keyId: string } };
    realMs += 10_000;
    expect([(await catalogue(token)).status, (await catalogue(newer)).status]).toEqual([200, 200]);
    realMs += 2 * 60 * 60 * 1_000;
    expect([(await catalogue(token)).status, (await catalogue(newer)).status]).toEqual([401, 200]);

    expect((await send('POST', `/v1/keys/${next.keyId}/revocation`)).status).toBe(200);
    realMs += 10_000;
    expect((await catalogue(newer)).status).toBe(401);
    const again = await send('POST', `/v1/keys/${next.keyId}/revocation`);
    expect([again.status, again.body]).toMatchObject([409, { code: 'KEY_REVOKED' }]);
  });

  it('are listed without a secret, and are not what they are not', async () => {
    const listed = await send('GET', '/v1/keys');
    expect(listed.bytes.toString()).not.toMatch(/[0-9a-f]{64}/);
    const unknown = await send('POST', '/v1/keys/0123456789abcdef01/revocation');
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'KEY_NOT_FOUND' }]);
    const past = await send('POST', '/v1/keys', {
      label: 'x',
      scopes: ['catalogue:read'],
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect([past.status, past.body]).toMatchObject([422, { code: 'KEY_ENDS_IN_PAST' }]);
  });
});

function send(method: string, path: string, body?: unknown): Promise<Received> {
  if (method === 'POST') return post(randomUUID(), path, body);
  return open.api.send(method, path, { as: admin, body });
}

function post(key: string, path: string, body: unknown): Promise<Received> {
  return open.api.send('POST', path, { as: admin, body, headers: { 'idempotency-key': key } });
}

function change(id: string, body: unknown): Promise<Received> {
  return send('PUT', `/v1/users/${id}`, body);
}

function setPassword(code: string): Promise<Received> {
  return open.api.send('POST', '/v1/passwords', { body: { code, password: PASSWORD } });
}

function signIn(password: string, email = 'sri@example.test'): Promise<Received> {
  return open.api.send('POST', '/v1/session', { body: { email, password } });
}

function catalogue(token: string): Promise<Received> {
  return open.api.send('GET', '/v1/catalogue', { as: token });
}

async function person(email: string): Promise<{ id: string }> {
  return open.database.prisma.appUser.findUniqueOrThrow({ where: { email } });
}
