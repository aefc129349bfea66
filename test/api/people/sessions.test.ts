import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../../api/limits.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import type { ShopUser } from '../../support/shop/people.js';

let open: OpenShop;
let realMs = Date.now();

beforeAll(async () => {
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000, streamHeartbeatMs: 50 };
  open = await openShop({ realTimeMs: () => realMs, limits });
});
afterAll(() => open.close());

type Listed = { data: { id: string; current: boolean; program: string; address: string }[] };

describe('the sessions of a person', () => {
  it('are listed with their place, and the person ends one of them elsewhere', async () => {
    const { arClerk } = open.shop.users;
    const [here, there] = [await signIn(arClerk), await signIn(arClerk)];
    const { data } = (await ask(here, 'GET /v1/sessions')).body as Listed;
    expect(data).toHaveLength(2);
    expect(data.filter(({ current }) => current)).toMatchObject([
      { address: '127.0.0.1', program: 'node' },
    ]);
    const other = data.find(({ current }) => !current)?.id ?? '';
    const ended = await ask(here, `DELETE /v1/sessions/${other}`);
    expect(ended.body).toEqual({ ended: 1 });
    expect((await ask(there, 'GET /v1/session')).status).toBe(401);
    expect((await ask(here, 'GET /v1/session')).status).toBe(200);
    expect((await ask(here, `DELETE /v1/sessions/${other}`)).status).toBe(404);
  });

  it('are not those of others, and a machine has none', async () => {
    const { arManager, auditor } = open.shop.users;
    const [manager, stranger] = [await signIn(arManager), await signIn(auditor)];
    const { data } = (await ask(manager, 'GET /v1/sessions')).body as Listed;
    const refused = await ask(stranger, `DELETE /v1/sessions/${data[0]?.id}`);
    expect(refused.status).toBe(404);
    expect((await ask(manager, 'GET /v1/session')).status).toBe(200);
    const [till] = open.shop.terminalTokens;
    expect((await open.api.send('GET', '/v1/sessions', { as: till })).status).toBe(404);
  });

  it('are listed and ended by an administrator, with their streams', async () => {
    const { auditor } = open.shop.users;
    const theirs = await signIn(auditor);
    const stream = await fetch(`${open.api.url}/v1/events`, { headers: headersOf(theirs) });
    const path = `/v1/users/${auditor.id}/sessions`;
    const as = open.shop.tokens.admin;
    const { data } = (await open.api.send('GET', path, { as })).body as Listed;
    expect(data.length).toBeGreaterThan(0);
    expect((await open.api.send('DELETE', path, { as })).body).toEqual({ ended: data.length });
    expect(await stream.text()).toMatch(/^retry:/);
    expect((await ask(theirs, 'GET /v1/session')).status).toBe(401);
    const nobody = await open.api.send('GET', `/v1/users/${randomUUID()}/sessions`, { as });
    expect([nobody.status, nobody.body]).toMatchObject([404, { code: 'USER_NOT_FOUND' }]);
  });
});

describe('a stream of events', () => {
  it('ends when the role of its key changes', async () => {
    const { id } = open.shop.users.creditController;
    const authorization = `Bearer ${open.shop.tokens.creditController}`;
    const stream = await fetch(`${open.api.url}/v1/events`, { headers: { authorization } });
    expect(stream.status).toBe(200);
    const as = open.shop.tokens.admin;
    const body = { role: 'auditor', active: true };
    expect((await open.api.send('PUT', `/v1/users/${id}`, { as, body })).status).toBe(200);
    // What was known of the key is forgotten after some seconds.
    realMs += 10_000;
    expect(await stream.text()).toMatch(/^retry:/);
  });
});

describe('a password that is set by a code', () => {
  it('was set by its person, as the audit trail says', async () => {
    const as = open.shop.tokens.admin;
    const body = { email: 'wati@example.test', name: 'Wati', role: 'owner' };
    const headers = { 'idempotency-key': randomUUID() };
    const added = await open.api.send('POST', '/v1/users', { as, body, headers });
    const { user, code } = added.body as { user: { id: string }; code: string };
    const password = 'sate ayam tanpa bawang';
    await open.api.send('POST', '/v1/passwords', { body: { code, password } });
    const trail = await open.database.prisma.auditRow.findMany({
      where: { tableName: 'app_user', rowId: user.id, action: 'update' },
    });
    expect(trail).toMatchObject([{ actorKind: 'user', actorId: user.id, actorName: 'Wati' }]);
  });
});

function signIn({ email, password }: ShopUser): Promise<Received> {
  return open.api.send('POST', '/v1/session', { body: { email, password } });
}

function headersOf(session: Received) {
  const { csrfToken } = session.body as { csrfToken: string };
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { cookie, 'x-csrf-token': csrfToken };
}

function ask(session: Received, call: string): Promise<Received> {
  const [method = '', path = ''] = call.split(' ');
  return open.api.send(method, path, { headers: headersOf(session) });
}
