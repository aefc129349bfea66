import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { API_LIMITS } from '../../../api/limits.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import type { ShopUser } from '../../support/shop/people.js';

let open: OpenShop;
let realMs = Date.parse('2026-03-02T09:00:00+07:00');

beforeAll(async () => {
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  open = await openShop({ realTimeMs: () => realMs, limits });
});
afterAll(() => open.close());

describe('a second factor', () => {
  it('is asked for at sign-in once it is set, and each code is good once', async () => {
    const { arManager } = open.shop.users;
    const session = await signIn(arManager);
    expect(session.body).toMatchObject({ secondFactor: 'not-set' });
    const { secret } = await set(session, arManager);
    expect((await ask(session, 'GET /v1/session')).body).toMatchObject({ secondFactor: 'set' });

    expectRefused(await signIn(arManager), 401, 'SECOND_FACTOR_NEEDED');
    expectRefused(await signIn(arManager, '000000'), 403, 'SECOND_FACTOR_WRONG');
    expectRefused(await signIn(arManager, codeOf(secret)), 403, 'SECOND_FACTOR_WRONG');
    realMs += 30_000;
    const code = codeOf(secret);
    const both = await Promise.all([signIn(arManager, code), signIn(arManager, code)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 403]));
  });

  it('is stood in for by a recovery code, once', async () => {
    const { arClerk } = open.shop.users;
    const { recoveryCodes } = await set(await signIn(arClerk), arClerk);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = ''] = recoveryCodes;
    expect((await signIn(arClerk, first.toLowerCase())).status).toBe(201);
    expectRefused(await signIn(arClerk, first), 403, 'SECOND_FACTOR_WRONG');
  });

  it('is ended by its person with password and code, and can be set anew', async () => {
    const { creditController } = open.shop.users;
    const session = await signIn(creditController);
    const { secret } = await set(session, creditController);
    const { password } = creditController;
    const path = '/v1/session/second-factor';
    const again = await ask(session, `POST ${path}`, { password });
    expectRefused(again, 409, 'SECOND_FACTOR_SET');
    realMs += 30_000;
    const wrong = await ask(session, `POST ${path}/ending`, { password, code: '000000' });
    expectRefused(wrong, 403, 'SECOND_FACTOR_WRONG');
    const code = codeOf(secret);
    const stranger = await ask(session, `POST ${path}/ending`, { password: 'a guess', code });
    expectRefused(stranger, 403, 'PASSWORD_WRONG');
    const ended = await ask(session, `POST ${path}/ending`, { password, code });
    expect([ended.status, ended.body]).toMatchObject([200, { secondFactor: 'not-set' }]);
    realMs += 30_000;
    await set(session, creditController);
  });

  it('is removed by another administrator, with all sessions, but not by itself', async () => {
    const { auditor, admin } = open.shop.users;
    const theirs = await signIn(auditor);
    await set(theirs, auditor);
    const as = open.shop.tokens.admin;
    const own = await open.api.send('DELETE', `/v1/users/${admin.id}/second-factor`, { as });
    expectRefused(own, 403, 'OWN_ROLE');
    const removed = await open.api.send('DELETE', `/v1/users/${auditor.id}/second-factor`, { as });
    expect(removed.status).toBe(204);
    expect((await ask(theirs, 'GET /v1/session')).status).toBe(401);
    expect((await signIn(auditor)).status).toBe(201);
  });

  it('is needed by the roles that the rule names, who until then can do nothing else', async () => {
    const as = open.shop.tokens.admin;
    const rule = { roles: ['owner'] };
    await open.api.send('PUT', '/v1/second-factor-rule', { as, body: rule });
    expect((await open.api.send('GET', '/v1/second-factor-rule', { as })).body).toEqual(rule);
    const { owner } = open.shop.users;
    const session = await signIn(owner);
    expect(session.body).toMatchObject({ secondFactor: 'required' });
    expectRefused(await ask(session, 'GET /v1/lifecycles'), 403, 'SECOND_FACTOR_REQUIRED');
    await set(session, owner);
    expect((await ask(session, 'GET /v1/lifecycles')).status).toBe(200);
    await open.api.send('PUT', '/v1/second-factor-rule', { as, body: { roles: [] } });
  });

  it('locks out who guesses its codes', async () => {
    const { arManager } = open.shop.users;
    for (let n = 0; n < 5; n += 1) await signIn(arManager, '123456');
    expect((await signIn(arManager, '123456')).status).toBe(429);
    realMs += 60 * 60_000;
  });

  it('is not in the audit trail with its secret, nor does a machine have one', async () => {
    const trail = await open.database.prisma.auditRow.findMany({
      where: { tableName: { in: ['second_factor', 'recovery_code'] } },
    });
    expect(trail.length).toBeGreaterThan(0);
    for (const { before, after } of trail)
      expect(JSON.stringify([before, after])).not.toMatch(/secret/);
    const [till] = open.shop.terminalTokens;
    const body = { password: 'any' };
    const path = '/v1/session/second-factor';
    expect((await open.api.send('POST', path, { as: till, body })).status).toBe(404);
  });
});

async function set(session: Received, { password }: ShopUser) {
  const path = '/v1/session/second-factor';
  const begun = await ask(session, `POST ${path}`, { password });
  expect(begun.status).toBe(201);
  const { secret, uri } = begun.body as { secret: string; uri: string };
  expect(uri).toContain(`secret=${secret}`);
  expectRefused(await ask(session, `PUT ${path}`, { code: '000000' }), 403, 'SECOND_FACTOR_WRONG');
  const answer = await ask(session, `PUT ${path}`, { code: codeOf(secret) });
  expect(answer.status).toBe(200);
  const { recoveryCodes } = answer.body as { recoveryCodes: string[] };
  return { secret, recoveryCodes };
}

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: realMs });
}

function signIn({ email, password }: ShopUser, code?: string): Promise<Received> {
  const body = code === undefined ? { email, password } : { email, password, code };
  return open.api.send('POST', '/v1/session', { body });
}

function ask(session: Received, call: string, body?: unknown): Promise<Received> {
  const [method = '', path = ''] = call.split(' ');
  const { csrfToken } = session.body as { csrfToken: string };
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() };
  return open.api.send(method, path, { headers, body });
}

function expectRefused({ status, body }: Received, expected: number, code: string): void {
  expect([status, body]).toMatchObject([expected, { code }]);
}
