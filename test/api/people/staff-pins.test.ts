import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { asOwner } from '../../support/as-owner.js';
import { office, type Answered, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

const OWN = '918264';
const WRONG = [422, { code: 'PIN_WRONG' }];

let open: OpenShop;
let manager: Office;
let till: Office;
let elsewhere: Office;
let cashier: string;

beforeEach(async () => {
  open = await openShop();
  const { tokens, terminalTokens, users } = open.shop;
  manager = office(open.api, tokens.storeManager);
  till = office(open.api, terminalTokens[0]);
  elsewhere = office(open.api, terminalTokens[2]);
  cashier = users.cashier.id;
});
afterEach(() => open.close());

describe('the PIN of a person at a till', () => {
  it('that a manager gives is changed first, and then known, in its own store alone', async () => {
    const given = await give();
    expect(await check(given)).toMatchObject([409, { code: 'PIN_TO_CHANGE' }]);
    expect((await change(given, OWN))[0]).toBe(200);
    expect(await check(OWN)).toMatchObject([
      200,
      { user: cashier, name: 'Staf cashier', role: 'cashier' },
    ]);
    expect(await check(given)).toMatchObject(WRONG);
    expect(await check(OWN, elsewhere)).toMatchObject(WRONG);
  });

  it('shows in the list of who has one: none, given, own; a manager sees the own store', async () => {
    const pinOf = async (who: Office) => {
      const [, body] = await who('GET /v1/staff-pins/people');
      const { data } = body as { data: { user: string; pin: string; store: string }[] };
      expect(new Set(data.map(({ store }) => store))).toEqual(new Set(['JKT1']));
      return data.find(({ user }) => user === cashier)?.pin;
    };
    expect(await pinOf(manager)).toBe('none');
    const given = await give();
    expect(await pinOf(manager)).toBe('given');
    await change(given, OWN);
    const owner = office(open.api, open.shop.tokens.owner);
    expect(await pinOf(owner)).toBe('own');
    await asOwner(open.books, (client) =>
      client.query(`UPDATE app_user SET store_id = (SELECT id FROM store WHERE code = 'BDG1')
        WHERE id = '${open.shop.users.cashier.id}'`),
    );
    expect(await pinOf(manager)).toBeUndefined();
  });

  it('is no PIN that is tried first, nor the one until now', async () => {
    const given = await give();
    expect(await change(given, '123456')).toMatchObject([422, { code: 'PIN_WEAK' }]);
    await change(given, OWN);
    expect(await change(OWN, OWN)).toMatchObject([422, { code: 'PIN_SAME' }]);
    expect(await change('333221', '270419')).toMatchObject(WRONG);
  });

  it('makes who guesses wait, also when the guesses come at once, and with the right one', async () => {
    await change(await give(), OWN);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, digit) => check(`55512${digit}`)),
    );
    const statuses = guesses.map(([status]) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    expect((await check(OWN))[0]).toBe(429);
  });

  it('ends with its time, its person, the store, and by a manager', async () => {
    await change(await give(), OWN);
    await asOwner(open.books, (owner) =>
      owner.query(`UPDATE staff_pin SET good_until = now() - interval '1 second'`),
    );
    expect(await check(OWN)).toMatchObject(WRONG);
    await change(await give(), OWN);
    expect((await manager(`DELETE /v1/users/${cashier}/pins`))[0]).toBe(204);
    expect(await check(OWN)).toMatchObject(WRONG);
    await change(await give(), OWN);
    const moved = { role: 'cashier', store: 'BDG1', active: true };
    const admin = office(open.api, open.shop.tokens.admin);
    expect((await admin(`PUT /v1/users/${cashier}`, moved))[0]).toBe(200);
    expect(await check(OWN, elsewhere)).toMatchObject(WRONG);
    expect((await manager(`POST /v1/users/${cashier}/pins`))[0]).toBe(404);
  });

  it('is for people of stores, and never in the trail', async () => {
    const admin = office(open.api, open.shop.tokens.admin);
    const { arClerk } = open.shop.users;
    const answer = await admin(`POST /v1/users/${arClerk.id}/pins`);
    expect(answer).toMatchObject([422, { code: 'PIN_NOT_FOR_ROLE' }]);
    await change(await give(), OWN);
    const rows = await open.database.prisma.auditRow.findMany({
      where: { tableName: 'staff_pin' },
    });
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows.map(({ after }) => after))).not.toContain('argon2');
  });
});

describe('without a connection', () => {
  it('a till knows the own PINs of its store by a salted hash, until an end', async () => {
    const given = await give();
    expect(await till('GET /v1/staff-pins')).toEqual([200, { data: [], wrongMax: 5 }]);
    await change(given, OWN);
    const [, body] = await till('GET /v1/staff-pins');
    const { data } = body as { data: { user: string; hash: string; goodUntil: string }[] };
    const [told] = data;
    expect(told).toMatchObject({ user: cashier, name: 'Staf cashier', role: 'cashier' });
    expect(await verify(told?.hash ?? '', OWN)).toBe(true);
    expect(await verify(told?.hash ?? '', given)).toBe(false);
    const days = (Date.parse(told?.goodUntil ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(3);
    expect(await elsewhere('GET /v1/staff-pins')).toMatchObject([200, { data: [] }]);
  });

  it('what it checked is noted once, and read by who answers for people', async () => {
    const check_ = {
      user: cashier,
      purpose: 'void',
      outcome: 'wrong',
      at: '2026-01-05T10:00:00.000Z',
    };
    const stranger = { ...check_, id: randomUUID(), user: randomUUID() };
    const checks = [{ ...check_, id: randomUUID(), about: randomUUID() }, stranger];
    for (const _time of [1, 2]) {
      const answer = await till('POST /v1/staff-pins/offline-checks', { checks });
      expect(answer).toEqual([200, { noted: 1, unknown: [stranger.id] }]);
    }
    const auditor = office(open.api, open.shop.tokens.auditor);
    expect(await auditor(`GET /v1/staff-pins/checks?user=${cashier}`)).toMatchObject([
      200,
      { data: [{ ...checks[0], terminal: 'JKT1-01', offline: true }], nextCursor: null },
    ]);
  });
});

async function give(): Promise<string> {
  const [status, body] = await manager(`POST /v1/users/${cashier}/pins`);
  expect(status).toBe(201);
  return (body as { pin: string }).pin;
}

function check(pin: string, at: Office = till): Promise<Answered> {
  return at('POST /v1/staff-pins/checks', { user: cashier, pin, purpose: 'void' });
}

function change(pin: string, newPin: string): Promise<Answered> {
  return till('POST /v1/staff-pins/changes', { user: cashier, pin, newPin });
}
