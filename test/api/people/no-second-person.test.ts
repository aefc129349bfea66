import { randomUUID } from 'node:crypto';
import { resetPassword } from '../../../activities/people/users.js';
import { API_LIMITS } from '../../../api/limits.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

const PASSWORD = 'rendang dengan nasi hangat';

let open: OpenShop;
let realMs: number;

beforeEach(async () => {
  realMs = Date.now();
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  open = await openShop({ realTimeMs: () => realMs, limits });
});
afterEach(() => open.close());

describe('who is no second person', () => {
  it('is one whom the asking person has just invited', async () => {
    const changeId = await askFor(open.shop.tokens.admin);
    const accomplice = await invite('arManager');
    expectRefused(await approve(changeId, accomplice), 422, 'SECOND_PERSON_REQUIRED');
    const third = { as: open.shop.tokens.creditController };
    expect((await approve(changeId, third)).status).toBe(200);
  });

  it('is one who has just let the asking person in', async () => {
    const { arManager, creditController } = open.shop.users;
    const changeId = await askFor(open.shop.tokens.arManager);
    const ctx = {
      ...testContext(),
      actor: { kind: 'user', id: creditController.id, name: 'Staf' },
    } as const;
    await open.database.transaction(ctx, (tx) => resetPassword(tx, ctx, arManager.id));
    const giver = { as: open.shop.tokens.creditController };
    expectRefused(await approve(changeId, giver), 422, 'SECOND_PERSON_REQUIRED');
    expect((await approve(changeId, { as: open.shop.tokens.owner })).status).toBe(200);
  });

  it('is one whose password somebody else has just reset', async () => {
    const changeId = await askFor(open.shop.tokens.arManager);
    const { creditController } = open.shop.users;
    const reset = await send('POST', `/v1/users/${creditController.id}/password-resets`, {
      as: open.shop.tokens.admin,
    });
    const { code } = reset.body as { code: string };
    const session = await firstSession(creditController.email, code);
    expectRefused(await approve(changeId, session), 422, 'SECOND_PERSON_REQUIRED');
  });

  it('cannot agree to what somebody asked for who has left; it can be rejected', async () => {
    const changeId = await askFor(open.shop.tokens.arManager);
    const { id } = open.shop.users.arManager;
    const as = open.shop.tokens.admin;
    await open.api.send('PUT', `/v1/users/${id}`, {
      as,
      body: { role: 'arManager', active: false },
    });
    const controller = { as: open.shop.tokens.creditController };
    expectRefused(await approve(changeId, controller), 422, 'SECOND_PERSON_REQUIRED');
    const path = `/v1/master-changes/${changeId}/approval`;
    const rejected = await send('POST', path, { ...controller, body: { decision: 'rejected' } });
    expect([rejected.status, rejected.body]).toMatchObject([200, { state: 'rejected' }]);
  });
});

describe('a key', () => {
  it('that may do everything is not rotated into the hands of one person', async () => {
    const { keyId } = await open.database.prisma.apiKey.findFirstOrThrow({
      where: { role: 'integration' },
    });
    const path = `/v1/keys/${keyId}/rotation`;
    const body = { overlapHours: 1 };
    const answer = await send('POST', path, { as: open.shop.tokens.admin, body });
    expectRefused(answer, 403, 'SCOPE_NOT_GIVEN');
  });

  it('of a person does not stand in for the second factor that the role needs', async () => {
    const as = open.shop.tokens.admin;
    const body = { roles: ['admin'] };
    await open.api.send('PUT', '/v1/second-factor-rule', { as, body });
    realMs += 10_000;
    const weakened = await open.api.send('PUT', '/v1/second-factor-rule', {
      as,
      body: { roles: [] },
    });
    expectRefused(weakened, 403, 'SECOND_FACTOR_REQUIRED');
    expect((await open.api.send('GET', '/v1/users', { as })).status).toBe(200);
  });
});

type As = Readonly<{ as?: string; headers?: Readonly<Record<string, string>> }>;

function send(method: string, path: string, sent: As & { body?: unknown }): Promise<Received> {
  const headers = { 'idempotency-key': randomUUID(), ...sent.headers };
  return open.api.send(method, path, { ...sent, headers });
}

async function askFor(as: string): Promise<string> {
  const body = { creditNote: { amount: '900000000', currency: 'IDR' }, reason: 'Larger shop' };
  const asked = await send('POST', '/v1/approval-limits/changes', { as, body });
  expect(asked.status).toBe(201);
  return (asked.body as { id: string }).id;
}

function approve(masterChangeId: string, as: As): Promise<Received> {
  const path = `/v1/master-changes/${masterChangeId}/approval`;
  return send('POST', path, { ...as, body: { decision: 'approved' } });
}

async function invite(role: string): Promise<As> {
  const body = { email: 'baru@example.test', name: 'Baru', role };
  const added = await send('POST', '/v1/users', { as: open.shop.tokens.admin, body });
  const { code } = added.body as { code: string };
  return firstSession('baru@example.test', code);
}

async function firstSession(email: string, code: string): Promise<As> {
  await open.api.send('POST', '/v1/passwords', { body: { code, password: PASSWORD } });
  const session = await open.api.send('POST', '/v1/session', {
    body: { email, password: PASSWORD },
  });
  const { csrfToken } = session.body as { csrfToken: string };
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { headers: { cookie, 'x-csrf-token': csrfToken } };
}

function expectRefused({ status, body }: Received, expected: number, code: string): void {
  expect([status, body]).toMatchObject([expected, { code }]);
}
