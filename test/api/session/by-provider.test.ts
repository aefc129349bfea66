import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { CLIENT_SECRET } from '../../support/identity-provider.js';
import {
  cookieOf,
  expectRefused,
  person,
  PUBLIC_URL,
  sessionOf,
  SETTINGS,
  useProvider,
} from '../../support/use-provider.js';

const { world, pass, nowMs, begin, signIn, tryIt, turn, asSession, check, me, personNamed } =
  useProvider();

describe('an identity provider', () => {
  it('never tells its secret again, and shows what is entered at the provider', async () => {
    const [, list] = await world().admin('GET /v1/identity-providers');
    expect(JSON.stringify(list)).not.toContain(CLIENT_SECRET);
    expect(list).toMatchObject({ data: [{ redirectUri: `${PUBLIC_URL}/signed-in` }] });
    const trail = await world().open.database.prisma.auditRow.findMany({
      where: { tableName: 'identity_provider' },
    });
    expect(trail.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail.map(({ after }) => after))).not.toMatch(/cipher|both sides/);
  });

  it('is switched on only after it was tried as it is', async () => {
    const refused = [409, { code: 'PROVIDER_NOT_TESTED' }];
    expect(await turn(true)).toMatchObject(refused);
    expectRefused(await begin(), 409, 'PROVIDER_OFF');
    world().provider.sits({ sub: 'test-person', email: 'x@example.test', groups: ['finance'] });
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
    const body = { ...SETTINGS, issuer: world().provider.issuer };
    const put = `PUT /v1/identity-providers/${world().providerId}`;
    expect(await world().admin(put, body)).toMatchObject([200, { active: true, tested: true }]);
    const other = { ...body, clientSecret: `${CLIENT_SECRET}, changed` };
    expect(await world().admin(put, other)).toMatchObject([200, { active: false, tested: false }]);
    expect(await turn(true)).toMatchObject(refused);
    expectRefused(await tryIt(), 422, 'PROVIDER_ANSWER_WRONG');
    await world().admin(put, { ...body, clientSecret: CLIENT_SECRET });
    await tryIt();
    expect(await turn(true)).toMatchObject([200, { active: true }]);
  });

  it('refuses what makes no sense', async () => {
    const add = (fault: object) =>
      world().admin('POST /v1/identity-providers', {
        ...SETTINGS,
        issuer: 'https://login.example.test',
        clientSecret: CLIENT_SECRET,
        ...fault,
      });
    const line = (role: string, store?: string) => ({ roles: [{ group: 'a', role, store }] });
    const twice = { roles: [...SETTINGS.roles, SETTINGS.roles[0]] };
    expect(await add({ issuer: world().provider.issuer })).toMatchObject([
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
    expect(await world().admin(`DELETE ${absent}`)).toMatchObject([
      404,
      { code: 'PROVIDER_NOT_FOUND' },
    ]);
    const [, added] = await add({});
    const own = `/v1/identity-providers/${(added as { id: string }).id}`;
    expect(await world().admin(`DELETE ${own}`)).toMatchObject([204, undefined]);
  });
});

describe('a sign-in by a provider', () => {
  it('makes a new person with the role and store of the groups, and leads to the page that was asked for', async () => {
    world().provider.sits(person('sri', ['till-jkt', 'unknown']));
    const answer = await signIn({ returnTo: '/sales?standing=not-due' });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        purpose: 'sign-in',
        returnTo: '/sales?standing=not-due',
        session: { user: { name: 'Sri', role: 'cashier' }, provider: { id: world().providerId } },
      },
    ]);
    const [asked] = world().provider.asked;
    expect(asked?.get('response_type')).toBe('code');
    expect(asked?.get('scope')).toBe(SETTINGS.scopes);
    expect(asked?.get('code_challenge_method')).toBe('S256');
    const user = await personNamed('sri');
    expect(user).toMatchObject({
      role: 'cashier',
      storeId: (
        await world().open.database.prisma.store.findUniqueOrThrow({ where: { code: 'JKT1' } })
      ).id,
      passwordSetAt: null,
    });
    const log = await world().open.database.prisma.signIn.findFirst({ where: { userId: user.id } });
    expect(log).toMatchObject({
      kind: 'signed-in',
      email: 'sri@example.test',
      providerId: world().providerId,
    });
  });

  it('takes roles anew each time: another, another store, none', async () => {
    world().provider.sits(person('sri', ['heads']));
    const cookie = sessionOf(await signIn());
    expect((await me(cookie)).body).toMatchObject({ user: { role: 'arManager' } });
    world().provider.sits(person('sri', ['somebody-elses']));
    expectRefused(await signIn(), 403, 'ROLE_NOT_GIVEN');
    // What was open is open no more.
    expect((await me(cookie)).status).toBe(401);
    world().provider.sits(person('sri', []));
    expectRefused(await signIn(), 403, 'ROLE_NOT_GIVEN');
    world().provider.sits(person('sri', ['finance']));
    expect((await signIn()).body).toMatchObject({ session: { user: { role: 'arClerk' } } });
  });

  it('knows a person by issuer and subject, whatever the e-mail address is by then', async () => {
    const { id } = await personNamed('sri');
    world().provider.sits({ ...person('sri', ['finance']), email: 'married@example.test' });
    const answer = await signIn();
    expect(answer.body).toMatchObject({ session: { user: { id } } });
    // Another account with the address is not the person.
    world().provider.sits({ ...person('other', ['finance']), email: 'sri@example.test' });
    expectRefused(await signIn(), 403, 'IDENTITY_OF_ANOTHER');
  });

  it('gives an invited person the account with the same verified address, and lets in nobody else', async () => {
    const put = `PUT /v1/identity-providers/${world().providerId}`;
    await world().admin(put, { ...SETTINGS, admits: 'invited', issuer: world().provider.issuer });
    const invited = { email: 'budi@example.test', name: 'Budi', role: 'auditor' };
    await world().admin('POST /v1/users', invited);
    world().provider.sits({
      ...person('budi', ['finance']),
      email: 'Budi@Example.test',
      email_verified: 'true',
    });
    expectRefused(await signIn(), 403, 'EMAIL_NOT_VERIFIED');
    world().provider.sits({ ...person('budi', ['finance']), email: 'Budi@Example.test' });
    expect((await signIn()).body).toMatchObject({
      session: { user: { name: 'Budi', role: 'arClerk' } },
    });
    world().provider.sits(person('uninvited', ['finance']));
    expectRefused(await signIn(), 403, 'PERSON_NOT_INVITED');
    const [, { data }] = (await world().admin('GET /v1/users')) as [
      number,
      { data: { email: string }[] },
    ];
    const budi = data.find(({ email }) => email === invited.email);
    expect(budi).toMatchObject({ provider: world().provider.issuer });
    await world().admin(put, { ...SETTINGS, issuer: world().provider.issuer });
  });

  it('keeps out who is disabled, until an administrator lets the person in again', async () => {
    world().provider.sits(person('budi', ['finance']));
    const { id } = await personNamed('budi');
    await world().admin(`PUT /v1/users/${id}`, { role: 'arClerk', active: false });
    expectRefused(await signIn(), 403, 'PERSON_DISABLED');
    await world().admin(`PUT /v1/users/${id}`, { role: 'arClerk', active: true });
    expect((await signIn()).status).toBe(200);
  });

  it('never takes the last administrator with a password away', async () => {
    const { admin: last } = world().open.shop.users;
    world().provider.sits({
      sub: 'boss',
      email: last.email,
      email_verified: true,
      groups: ['finance'],
    });
    expectRefused(await signIn(), 409, 'LAST_ADMINISTRATOR');
    world().provider.sits({
      sub: 'boss',
      email: last.email,
      email_verified: true,
      groups: ['admins'],
    });
    expect((await signIn()).body).toMatchObject({
      session: { user: { id: last.id, role: 'admin' } },
    });
  });

  it('reads the groups from the user info where the token has none', async () => {
    world().provider.sits({ sub: 'dewi' });
    const { sub: _sub, ...told } = person('dewi', ['finance']);
    world().provider.twists({ userInfo: told });
    expect((await signIn()).body).toMatchObject({ session: { user: { name: 'Dewi' } } });
    world().provider.twists({ userInfo: { ...told, sub: 'somebody else' } });
    expectRefused(await signIn(), 422, 'TOKEN_INVALID');
  });

  it('can be forgotten of a person, who is then known by the address again', async () => {
    const { id } = await personNamed('dewi');
    world().provider.sits(person('dewi', ['finance']));
    const cookie = sessionOf(await signIn());
    expect(await world().admin(`DELETE /v1/users/${id}/identity`)).toMatchObject([204, undefined]);
    expect((await me(cookie)).status).toBe(401);
    const again = await world().admin(`DELETE /v1/users/${id}/identity`);
    expect(again).toMatchObject([409, { code: 'IDENTITY_MISSING' }]);
    world().provider.sits({ ...person('dewi', ['finance']), sub: 'another account of dewi' });
    expect((await signIn()).body).toMatchObject({ session: { user: { id } } });
  });

  it('ends with its session, and all end when the provider is switched off', async () => {
    world().provider.sits(person('dewi', ['finance']));
    await world().admin(`DELETE /v1/users/${(await personNamed('dewi')).id}/identity`);
    const [first, second] = [await signIn(), await signIn()];
    const out = await asSession(first, 'DELETE /v1/session');
    expect([out.status, (await me(sessionOf(first))).status]).toEqual([204, 401]);
    await turn(false);
    expect((await me(sessionOf(second))).status).toBe(401);
    expectRefused(await begin(), 409, 'PROVIDER_OFF');
    await turn(true);
    const [, front] = [0, (await world().open.api.send('GET', '/v1/front-door')).body];
    expect(front).toMatchObject({ providers: [{ id: world().providerId, name: SETTINGS.name }] });
  });
});

describe('a second factor', () => {
  it('counts when the provider asked for one, and is asked for here when it did not', async () => {
    await world().admin('PUT /v1/second-factor-rule', { roles: ['arClerk'] });
    world().provider.sits({ ...person('sri', ['finance']), amr: ['pwd', 'mfa'] });
    expect((await signIn()).body).toMatchObject({ session: { secondFactor: 'by-provider' } });
    world().provider.sits(person('sri', ['finance']));
    const bare = await signIn();
    expect(bare.body).toMatchObject({ session: { secondFactor: 'required' } });
    const refused = await asSession(bare, 'GET /v1/lifecycles');
    expectRefused(refused, 403, 'SECOND_FACTOR_REQUIRED');
    // No password is asked of who has just signed in at the provider.
    const begun = await asSession(bare, 'POST /v1/session/second-factor', {});
    expect(begun.status).toBe(201);
    const { secret } = begun.body as { secret: string };
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: nowMs() });
    const set = await asSession(bare, 'PUT /v1/session/second-factor', { code: code() });
    expect(set.status).toBe(200);

    const asked = await signIn();
    expectRefused(asked, 401, 'SECOND_FACTOR_NEEDED');
    const give = (given: string) =>
      world().open.api.send('POST', '/v1/session/provider-codes', {
        body: { code: given },
        headers: { cookie: cookieOf(asked) },
      });
    expectRefused(await give('000000'), 403, 'SECOND_FACTOR_WRONG');
    pass(30_000);
    const opened = await give(code());
    expect([opened.status, opened.body]).toMatchObject([200, { session: { secondFactor: 'set' } }]);
    await world().admin('PUT /v1/second-factor-rule', { roles: [] });
  });
});

describe('an approval', () => {
  it('needs a sign-in of the last minutes at the provider, which asks again', async () => {
    world().provider.sits({ ...person('chief', ['admins']), amr: ['mfa'] });
    const session = await signIn();
    const add = () =>
      asSession(session, 'POST /v1/users', {
        email: `${randomUUID()}@example.test`,
        name: 'New',
        role: 'auditor',
      });
    expect((await add()).status).toBe(201);
    pass(16 * 60_000);
    expectRefused(await add(), 403, 'PASSWORD_NEEDED');
    const byPassword = await asSession(session, 'POST /v1/session/password-check', {
      password: 'x',
    });
    expectRefused(byPassword, 403, 'PROVIDER_NEEDED');

    const soon = (c: Readonly<Record<string, unknown>>) => ({
      ...c,
      auth_time: Math.floor(nowMs() / 1_000),
    });
    expectRefused(await check(session), 422, 'SIGN_IN_NOT_FRESH');
    expect(world().provider.asked[0]?.get('prompt')).toBe('login');
    world().provider.twists({ claims: ({ auth_time: _t, ...c }) => c });
    expectRefused(await check(session), 422, 'SIGN_IN_NOT_FRESH');
    world().provider.sits(person('sri', ['finance']));
    world().provider.twists({ claims: soon });
    expectRefused(await check(session), 403, 'IDENTITY_OF_ANOTHER');
    expectRefused(await add(), 403, 'PASSWORD_NEEDED');
    world().provider.sits(person('chief', ['admins']));
    const proven = await check(session);
    expect([proven.status, proven.body]).toMatchObject([200, { purpose: 'check', test: null }]);
    expect((await add()).status).toBe(201);
  });
});

describe('a provider that is required', () => {
  it('leaves passwords to administrators and people of agencies', async () => {
    const put = `PUT /v1/identity-providers/${world().providerId}`;
    const { arManager, admin: chief } = world().open.shop.users;
    const byPassword = ({ email, password }: Readonly<{ email: string; password: string }>) =>
      world().open.api.send('POST', '/v1/session', { body: { email, password } });
    expect((await byPassword(arManager)).status).toBe(201);
    await world().admin(put, { ...SETTINGS, issuer: world().provider.issuer, required: true });
    expectRefused(await byPassword(arManager), 403, 'PROVIDER_NEEDED');
    expectRefused(await byPassword({ ...arManager, password: 'wrong' }), 401, 'LOGIN_FAILED');
    expect((await byPassword(chief)).status).toBe(201);
    const used = await world().admin(`DELETE /v1/identity-providers/${world().providerId}`);
    expect(used).toMatchObject([409, { code: 'PROVIDER_IN_USE' }]);
    await world().admin(put, { ...SETTINGS, issuer: world().provider.issuer });
  });
});
