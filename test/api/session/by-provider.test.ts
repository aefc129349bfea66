import { randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { providerCookie } from '../../../api/auth/provider-cookie.js';
import { API_LIMITS } from '../../../api/limits.js';
import { Secret as SecretText } from '../../../platform/secret.js';
import { startApi, type Received } from '../../support/api-client.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type IdentityProvider,
  type Twist,
} from '../../support/identity-provider.js';
import { startRealProvider } from '../../support/real-provider.js';
import { office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

const PUBLIC_URL = 'http://127.0.0.1:3999';

const A_KEY = randomBytes(32);
const A_SIGN_IN = {
  purpose: 'code',
  providerId: randomUUID(),
  userId: randomUUID(),
  returnTo: '/',
  startedAtMs: 0,
} as const;

let open: OpenShop;
let provider: IdentityProvider;
let admin: Office;
let providerId: string;
let aheadMs = 0;

const ROLES = [
  { group: 'finance', role: 'arClerk' },
  { group: 'heads', role: 'arManager' },
  { group: 'till-jkt', role: 'cashier', store: 'JKT1' },
  { group: 'admins', role: 'admin' },
] as const;

const SETTINGS = {
  name: 'Company account',
  clientId: CLIENT_ID,
  scopes: 'openid email groups',
  admits: 'everybody',
  roles: ROLES,
} as const;

beforeAll(async () => {
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  const realTimeMs = () => Date.now() + aheadMs;
  [open, provider] = await Promise.all([
    openShop({ realTimeMs, limits, publicUrl: PUBLIC_URL }),
    startIdentityProvider(),
  ]);
  admin = office(open.api, open.shop.tokens.admin);
  const body = { ...SETTINGS, issuer: provider.issuer, clientSecret: CLIENT_SECRET };
  const [status, added] = await admin('POST /v1/identity-providers', body);
  expect([status, added]).toMatchObject([201, { tested: false, active: false }]);
  providerId = (added as { id: string }).id;
});
afterAll(async () => {
  await open.close();
  await provider.close();
});
afterEach(() => provider.twists({}));

describe('an identity provider', () => {
  it('never tells its secret again, and shows what is entered at the provider', async () => {
    const [, list] = await admin('GET /v1/identity-providers');
    expect(JSON.stringify(list)).not.toContain(CLIENT_SECRET);
    expect(list).toMatchObject({ data: [{ redirectUri: `${PUBLIC_URL}/signed-in` }] });
    const trail = await open.database.prisma.auditRow.findMany({
      where: { tableName: 'identity_provider' },
    });
    expect(trail.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail.map(({ after }) => after))).not.toMatch(/cipher|both sides/);
  });

  it('is switched on only after it was tried as it is', async () => {
    const refused = [409, { code: 'PROVIDER_NOT_TESTED' }];
    expect(await turn(true)).toMatchObject(refused);
    expectRefused(await begin(), 409, 'PROVIDER_OFF');
    provider.sits({ sub: 'test-person', email: 'x@example.test', groups: ['finance'] });
    const tested = await tryIt();
    expect([tested.status, tested.body]).toMatchObject([
      200,
      {
        purpose: 'test',
        session: null,
        test: { email: null, groups: ['finance'], role: 'arClerk' },
      },
    ]);
    expect(await turn(true)).toMatchObject([200, { active: true, tested: true }]);
    // A change of how it is reached needs another test; a change of roles does not.
    const body = { ...SETTINGS, issuer: provider.issuer };
    const put = `PUT /v1/identity-providers/${providerId}`;
    expect(await admin(put, body)).toMatchObject([200, { active: true, tested: true }]);
    const other = { ...body, clientSecret: `${CLIENT_SECRET}, changed` };
    expect(await admin(put, other)).toMatchObject([200, { active: false, tested: false }]);
    expect(await turn(true)).toMatchObject(refused);
    expectRefused(await tryIt(), 422, 'PROVIDER_ANSWER_WRONG');
    await admin(put, { ...body, clientSecret: CLIENT_SECRET });
    await tryIt();
    expect(await turn(true)).toMatchObject([200, { active: true }]);
  });

  it('refuses what makes no sense', async () => {
    const add = (fault: object) =>
      admin('POST /v1/identity-providers', {
        ...SETTINGS,
        issuer: 'https://login.example.test',
        clientSecret: CLIENT_SECRET,
        ...fault,
      });
    const line = (role: string, store?: string) => ({ roles: [{ group: 'a', role, store }] });
    const twice = { roles: [...ROLES, ROLES[0]] };
    expect(await add({ issuer: provider.issuer })).toMatchObject([
      409,
      { code: 'PROVIDER_EXISTS' },
    ]);
    expect(await add(twice)).toMatchObject([
      422,
      { code: 'GROUP_REPEATED', param: 'roles[4].group' },
    ]);
    expect(await add(line('cashier'))).toMatchObject([422, { code: 'STORE_REQUIRED' }]);
    expect(await add(line('cashier', 'NOWHERE'))).toMatchObject([422, { code: 'STORE_UNKNOWN' }]);
    expect(await add(line('partner'))).toMatchObject([400, { code: 'FIELD_INVALID' }]);
    expect(await add({ scopes: 'email' })).toMatchObject([400, { code: 'FIELD_INVALID' }]);
    for (const issuer of [
      'http://10.0.0.1/',
      'https://169.254.169.254/',
      'https://a:b@x.test/',
      'https://x.test/?a',
    ])
      expect(await add({ issuer })).toMatchObject([422, { code: 'PROVIDER_ADDRESS_REFUSED' }]);
    const absent = `/v1/identity-providers/${randomUUID()}`;
    expect(await admin(`DELETE ${absent}`)).toMatchObject([404, { code: 'PROVIDER_NOT_FOUND' }]);
    const [, added] = await add({});
    const own = `/v1/identity-providers/${(added as { id: string }).id}`;
    expect(await admin(`DELETE ${own}`)).toMatchObject([204, undefined]);
  });
});

describe('a sign-in by a provider', () => {
  it('makes a new person with the role and store of the groups, and leads to the page that was asked for', async () => {
    provider.sits(person('sri', ['till-jkt', 'unknown']));
    const answer = await signIn({ returnTo: '/sales?standing=not-due' });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        purpose: 'sign-in',
        returnTo: '/sales?standing=not-due',
        session: { user: { name: 'Sri', role: 'cashier' }, provider: { id: providerId } },
      },
    ]);
    const [asked] = provider.asked;
    expect(asked?.get('response_type')).toBe('code');
    expect(asked?.get('scope')).toBe(SETTINGS.scopes);
    expect(asked?.get('code_challenge_method')).toBe('S256');
    const user = await personNamed('sri');
    expect(user).toMatchObject({
      role: 'cashier',
      storeId: (await open.database.prisma.store.findUniqueOrThrow({ where: { code: 'JKT1' } })).id,
      passwordSetAt: null,
    });
    const log = await open.database.prisma.signIn.findFirst({ where: { userId: user.id } });
    expect(log).toMatchObject({ kind: 'signed-in', email: 'sri@example.test', providerId });
  });

  it('takes roles anew each time: another, another store, none', async () => {
    provider.sits(person('sri', ['heads']));
    const cookie = sessionOf(await signIn());
    expect((await me(cookie)).body).toMatchObject({ user: { role: 'arManager' } });
    provider.sits(person('sri', ['somebody-elses']));
    expectRefused(await signIn(), 403, 'ROLE_NOT_GIVEN');
    // What was open is open no more.
    expect((await me(cookie)).status).toBe(401);
    provider.sits(person('sri', []));
    expectRefused(await signIn(), 403, 'ROLE_NOT_GIVEN');
    provider.sits(person('sri', ['finance']));
    expect((await signIn()).body).toMatchObject({ session: { user: { role: 'arClerk' } } });
  });

  it('knows a person by issuer and subject, whatever the e-mail address is by then', async () => {
    const { id } = await personNamed('sri');
    provider.sits({ ...person('sri', ['finance']), email: 'married@example.test' });
    const answer = await signIn();
    expect(answer.body).toMatchObject({ session: { user: { id } } });
    // Another account with the address is not the person.
    provider.sits({ ...person('other', ['finance']), email: 'sri@example.test' });
    expectRefused(await signIn(), 403, 'IDENTITY_OF_ANOTHER');
  });

  it('gives an invited person the account with the same verified address, and lets in nobody else', async () => {
    const put = `PUT /v1/identity-providers/${providerId}`;
    await admin(put, { ...SETTINGS, admits: 'invited', issuer: provider.issuer });
    const invited = { email: 'budi@example.test', name: 'Budi', role: 'auditor' };
    await admin('POST /v1/users', invited);
    provider.sits({
      ...person('budi', ['finance']),
      email: 'Budi@Example.test',
      email_verified: 'true',
    });
    expectRefused(await signIn(), 403, 'EMAIL_NOT_VERIFIED');
    provider.sits({ ...person('budi', ['finance']), email: 'Budi@Example.test' });
    expect((await signIn()).body).toMatchObject({
      session: { user: { name: 'Budi', role: 'arClerk' } },
    });
    provider.sits(person('uninvited', ['finance']));
    expectRefused(await signIn(), 403, 'PERSON_NOT_INVITED');
    const [, { data }] = (await admin('GET /v1/users')) as [number, { data: { email: string }[] }];
    const budi = data.find(({ email }) => email === invited.email);
    expect(budi).toMatchObject({ provider: provider.issuer });
    await admin(put, { ...SETTINGS, issuer: provider.issuer });
  });

  it('keeps out who is disabled, until an administrator lets the person in again', async () => {
    provider.sits(person('budi', ['finance']));
    const { id } = await personNamed('budi');
    await admin(`PUT /v1/users/${id}`, { role: 'arClerk', active: false });
    expectRefused(await signIn(), 403, 'PERSON_DISABLED');
    await admin(`PUT /v1/users/${id}`, { role: 'arClerk', active: true });
    expect((await signIn()).status).toBe(200);
  });

  it('never takes the last administrator with a password away', async () => {
    const { admin: last } = open.shop.users;
    provider.sits({ sub: 'boss', email: last.email, email_verified: true, groups: ['finance'] });
    expectRefused(await signIn(), 409, 'LAST_ADMINISTRATOR');
    provider.sits({ sub: 'boss', email: last.email, email_verified: true, groups: ['admins'] });
    expect((await signIn()).body).toMatchObject({
      session: { user: { id: last.id, role: 'admin' } },
    });
  });

  it('reads the groups from the user info where the token has none', async () => {
    provider.sits({ sub: 'dewi' });
    const { sub: _sub, ...told } = person('dewi', ['finance']);
    provider.twists({ userInfo: told });
    expect((await signIn()).body).toMatchObject({ session: { user: { name: 'Dewi' } } });
    provider.twists({ userInfo: { ...told, sub: 'somebody else' } });
    expectRefused(await signIn(), 422, 'TOKEN_INVALID');
  });

  it('can be forgotten of a person, who is then known by the address again', async () => {
    const { id } = await personNamed('dewi');
    provider.sits(person('dewi', ['finance']));
    const cookie = sessionOf(await signIn());
    expect(await admin(`DELETE /v1/users/${id}/identity`)).toMatchObject([204, undefined]);
    expect((await me(cookie)).status).toBe(401);
    const again = await admin(`DELETE /v1/users/${id}/identity`);
    expect(again).toMatchObject([409, { code: 'IDENTITY_MISSING' }]);
    provider.sits({ ...person('dewi', ['finance']), sub: 'another account of dewi' });
    expect((await signIn()).body).toMatchObject({ session: { user: { id } } });
  });

  it('ends with its session, and all end when the provider is switched off', async () => {
    provider.sits(person('dewi', ['finance']));
    await admin(`DELETE /v1/users/${(await personNamed('dewi')).id}/identity`);
    const [first, second] = [await signIn(), await signIn()];
    const out = await asSession(first, 'DELETE', '/v1/session');
    expect([out.status, (await me(sessionOf(first))).status]).toEqual([204, 401]);
    await turn(false);
    expect((await me(sessionOf(second))).status).toBe(401);
    expectRefused(await begin(), 409, 'PROVIDER_OFF');
    await turn(true);
    const [, front] = [0, (await open.api.send('GET', '/v1/front-door')).body];
    expect(front).toMatchObject({ providers: [{ id: providerId, name: SETTINGS.name }] });
  });
});

describe('a provider that lies, or fails', () => {
  const lies: readonly (readonly [string, Twist, number, string])[] = [
    ['an ID token that is not signed', { signs: 'none' }, 422, 'TOKEN_UNSIGNED'],
    ['a key that is not the provider’s', { signs: 'other' }, 422, 'TOKEN_INVALID'],
    ['another audience', { claims: (c) => ({ ...c, aud: 'others' }) }, 422, 'TOKEN_AUDIENCE_WRONG'],
    [
      'two audiences, the other one meant',
      { claims: (c) => ({ ...c, aud: [CLIENT_ID, 'x'], azp: 'x' }) },
      422,
      'TOKEN_AUDIENCE_WRONG',
    ],
    ['another nonce', { claims: (c) => ({ ...c, nonce: 'another' }) }, 422, 'TOKEN_NONCE_WRONG'],
    ['another issuer', { claims: (c) => ({ ...c, iss: 'https://x.test' }) }, 422, 'TOKEN_INVALID'],
    [
      'a token that has ended',
      { claims: (c) => ({ ...c, exp: Date.now() / 1_000 - 90 }) },
      422,
      'TOKEN_INVALID',
    ],
    ['a token of nobody', { claims: ({ sub: _sub, ...c }) => c }, 422, 'TOKEN_INVALID'],
    ['a person who cancels', { error: 'access_denied' }, 422, 'SIGN_IN_CANCELLED'],
    ['an error of its own', { error: 'server_error' }, 503, 'PROVIDER_UNREACHABLE'],
  ];
  it.each(lies)('lets nobody in with %s', async (_name, twist, status, code) => {
    provider.sits(person('sri', ['finance']));
    provider.twists(twist);
    expectRefused(await signIn(), status, code);
    const log = await open.database.prisma.signIn.findFirst({ orderBy: { id: 'desc' } });
    expect(log).toMatchObject({ kind: 'provider-refused', reason: code, providerId });
  });

  it('takes a clock that is a little off, and no more', async () => {
    provider.sits(person('sri', ['finance']));
    provider.twists({ claims: (c) => ({ ...c, exp: Math.floor(Date.now() / 1_000) - 10 }) });
    expect((await signIn()).status).toBe(200);
  });

  it('is of no use while it is down, slow, or no provider', async () => {
    const elsewhere = await startIdentityProvider();
    const add = { ...SETTINGS, issuer: elsewhere.issuer, clientSecret: CLIENT_SECRET };
    const [, { id }] = (await admin('POST /v1/identity-providers', add)) as [
      number,
      { id: string },
    ];
    const attempt = () => admin(`POST /v1/identity-providers/${id}/tests`);
    elsewhere.twists({ description: (d) => ({ ...d, issuer: 'https://x.test' }) });
    expect(await attempt()).toMatchObject([422, { code: 'PROVIDER_ANSWER_WRONG' }]);
    elsewhere.twists({
      description: (d) => ({ ...d, authorization_endpoint: 'javascript:alert(1)' }),
    });
    expect(await attempt()).toMatchObject([422, { code: 'PROVIDER_ANSWER_WRONG' }]);
    await admin(`PUT /v1/identity-providers/${id}`, { ...add, clientId: 'anew' });
    elsewhere.twists({ delayMs: 30_000 });
    expect(await attempt()).toMatchObject([503, { code: 'PROVIDER_UNREACHABLE' }]);
    await elsewhere.close();
    expect(await attempt()).toMatchObject([503, { code: 'PROVIDER_UNREACHABLE' }]);
  });

  it('is not followed to an address inside of our network', async () => {
    const elsewhere = await startIdentityProvider();
    elsewhere.twists({ description: (d) => ({ ...d, token_endpoint: 'http://10.0.0.7/token' }) });
    const add = { ...SETTINGS, issuer: elsewhere.issuer, clientSecret: CLIENT_SECRET };
    const [, { id }] = (await admin('POST /v1/identity-providers', add)) as [
      number,
      { id: string },
    ];
    const refused = await tryIt(id);
    expectRefused(refused, 422, 'PROVIDER_ADDRESS_REFUSED');
    await elsewhere.close();
  });
});

describe('a stranger', () => {
  it('cannot hand in an answer of another sign-in, of another browser, twice, or late', async () => {
    provider.sits(person('sri', ['finance']));
    const begun = await begin();
    const query = await throughProvider(begun);
    const forged = query.replace(/state=[^&]+/, 'state=another');
    expectRefused(await handIn(forged, cookieOf(begun)), 422, 'SIGN_IN_STATE_MISMATCH');
    expectRefused(await handIn(query, cookieOf(await begin())), 422, 'SIGN_IN_STATE_MISMATCH');
    expectRefused(await handIn(query, undefined), 422, 'SIGN_IN_EXPIRED');
    const tampered = cookieOf(begun).replace(/.{9}$/, 'AAAAAAAAA');
    expectRefused(await handIn(query, tampered), 422, 'SIGN_IN_EXPIRED');
    const first = await handIn(query, cookieOf(begun));
    expect(first.status).toBe(200);
    expect(first.headers.getSetCookie()[0]).toMatch(/^lunas_provider=; .*Max-Age=0/);
    expectRefused(await handIn(query, cookieOf(begun)), 422, 'SIGN_IN_CODE_REFUSED');
    const late = await begin();
    const lateQuery = await throughProvider(late);
    aheadMs += 11 * 60_000;
    expectRefused(await handIn(lateQuery, cookieOf(late)), 422, 'SIGN_IN_EXPIRED');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'is not led to %s',
    async (returnTo) => {
      expectRefused(await begin({ returnTo }), 400, 'RETURN_ADDRESS_REFUSED');
    },
  );

  it('is not sent anywhere while nobody has said where the console is', async () => {
    const nowhere = await startApi(open.database, { publicUrl: undefined });
    const body = { providerId };
    const begun = await nowhere.send('POST', '/v1/session/provider-sign-ins', { body });
    expectRefused(begun, 409, 'PUBLIC_ADDRESS_MISSING');
    expect((await nowhere.send('GET', '/v1/front-door')).body).toMatchObject({ providers: [] });
    await nowhere.close();
  });

  it('is sent to no address of our own network in production', async () => {
    const as = open.shop.tokens.admin;
    const rules = { environment: 'production' } as const;
    const codecKey = new SecretText(randomBytes(32).toString('base64'));
    const strict = await startApi(open.database, { webhooks: { rules, codecKey } });
    const body = { ...SETTINGS, issuer: 'http://127.0.0.1:9/', clientSecret: 'x' };
    const headers = { 'idempotency-key': randomUUID() };
    const added = await strict.send('POST', '/v1/identity-providers', { as, body, headers });
    expectRefused(added, 422, 'PROVIDER_ADDRESS_REFUSED');
    await strict.close();
  });

  it('finds a cookie that no script and no other site uses', async () => {
    const [cookie = ''] = (await begin()).headers.getSetCookie();
    expect(cookie).toMatch(/Path=\/; HttpOnly; SameSite=Strict; Max-Age=600$/);
    expect(Buffer.from(cookie, 'base64').toString('latin1')).not.toContain(providerId);
    const sealed = providerCookie(A_SIGN_IN, { secureCookies: 'always', sealingKeys: [A_KEY] });
    expect(sealed).toMatch(/^__Host-lunas_provider=[\w-]+; Path=\/; HttpOnly; .*; Secure$/);
  });
});

describe('a second factor', () => {
  it('counts when the provider asked for one, and is asked for here when it did not', async () => {
    await admin('PUT /v1/second-factor-rule', { roles: ['arClerk'] });
    provider.sits({ ...person('sri', ['finance']), amr: ['pwd', 'mfa'] });
    expect((await signIn()).body).toMatchObject({ session: { secondFactor: 'by-provider' } });
    provider.sits(person('sri', ['finance']));
    const bare = await signIn();
    expect(bare.body).toMatchObject({ session: { secondFactor: 'required' } });
    const refused = await asSession(bare, 'GET', '/v1/lifecycles');
    expectRefused(refused, 403, 'SECOND_FACTOR_REQUIRED');
    // No password is asked of who has just signed in at the provider.
    const begun = await asSession(bare, 'POST', '/v1/session/second-factor', {});
    expect(begun.status).toBe(201);
    const { secret } = begun.body as { secret: string };
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + aheadMs });
    const set = await asSession(bare, 'PUT', '/v1/session/second-factor', { code: code() });
    expect(set.status).toBe(200);

    const asked = await signIn();
    expectRefused(asked, 401, 'SECOND_FACTOR_NEEDED');
    const give = (given: string) =>
      open.api.send('POST', '/v1/session/provider-codes', {
        body: { code: given },
        headers: { cookie: cookieOf(asked) },
      });
    expectRefused(await give('000000'), 403, 'SECOND_FACTOR_WRONG');
    aheadMs += 30_000;
    const opened = await give(code());
    expect([opened.status, opened.body]).toMatchObject([200, { session: { secondFactor: 'set' } }]);
    await admin('PUT /v1/second-factor-rule', { roles: [] });
  });
});

describe('an approval', () => {
  it('needs a sign-in of the last minutes at the provider, which asks again', async () => {
    provider.sits({ ...person('chief', ['admins']), amr: ['mfa'] });
    const session = await signIn();
    const add = () =>
      asSession(session, 'POST', '/v1/users', {
        email: `${randomUUID()}@example.test`,
        name: 'New',
        role: 'auditor',
      });
    expect((await add()).status).toBe(201);
    aheadMs += 16 * 60_000;
    expectRefused(await add(), 403, 'PASSWORD_NEEDED');
    const byPassword = await asSession(session, 'POST', '/v1/session/password-check', {
      password: 'x',
    });
    expectRefused(byPassword, 403, 'PROVIDER_NEEDED');

    const soon = (c: Readonly<Record<string, unknown>>) => ({
      ...c,
      auth_time: Math.floor((Date.now() + aheadMs) / 1_000),
    });
    expectRefused(await check(session), 422, 'SIGN_IN_NOT_FRESH');
    expect(provider.asked[0]?.get('prompt')).toBe('login');
    provider.twists({ claims: ({ auth_time: _t, ...c }) => c });
    expectRefused(await check(session), 422, 'SIGN_IN_NOT_FRESH');
    provider.sits(person('sri', ['finance']));
    provider.twists({ claims: soon });
    expectRefused(await check(session), 403, 'IDENTITY_OF_ANOTHER');
    expectRefused(await add(), 403, 'PASSWORD_NEEDED');
    provider.sits(person('chief', ['admins']));
    const proven = await check(session);
    expect([proven.status, proven.body]).toMatchObject([200, { purpose: 'check', test: null }]);
    expect((await add()).status).toBe(201);
  });
});

describe('a provider that others have written', () => {
  it('is understood: its description, its token, its user info, its second factor', async () => {
    const redirectUri = `${PUBLIC_URL}/signed-in`;
    const real = await startRealProvider({
      client: { id: CLIENT_ID, secret: CLIENT_SECRET, redirectUri },
      person: person('ratna', ['heads']),
    });
    const settings = { ...SETTINGS, issuer: real.issuer, clientSecret: CLIENT_SECRET };
    const [, added] = await admin('POST /v1/identity-providers', settings);
    const { id } = added as { id: string };
    const as = open.shop.tokens.admin;
    const through = async (begun: Received) => {
      const landed = await real.visit((begun.body as { url: string }).url);
      expect(landed.origin + landed.pathname).toBe(redirectUri);
      return handIn(landed.search, cookieOf(begun));
    };
    const tried = await open.api.send('POST', `/v1/identity-providers/${id}/tests`, { as });
    expect((await through(tried)).body).toMatchObject({ test: { email: 'ratna@example.test' } });
    await admin(`POST /v1/identity-providers/${id}/switch`, { active: true });
    const begun = await begin({ providerId: id });
    expect((await through(begun)).body).toMatchObject({
      session: { user: { name: 'Ratna', role: 'arManager' }, provider: { id } },
    });
    await real.close();
  });
});

describe('a provider that is required', () => {
  it('leaves passwords to administrators and people of agencies', async () => {
    const put = `PUT /v1/identity-providers/${providerId}`;
    const { arManager, admin: chief } = open.shop.users;
    const byPassword = ({ email, password }: Readonly<{ email: string; password: string }>) =>
      open.api.send('POST', '/v1/session', { body: { email, password } });
    expect((await byPassword(arManager)).status).toBe(201);
    await admin(put, { ...SETTINGS, issuer: provider.issuer, required: true });
    expectRefused(await byPassword(arManager), 403, 'PROVIDER_NEEDED');
    expectRefused(await byPassword({ ...arManager, password: 'wrong' }), 401, 'LOGIN_FAILED');
    expect((await byPassword(chief)).status).toBe(201);
    const used = await admin(`DELETE /v1/identity-providers/${providerId}`);
    expect(used).toMatchObject([409, { code: 'PROVIDER_IN_USE' }]);
    await admin(put, { ...SETTINGS, issuer: provider.issuer });
  });
});

/** What the provider says of somebody. */
function person(name: string, groups: readonly string[]) {
  const shown = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { sub: name, name: shown, email: `${name}@example.test`, email_verified: true, groups };
}

function personNamed(name: string) {
  const where = { email: `${name}@example.test` };
  return open.database.prisma.appUser.findUniqueOrThrow({ where });
}

function turn(active: boolean) {
  return admin(`POST /v1/identity-providers/${providerId}/switch`, { active });
}

function begin(wish: Readonly<{ returnTo?: string; providerId?: string }> = {}): Promise<Received> {
  const body = { providerId, ...wish };
  return open.api.send('POST', '/v1/session/provider-sign-ins', { body });
}

/** What the provider leads back with. */
async function throughProvider(begun: Received): Promise<string> {
  const { url } = begun.body as { url: string };
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').search;
}

function handIn(query: string, cookie: string | undefined): Promise<Received> {
  const headers = cookie === undefined ? {} : { cookie };
  return open.api.send('POST', '/v1/session/provider-answers', { body: { query }, headers });
}

async function goOn(begun: Received): Promise<Received> {
  expect(begun.status).toBe(200);
  return handIn(await throughProvider(begun), cookieOf(begun));
}

async function signIn(wish: Readonly<{ returnTo?: string }> = {}): Promise<Received> {
  return goOn(await begin(wish));
}

async function tryIt(id = providerId): Promise<Received> {
  const as = open.shop.tokens.admin;
  return goOn(await open.api.send('POST', `/v1/identity-providers/${id}/tests`, { as }));
}

async function check(session: Received): Promise<Received> {
  return goOn(await asSession(session, 'POST', '/v1/session/provider-checks', {}));
}

/** The cookie of the sign-in that goes on. */
function cookieOf({ headers }: Received): string {
  const set = headers.getSetCookie().filter((cookie) => cookie.startsWith('lunas_provider='));
  return set.at(-1)?.split(';', 1)[0] ?? '';
}

function sessionOf({ headers }: Received): string {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith('lunas_session='));
  return set?.split(';', 1)[0] ?? '';
}

function me(cookie: string): Promise<Received> {
  return open.api.send('GET', '/v1/session', { headers: { cookie } });
}

async function asSession(
  signedIn: Received,
  method: string,
  ...[path, body]: readonly [path: string, body?: unknown]
): Promise<Received> {
  const { csrfToken } = (signedIn.body as { session: { csrfToken: string } }).session;
  const headers = {
    cookie: sessionOf(signedIn),
    'x-csrf-token': csrfToken,
    'idempotency-key': randomUUID(),
  };
  return open.api.send(method, path, { body, headers });
}

function expectRefused({ status, body }: Received, expected: number, code: string): void {
  expect([status, body]).toMatchObject([expected, { code }]);
}
