import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { closedAfterTest } from './left-open.js';

export const CLIENT_ID = 'lunas';
export const CLIENT_SECRET = 'a secret that both sides know';

type Claims = Readonly<Record<string, unknown>>;

/** How a provider lies, or fails. */
export type Twist = Readonly<{
  /** Changes the claims of the ID token. */
  claims?: (claims: Claims) => Claims;
  /** `none`: not signed. `other`: signed with a key that it does not show. */
  signs?: 'none' | 'other';
  /** Answers so late, at every address. */
  delayMs?: number;
  /** Sends the person back with this error. */
  error?: string;
  /** Changes its description. */
  description?: (description: Claims) => Claims;
  /** The claims that only its user info tells. */
  userInfo?: Claims;
}>;

export type IdentityProvider = Readonly<{
  issuer: string;
  /** Who sits before it: what it says of the person who signs in from now on. */
  sits: (person: Claims) => void;
  twists: (twist: Twist) => void;
  /** What was asked of it at the door, the last first. */
  asked: URLSearchParams[];
  close: () => Promise<void>;
}>;

/**
 * An identity provider on a free port of this machine that lets in whoever sits before it, holds the client to PKCE and
 * to its redirect address, takes each code once, and lies when it is told to.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const keys = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Readonly<{ asked: URLSearchParams; person: Claims }>>();
  const asked: URLSearchParams[] = [];
  let person: Claims = {};
  let twist: Twist = {};
  let issuer = '';

  const tokenOf = async (asking: URLSearchParams, who: Claims): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const honest = {
      iss: issuer,
      aud: CLIENT_ID,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: asking.get('nonce'),
      ...who,
    };
    const claims = twist.claims?.(honest) ?? honest;
    if (twist.signs === 'none') return new UnsecuredJWT(claims).encode();
    const { privateKey } = twist.signs === 'other' ? stranger : keys;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
  };

  const answers: Readonly<Record<string, (request: Asked) => Promise<Answer>>> = {
    '/.well-known/openid-configuration': async () => {
      const description = {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'none'],
      };
      return json(200, twist.description?.(description) ?? description);
    },
    '/jwks': async () => json(200, { keys: [jwk] }),
    '/authorize': async ({ query }) => {
      asked.unshift(query);
      const back = new URL(query.get('redirect_uri') ?? '');
      back.searchParams.set('state', query.get('state') ?? '');
      if (twist.error !== undefined) back.searchParams.set('error', twist.error);
      else {
        const code = randomUUID();
        codes.set(code, { asked: query, person });
        back.searchParams.set('code', code);
      }
      return { status: 302, headers: { location: back.href }, body: '' };
    },
    '/token': async ({ form, authorization }) => {
      if (!isClient(authorization)) return json(401, { error: 'invalid_client' });
      const code = form.get('code') ?? '';
      const given = codes.get(code);
      codes.delete(code);
      const proof = createHash('sha256').update(form.get('code_verifier') ?? '');
      const isProven =
        given?.asked.get('code_challenge') === proof.digest('base64url') &&
        given.asked.get('code_challenge_method') === 'S256' &&
        given.asked.get('redirect_uri') === form.get('redirect_uri');
      if (given === undefined || !isProven) return json(400, { error: 'invalid_grant' });
      const id_token = await tokenOf(given.asked, given.person);
      return json(200, { access_token: 'of this person', token_type: 'Bearer', id_token });
    },
    '/userinfo': async () => json(200, { sub: person['sub'], ...twist.userInfo }),
  };

  const server = createServer((request, response) => {
    void answer(request, response, { answers, delayMs: () => twist.delayMs ?? 0 });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    asked,
    sits: (next) => {
      person = next;
    },
    twists: (next) => {
      twist = next;
    },
    close: closedAfterTest(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  };
}

type Asked = Readonly<{
  query: URLSearchParams;
  form: URLSearchParams;
  authorization: string | undefined;
}>;
type Answer = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>;

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function isClient(authorization: string | undefined): boolean {
  const given = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString();
  return given === `${CLIENT_ID}:${encodeURIComponent(CLIENT_SECRET).replaceAll('%20', '+')}`;
}

type Answering = Readonly<{
  answers: Readonly<Record<string, (request: Asked) => Promise<Answer>>>;
  delayMs: () => number;
}>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { answers, delayMs }: Answering,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://provider.invalid');
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const asking = { query, form, authorization: request.headers.authorization };
  const given = (await answers[pathname]?.(asking)) ?? json(404, {});
  if (delayMs() > 0) await new Promise((resolve) => setTimeout(resolve, delayMs()).unref());
  response.writeHead(given.status, given.headers).end(given.body);
}
