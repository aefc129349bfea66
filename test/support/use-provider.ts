import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../api/limits.js';
import type { Received } from './api-client.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type IdentityProvider,
} from './identity-provider.js';
import { office, type Office } from './office.js';
import { openShop, type OpenShop } from './open-shop.js';

export const PUBLIC_URL = 'http://127.0.0.1:3999';

const ROLES = [
  { group: 'finance', role: 'arClerk' },
  { group: 'heads', role: 'arManager' },
  { group: 'till-jkt', role: 'cashier', store: 'JKT1' },
  { group: 'admins', role: 'admin' },
] as const;

/** What is said of a provider, but for its issuer and its secret. */
export const SETTINGS = {
  name: 'Company account',
  clientId: CLIENT_ID,
  scopes: 'openid email groups',
  admits: 'everybody',
  roles: ROLES,
} as const;

type World = Readonly<{
  open: OpenShop;
  provider: IdentityProvider;
  admin: Office;
  providerId: string;
}>;
type Wish = Readonly<{ returnTo?: string; providerId?: string }>;

/** A shop with an identity provider that was added and not tried yet, for all tests of this file. */
export function useProvider() {
  let world: World;
  let aheadMs = 0;
  beforeAll(async () => {
    world = await begun(() => Date.now() + aheadMs);
  });
  afterAll(async () => {
    await world.open.close();
    await world.provider.close();
  });
  afterEach(() => world.provider.twists({}));
  const calls = callsOf(() => world);
  return {
    ...calls,
    world: () => world,
    /** Lets machine time pass. */
    pass: (ms: number): void => {
      aheadMs += ms;
    },
    /** The clock of the machine. */
    nowMs: () => Date.now() + aheadMs,
  };
}

async function begun(realTimeMs: () => number): Promise<World> {
  const limits = { ...API_LIMITS, loginsPerSecond: 1_000 };
  const [open, provider] = await Promise.all([
    openShop({ realTimeMs, limits, publicUrl: PUBLIC_URL }),
    startIdentityProvider(),
  ]);
  const admin = office(open.api, open.shop.tokens.admin);
  const body = { ...SETTINGS, issuer: provider.issuer, clientSecret: CLIENT_SECRET };
  const [, added] = await admin('POST /v1/identity-providers', body);
  return { open, provider, admin, providerId: (added as { id: string }).id };
}

function callsOf(world: () => World) {
  const begin = (wish: Wish = {}): Promise<Received> => {
    const body = { providerId: world().providerId, ...wish };
    return world().open.api.send('POST', '/v1/session/provider-sign-ins', { body });
  };
  const handIn = (query: string, cookie: string | undefined): Promise<Received> => {
    const headers = cookie === undefined ? {} : { cookie };
    const { api } = world().open;
    return api.send('POST', '/v1/session/provider-answers', { body: { query }, headers });
  };
  const goOn = async (started: Received): Promise<Received> => {
    if (started.status !== 200)
      throw new Error(`it did not begin: ${JSON.stringify(started.body)}`);
    return handIn(await throughProvider(started), cookieOf(started));
  };
  const tryIt = async (id = world().providerId): Promise<Received> => {
    const as = world().open.shop.tokens.admin;
    return goOn(await world().open.api.send('POST', `/v1/identity-providers/${id}/tests`, { as }));
  };
  const turn = (active: boolean) =>
    world().admin(`POST /v1/identity-providers/${world().providerId}/switch`, { active });
  const asSession = async (signedIn: Received, call: string, body?: unknown): Promise<Received> => {
    const { csrfToken } = (signedIn.body as { session: { csrfToken: string } }).session;
    const headers = {
      cookie: sessionOf(signedIn),
      'x-csrf-token': csrfToken,
      'idempotency-key': randomUUID(),
    };
    const [method = '', path = ''] = call.split(' ');
    return world().open.api.send(method, path, { body, headers });
  };
  return {
    /** The four steps of a sign-in, one by one. */
    begin,
    handIn,
    goOn,
    signIn: async (wish: Wish = {}) => goOn(await begin(wish)),
    /** The administrator tries the provider. */
    tryIt,
    turn,
    asSession,
    /** Proves at the provider again who it is. */
    check: async (session: Received) =>
      goOn(await asSession(session, 'POST /v1/session/provider-checks', {})),
    me: (cookie: string) => world().open.api.send('GET', '/v1/session', { headers: { cookie } }),
    personNamed: (name: string) =>
      world().open.database.prisma.appUser.findUniqueOrThrow({
        where: { email: `${name}@example.test` },
      }),
  };
}

/** What the provider says of somebody. */
export function person(name: string, groups: readonly string[]) {
  const shown = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { sub: name, name: shown, email: `${name}@example.test`, email_verified: true, groups };
}

/** What the provider leads back with. */
export async function throughProvider(started: Received): Promise<string> {
  const { url } = started.body as { url: string };
  const answer = await fetch(url, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').search;
}

/** The cookie of the sign-in that goes on. */
export function cookieOf({ headers }: Received): string {
  const set = headers.getSetCookie().filter((cookie) => cookie.startsWith('lunas_provider='));
  return set.at(-1)?.split(';', 1)[0] ?? '';
}

export function sessionOf({ headers }: Received): string {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith('lunas_session='));
  return set?.split(';', 1)[0] ?? '';
}

export function expectRefused({ status, body }: Received, expected: number, code: string): void {
  expect([status, body]).toMatchObject([expected, { code }]);
}
