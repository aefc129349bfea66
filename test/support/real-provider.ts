import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, exportJWK } from 'jose';
import { Provider } from 'oidc-provider';
import { closedAfterTest } from './left-open.js';

export type RealProvider = Readonly<{
  issuer: string;
  /** Goes through its pages as a browser does, with its cookies, until it leads away from it. */
  visit: (url: string) => Promise<URL>;
  close: () => Promise<void>;
}>;

type Wish = Readonly<{
  client: Readonly<{ id: string; secret: string; redirectUri: string }>;
  /** Whom it lets in, and what it says of the person. */
  person: Readonly<{ sub: string }> & Readonly<Record<string, unknown>>;
}>;

/**
 * An identity provider that others have written, certified for OpenID Connect, on a free port of this machine. It lets
 * its one person in without asking, and says e-mail and groups in its user info alone, as the standard wants it.
 */
export async function startRealProvider({ client, person }: Wish): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: ['of one test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups', 'name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: () => '/let-in' },
    findAccount: () => ({ accountId: person.sub, claims: () => person }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ accountId: person.sub, clientId: client.id });
      grant.addOIDCScope(String(oidc.params['scope']));
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/let-in') !== true) {
      answer(request, response);
      return;
    }
    const result = { login: { accountId: person.sub, amr: ['pwd', 'mfa'] } };
    void provider.interactionFinished(request, response, result);
  });
  return {
    issuer,
    visit: (url) => visit(url, issuer),
    close: closedAfterTest(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  };
}

const STEPS_MAX = 10;

async function visit(url: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let step = 0; step < STEPS_MAX && next.origin === issuer; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';', 1)[0] ?? '').split('=', 2);
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider stays: ${await answer.text()}`);
    next = new URL(location, next);
  }
  return next;
}
