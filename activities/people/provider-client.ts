import * as oidc from 'openid-client';
import type { Claims } from '../../domain/people/provider-claims.js';
import { Refusal } from '../../domain/refusal.js';
import type { AddressRules } from '../../platform/outside-address.js';
import { fetchOutside, OUTSIDE_ANSWERS_WITHIN_MS } from '../../platform/outside-fetch.js';
import { refusalOfProvider } from './provider-refusals.js';

/** How an identity provider is reached; the secret is in clear. */
export type ProviderAccess = Readonly<{
  id: string;
  /** Grows with each change of what stands here. */
  version: number;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
}>;

/** What the answer of one sign-in is held against: whoever has not begun it cannot know them. */
export type SignInChecks = Readonly<{ state: string; nonce: string; verifier: string }>;

export type SignInWish = Readonly<{
  access: ProviderAccess;
  redirectUri: string;
  /** Asks the provider to ask its person again, even where it knows who it is. */
  anew: 'asked-again' | 'as-it-likes';
}>;

export type ProviderAnswer = SignInWish & Readonly<{ query: string; checks: SignInChecks }>;

export type ProviderClient = Readonly<{
  /** Where the person signs in. @throws Refusal `PROVIDER_ADDRESS_REFUSED`, `PROVIDER_UNREACHABLE`, `PROVIDER_ANSWER_WRONG` */
  begin: (wish: SignInWish) => Promise<Readonly<{ url: string; checks: SignInChecks }>>;
  /** What the provider says of who has signed in there. @throws Refusal as `refusalOfProvider` lists them */
  finish: (answer: ProviderAnswer) => Promise<Claims>;
}>;

/** How far the provider's clock may be from ours. */
const CLOCKS_APART_MAX_S = 30;
/** The description of a provider changes with its keys and its version. */
const DESCRIPTION_GOOD_FOR_MS = 10 * 60_000;
/** Whoever was asked again has at most so long; that it was after the beginning is checked beside it. */
const ASKED_AGAIN_WITHIN_S = 15 * 60;

type Known = Readonly<{
  version: number;
  config: Promise<oidc.Configuration>;
  readAtMs: number;
}>;

/**
 * Speaks OpenID Connect (Core 1.0) with identity providers: authorization code with PKCE (RFC 7636), state and nonce.
 * The library validates the answer, and the signature of the ID token. Each call goes to an address that was judged.
 */
export function createProviderClient({
  rules,
  realTimeMs,
}: Readonly<{ rules: AddressRules; realTimeMs: () => number }>): ProviderClient {
  const known = new Map<string, Known>();
  const configOf = (access: ProviderAccess): Promise<oidc.Configuration> => {
    const { id, version } = access;
    const found = known.get(id);
    const isGood =
      found?.version === version && realTimeMs() - found.readAtMs < DESCRIPTION_GOOD_FOR_MS;
    if (found !== undefined && isGood) return found.config;
    const config = discover(access, rules);
    known.set(id, { version, config, readAtMs: realTimeMs() });
    config.catch(() => known.delete(id));
    return config;
  };
  return {
    begin: async (wish) => begin(await configOf(wish.access), wish, rules),
    finish: async (answer) => finish(await configOf(answer.access), answer),
  };
}

/** Reads what the provider says of itself. @throws Refusal as `begin` */
async function discover(access: ProviderAccess, rules: AddressRules): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = access;
  const fetchJudged: oidc.CustomFetch = (url, { method, headers, body }) =>
    fetchOutside(url, { method, headers, body: formIn(body) }, rules);
  // That the address has TLS, or is this machine of a developer, is judged there.
  const judged = rules.environment === 'development' ? [oidc.allowInsecureRequests] : [];
  try {
    return await oidc.discovery(
      new URL(issuer),
      clientId,
      { [oidc.clockTolerance]: CLOCKS_APART_MAX_S },
      secretInTheWayOf(clientSecret),
      {
        [oidc.customFetch]: fetchJudged,
        timeout: OUTSIDE_ANSWERS_WITHIN_MS / 1_000,
        execute: [...judged, oidc.enableNonRepudiationChecks],
      },
    );
  } catch (error) {
    throw refusalOfProvider(error, 'description');
  }
}

/** What the library sends is a form. */
function formIn(body: unknown): string | undefined {
  return body instanceof URLSearchParams ? body.toString() : undefined;
}

/** The secret goes as the provider wants it: in the header, which is what OpenID Connect takes for granted, or the body. */
function secretInTheWayOf(secret: string): oidc.ClientAuth {
  const inHeader = oidc.ClientSecretBasic(secret);
  const inBody = oidc.ClientSecretPost(secret);
  // oxlint-disable-next-line max-params -- the signature is the library's
  return (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: ways = ['client_secret_basic'] } = server;
    const write = ways.includes('client_secret_basic') ? inHeader : inBody;
    write(server, client, body, headers);
  };
}

async function begin(
  config: oidc.Configuration,
  { access, redirectUri, anew }: SignInWish,
  { environment }: AddressRules,
) {
  const checks = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const url = urlAtProvider(config, {
    redirect_uri: redirectUri,
    scope: access.scopes,
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(anew === 'asked-again' ? { prompt: 'login', max_age: '0' } : {}),
  });
  const isPlain = environment === 'development' && url.protocol === 'http:';
  // The browser opens it: it must be an address, and no script.
  if (url.protocol === 'https:' || isPlain) return { url: url.href, checks };
  const detail = 'The page at which the provider lets people sign in is not https.';
  throw new Refusal({ code: 'PROVIDER_ANSWER_WRONG', detail });
}

function urlAtProvider(config: oidc.Configuration, fields: Record<string, string>): URL {
  try {
    return oidc.buildAuthorizationUrl(config, fields);
  } catch (error) {
    throw refusalOfProvider(error, 'description');
  }
}

async function finish(
  config: oidc.Configuration,
  { redirectUri, query, checks, anew }: ProviderAnswer,
): Promise<Claims> {
  const answered = new URL(redirectUri);
  answered.search = query;
  if (answered.searchParams.get('state') !== checks.state) {
    const detail = 'This answer is not of the sign-in that began here: begin again.';
    throw new Refusal({ code: 'SIGN_IN_STATE_MISMATCH', param: 'query', detail });
  }
  try {
    const tokens = await oidc.authorizationCodeGrant(config, answered, {
      pkceCodeVerifier: checks.verifier,
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
      ...(anew === 'asked-again' ? { maxAge: ASKED_AGAIN_WITHIN_S } : {}),
    });
    const claims: Claims = tokens.claims() ?? {};
    return { ...(await moreOf(config, claims, tokens.access_token)), ...claims };
  } catch (error) {
    throw refusalOfProvider(error, 'answer');
  }
}

/** What the provider says only when it is asked with the access token; the library holds it to the same person. */
async function moreOf(
  config: oidc.Configuration,
  { sub, email, email_verified: isVerified }: Claims,
  accessToken: string,
): Promise<Claims> {
  const isSaid = email !== undefined && isVerified !== undefined;
  if (isSaid || config.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(config, accessToken, String(sub));
}
