import { randomUUID } from 'node:crypto';
import { rupiah } from '../../support/a-sale.js';
import { anotherKey, lastChange, office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;
let manager: Office;
let controller: Office;
let clerk: Office;
let customerId: string;

beforeAll(async () => {
  open = await openShop();
  const { tokens } = open.shop;
  manager = office(open.api, tokens.arManager);
  controller = office(open.api, tokens.creditController);
  clerk = office(open.api, tokens.arClerk);
});
beforeEach(async () => {
  const customer = { name: 'Warung Melati', address: 'Jl. Contoh 5' };
  const [, body] = await clerk('POST /v1/customers', customer);
  customerId = (body as { id: string }).id;
});
afterAll(() => open.close());

/** Of the company: what one person alone grants. */
const ALONE = 10_000_000;

describe('a credit limit', () => {
  it('up to the limit of the company is set by one person, with its last day, and the trail says why', async () => {
    expect(await set({ limit: rupiah(ALONE), validUntil: '2099-12-31' })).toMatchObject([
      200,
      { status: 'open', limit: rupiah(ALONE), validUntil: '2099-12-31', waiting: null },
    ]);
    expect(await lastChange(open.database, 'customer_credit', customerId)).toMatchObject({
      before: null,
      after: { limit_amount: ALONE, valid_until: '2099-12-31', limit_reason: 'Pays in time' },
      actorName: 'Staf arManager',
    });
  });

  it('above it holds once a second person agrees, never the one who asked under another key', async () => {
    const [status, line] = await set({ limit: rupiah(ALONE + 1) });
    expect([status, line]).toMatchObject([
      202,
      { status: 'none', limit: rupiah(0), waiting: { kind: 'credit-limit', before: null } },
    ]);
    const other = await anotherKey(open.database, open.shop.users.arManager.id, 'arManager');
    for (const same of [manager, office(open.api, other)]) {
      expect(await decide(same, line)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    }
    expect(await limit()).toEqual(rupiah(0));
    expect(await decide(controller, line)).toMatchObject([200, { state: 'approved' }]);
    expect(await limit()).toEqual(rupiah(ALONE + 1));
  });

  it.each([
    ['blocked', 'credit-block', { reason: 'Pays no more' }],
    ['disabled', 'disabling', { reason: 'Closed its business' }],
  ])('is not agreed to when its customer was %s meanwhile', async (_what, call, body) => {
    await set({ limit: rupiah(ALONE) });
    const [status, line] = await set({ limit: rupiah(ALONE + 1) });
    expect(status).toBe(202);
    const [done] = await manager(`POST /v1/customers/${customerId}/${call}`, body);
    expect(done).toBe(200);
    expect(await decide(controller, line)).toMatchObject([409, { code: 'MASTER_CHANGE_STALE' }]);
    expect(await limit()).toEqual(rupiah(ALONE));
  });

  it('is not reached in small steps, nor by a longer time', async () => {
    const grown = await set({ limit: rupiah(20_000_000), validUntil: '2099-06-30' });
    await decide(controller, grown[1]);
    const longer = { limit: rupiah(20_000_000), validUntil: '2099-07-01' };
    expect((await set(longer))[0]).toBe(202);
    expect(await set(longer)).toMatchObject([409, { code: 'MASTER_CHANGE_WAITING' }]);
    expect((await set({ limit: rupiah(10_000_001), validUntil: '2099-06-30' }))[0]).toBe(200);
    expect((await set({ limit: rupiah(10_000_001), validUntil: null }))[0]).toBe(202);
  });

  it('is lowered by one person at once, which ends what waits', async () => {
    await decide(controller, (await set({ limit: rupiah(30_000_000) }))[1]);
    const [, waiting] = await set({ limit: rupiah(90_000_000) });
    expect(await set({ limit: rupiah(25_000_000) })).toMatchObject([200, { waiting: null }]);
    expect(await decide(controller, waiting)).toMatchObject([
      409,
      { code: 'MASTER_CHANGE_DECIDED' },
    ]);
    expect(await limit()).toEqual(rupiah(25_000_000));
  });

  it('follows the limit of the company, which two people change', async () => {
    const limits = { creditNote: rupiah(1_000_000), customerCredit: rupiah(0), reason: 'Stricter' };
    const [, change] = await manager('POST /v1/approval-limits/changes', limits);
    const agree = (body: unknown, decision: string) =>
      controller(`POST /v1/master-changes/${(body as { id: string }).id}/approval`, { decision });
    expect((await set({ limit: rupiah(1) }))[0]).toBe(200);
    expect(await agree(change, 'approved')).toMatchObject([200, {}]);
    expect(await manager('GET /v1/approval-limits')).toMatchObject([
      200,
      { customerCredit: rupiah(0) },
    ]);
    expect((await set({ limit: rupiah(2) }))[0]).toBe(202);
    const back = { ...limits, customerCredit: rupiah(ALONE), reason: 'As before' };
    await agree((await manager('POST /v1/approval-limits/changes', back))[1], 'approved');
  });

  it.each([
    [{ limit: { amount: '1', currency: 'USD' } }, 422, 'CURRENCY_MISMATCH', 'limit.currency'],
    [{ limit: { amount: '-1', currency: 'IDR' } }, 422, 'LIMIT_NEGATIVE', 'limit.amount'],
    [{ limit: { amount: '0.5', currency: 'IDR' } }, 422, 'MONEY_TOO_PRECISE', 'limit.amount'],
    [{ validUntil: '2020-01-01' }, 422, 'CREDIT_LIMIT_IN_PAST', 'validUntil'],
    [{ validUntil: '2027-02-30' }, 400, 'FIELD_INVALID', 'validUntil'],
    [{ reason: '' }, 400, 'FIELD_INVALID', 'reason'],
  ] as const)('is refused: %j', async (...asked) => {
    const [field, status, code, param] = asked;
    expect(await set({ limit: rupiah(1), ...field })).toMatchObject([status, { code, param }]);
  });

  it('is granted by no clerk, and to nobody who is not there', async () => {
    const body = { limit: rupiah(1), reason: 'x' };
    const path = `/v1/customers/${customerId}/credit-limit`;
    expect(await clerk(`PUT ${path}`, body)).toMatchObject([403, { code: 'ROLE_FORBIDDEN' }]);
    const nobody = `PUT /v1/customers/${randomUUID()}/credit-limit`;
    expect(await manager(nobody, body)).toMatchObject([404, { code: 'CUSTOMER_NOT_FOUND' }]);
  });
});

describe('a credit line', () => {
  it('is blocked by one person at once and opened by a manager, and tills learn of it', async () => {
    await set({ limit: rupiah(ALONE) });
    const path = `POST /v1/customers/${customerId}/credit-block`;
    expect(await clerk(path, { reason: 'Cek kosong' })).toMatchObject([
      200,
      { status: 'blocked', blockedReason: 'Cek kosong', limit: rupiah(ALONE) },
    ]);
    expect(await reasons()).toEqual(['CUSTOMER_BLOCKED']);
    expect(await clerk(path, { reason: 'again' })).toMatchObject([409, { code: 'CREDIT_BLOCKED' }]);
    // A new limit does not open it.
    const credit = await manager(`GET /v1/customers/${customerId}/credit`);
    expect(credit).toMatchObject([200, { status: 'blocked', blockedReason: 'Cek kosong' }]);
    expect(await set({ limit: rupiah(1_000) })).toMatchObject([200, { status: 'blocked' }]);
    expect(await clerk(`${path}/undoing`)).toMatchObject([403, { code: 'ROLE_FORBIDDEN' }]);
    expect(await manager(`${path}/undoing`)).toMatchObject([200, { blockedReason: null }]);
    expect(await reasons()).toEqual([]);
    expect(await manager(`${path}/undoing`)).toMatchObject([409, { code: 'CREDIT_NOT_BLOCKED' }]);
  });

  it('that is not there is not blocked', async () => {
    const path = `POST /v1/customers/${customerId}/credit-block`;
    expect(await clerk(path, { reason: 'x' })).toMatchObject([422, { code: 'CREDIT_NOT_GRANTED' }]);
  });

  it('is changed by no statement of the processes, only by the commands', async () => {
    await set({ limit: rupiah(1) });
    const raise = open.database.transaction(testContext(), (tx) =>
      tx.customerCredit.updateMany({ data: { limitAmount: 999n } }),
    );
    await expect(raise).rejects.toThrow('permission denied');
  });
});

function set(body: object) {
  const wanted = { reason: 'Pays in time', ...body };
  return manager(`PUT /v1/customers/${customerId}/credit-limit`, wanted);
}

function decide(who: Office, line: unknown) {
  const { waiting } = line as { waiting: { id: string } };
  return who(`POST /v1/master-changes/${waiting.id}/approval`, { decision: 'approved' });
}

async function credit() {
  const [, body] = await clerk(`GET /v1/customers/${customerId}/credit`);
  return body as { limit: unknown; reasons: readonly { code: string }[] };
}

async function limit() {
  return (await credit()).limit;
}

async function reasons() {
  return (await credit()).reasons.map(({ code }) => code);
}
