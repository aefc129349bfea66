import { randomBytes, randomUUID } from 'node:crypto';
import { providerCookie } from '../../../api/auth/provider-cookie.js';
import { Secret as SecretText } from '../../../platform/secret.js';
import { startApi, type Received } from '../../support/api-client.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type Twist,
} from '../../support/identity-provider.js';
import { startRealProvider } from '../../support/real-provider.js';
import {
  cookieOf,
  expectRefused,
  person,
  PUBLIC_URL,
  SETTINGS,
  throughProvider,
  useProvider,
} from '../../support/use-provider.js';

const { world, pass, begin, handIn, signIn, tryIt, turn } = useProvider();

const A_KEY = randomBytes(32);
const A_SIGN_IN = {
  purpose: 'code',
  providerId: randomUUID(),
  userId: randomUUID(),
  returnTo: '/',
  startedAtMs: 0,
} as const;

beforeAll(async () => {
  world().provider.sits(person('sri', ['finance']));
  await tryIt();
  await turn(true);
});

describe('a provider that lies, or fails', () => {
  const lies: readonly (readonly [string, Twist, string])[] = [
    ['an ID token that is not signed', { signs: 'none' }, 'TOKEN_UNSIGNED'],
    ['a key that is not the provider’s', { signs: 'other' }, 'TOKEN_INVALID'],
    ['another audience', { claims: (c) => ({ ...c, aud: 'others' }) }, 'TOKEN_AUDIENCE_WRONG'],
    [
      'two audiences, the other one meant',
      { claims: (c) => ({ ...c, aud: [CLIENT_ID, 'x'], azp: 'x' }) },
      'TOKEN_AUDIENCE_WRONG',
    ],
    ['another nonce', { claims: (c) => ({ ...c, nonce: 'another' }) }, 'TOKEN_NONCE_WRONG'],
    ['another issuer', { claims: (c) => ({ ...c, iss: 'https://x.test' }) }, 'TOKEN_INVALID'],
    [
      'a token that has ended',
      { claims: (c) => ({ ...c, exp: Date.now() / 1_000 - 90 }) },
      'TOKEN_INVALID',
    ],
    ['a token of nobody', { claims: ({ sub: _sub, ...c }) => c }, 'TOKEN_INVALID'],
    ['a person who cancels', { error: 'access_denied' }, 'SIGN_IN_CANCELLED'],
    ['an error of its own', { error: 'server_error' }, 'PROVIDER_UNREACHABLE'],
  ];
  it.each(lies)('lets nobody in with %s', async (_name, twist, code) => {
    world().provider.sits(person('sri', ['finance']));
    world().provider.twists(twist);
    expectRefused(await signIn(), code === 'PROVIDER_UNREACHABLE' ? 503 : 422, code);
    const log = await world().open.database.prisma.signIn.findFirst({ orderBy: { id: 'desc' } });
    expect(log).toMatchObject({
      kind: 'provider-refused',
      reason: code,
      providerId: world().providerId,
    });
  });

  it('takes a clock that is a little off, and no more', async () => {
    world().provider.sits(person('sri', ['finance']));
    world().provider.twists({
      claims: (c) => ({ ...c, exp: Math.floor(Date.now() / 1_000) - 10 }),
    });
    expect((await signIn()).status).toBe(200);
  });

  it('is of no use while it is down, slow, or no provider', async () => {
    const elsewhere = await startIdentityProvider();
    const add = { ...SETTINGS, issuer: elsewhere.issuer, clientSecret: CLIENT_SECRET };
    const [, { id }] = (await world().admin('POST /v1/identity-providers', add)) as [
      number,
      { id: string },
    ];
    const attempt = () => world().admin(`POST /v1/identity-providers/${id}/tests`);
    elsewhere.twists({ description: (d) => ({ ...d, issuer: 'https://x.test' }) });
    expect(await attempt()).toMatchObject([422, { code: 'PROVIDER_ANSWER_WRONG' }]);
    elsewhere.twists({
      description: (d) => ({ ...d, authorization_endpoint: 'javascript:alert(1)' }),
    });
    expect(await attempt()).toMatchObject([422, { code: 'PROVIDER_ANSWER_WRONG' }]);
    await world().admin(`PUT /v1/identity-providers/${id}`, { ...add, clientId: 'anew' });
    elsewhere.twists({ delayMs: 30_000 });
    expect(await attempt()).toMatchObject([503, { code: 'PROVIDER_UNREACHABLE' }]);
    await elsewhere.close();
    expect(await attempt()).toMatchObject([503, { code: 'PROVIDER_UNREACHABLE' }]);
  });

  it('is not followed to an address inside of our network', async () => {
    const elsewhere = await startIdentityProvider();
    elsewhere.twists({ description: (d) => ({ ...d, token_endpoint: 'http://10.0.0.7/token' }) });
    const add = { ...SETTINGS, issuer: elsewhere.issuer, clientSecret: CLIENT_SECRET };
    const [, { id }] = (await world().admin('POST /v1/identity-providers', add)) as [
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
    world().provider.sits(person('sri', ['finance']));
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
    pass(11 * 60_000);
    expectRefused(await handIn(lateQuery, cookieOf(late)), 422, 'SIGN_IN_EXPIRED');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'is not led to %s',
    async (returnTo) => {
      expectRefused(await begin({ returnTo }), 400, 'RETURN_ADDRESS_REFUSED');
    },
  );

  it('is not sent anywhere while nobody has said where the console is', async () => {
    const nowhere = await startApi(world().open.database, { publicUrl: undefined });
    const body = { providerId: world().providerId };
    const begun = await nowhere.send('POST', '/v1/session/provider-sign-ins', { body });
    expectRefused(begun, 409, 'PUBLIC_ADDRESS_MISSING');
    expect((await nowhere.send('GET', '/v1/front-door')).body).toMatchObject({ providers: [] });
    await nowhere.close();
  });

  it('is sent to no address of our own network in production', async () => {
    const as = world().open.shop.tokens.admin;
    const rules = { environment: 'production' } as const;
    const codecKey = new SecretText(randomBytes(32).toString('base64'));
    const strict = await startApi(world().open.database, { webhooks: { rules, codecKey } });
    const body = { ...SETTINGS, issuer: 'http://127.0.0.1:9/', clientSecret: 'x' };
    const headers = { 'idempotency-key': randomUUID() };
    const added = await strict.send('POST', '/v1/identity-providers', { as, body, headers });
    expectRefused(added, 422, 'PROVIDER_ADDRESS_REFUSED');
    await strict.close();
  });

  it('finds a cookie that no script and no other site uses', async () => {
    const [cookie = ''] = (await begin()).headers.getSetCookie();
    expect(cookie).toMatch(/Path=\/; HttpOnly; SameSite=Strict; Max-Age=600$/);
    expect(Buffer.from(cookie, 'base64').toString('latin1')).not.toContain(world().providerId);
    const sealed = providerCookie(A_SIGN_IN, { secureCookies: 'always', sealingKeys: [A_KEY] });
    expect(sealed).toMatch(/^__Host-lunas_provider=[\w-]+; Path=\/; HttpOnly; .*; Secure$/);
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
    const [, added] = await world().admin('POST /v1/identity-providers', settings);
    const { id } = added as { id: string };
    const as = world().open.shop.tokens.admin;
    const through = async (begun: Received) => {
      const landed = await real.visit((begun.body as { url: string }).url);
      expect(landed.origin + landed.pathname).toBe(redirectUri);
      return handIn(landed.search, cookieOf(begun));
    };
    const tried = await world().open.api.send('POST', `/v1/identity-providers/${id}/tests`, { as });
    expect((await through(tried)).body).toMatchObject({ test: { email: 'ratna@example.test' } });
    await world().admin(`POST /v1/identity-providers/${id}/switch`, { active: true });
    const begun = await begin({ providerId: id });
    expect((await through(begun)).body).toMatchObject({
      session: { user: { name: 'Ratna', role: 'arManager' }, provider: { id } },
    });
    await real.close();
  });
});
