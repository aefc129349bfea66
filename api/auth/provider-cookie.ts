import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { SealingKeys } from '../../activities/people/second-factor.js';
import { sealSecret, unsealSecret } from '../../platform/sealed-secret.js';
import { cookieOf } from './authenticate.js';
import type { SecureCookies } from './session-cookie.js';

/** So long a sign-in at a provider may take, with everything it asks. */
const GOOD_FOR_MS = 10 * 60_000;

const common = { providerId: z.string(), returnTo: z.string(), startedAtMs: z.number() };
const begun = {
  ...common,
  checks: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() }),
};

/**
 * A sign-in at an identity provider that this browser has begun: to come in, to prove again who one is, to try the
 * provider; or one that the provider has answered and that lacks the code of the second factor.
 */
const providerSignIn = z.discriminatedUnion('purpose', [
  z.strictObject({ purpose: z.literal('sign-in'), ...begun }),
  z.strictObject({
    purpose: z.literal('check'),
    ...begun,
    userId: z.string(),
    sessionId: z.string(),
  }),
  z.strictObject({
    purpose: z.literal('test'),
    ...begun,
    userId: z.string(),
    version: z.number(),
  }),
  z.strictObject({ purpose: z.literal('code'), ...common, userId: z.string() }),
]);

export type ProviderSignIn = z.infer<typeof providerSignIn>;
export type BegunSignIn = Exclude<ProviderSignIn, { purpose: 'code' }>;
export type LacksCode = Extract<ProviderSignIn, { purpose: 'code' }>;

/** What another secret of ours is not: it cannot be taken for a cookie, nor a cookie for it. */
const BELONGS_TO = 'sign-in-by-provider';

function nameOf(secure: SecureCookies): string {
  return secure === 'always' ? '__Host-lunas_provider' : 'lunas_provider';
}

type Parts = Readonly<{ secureCookies: SecureCookies; sealingKeys: SealingKeys }>;

/**
 * The cookie that keeps a sign-in between its two halves: sealed, so that nobody reads or writes it; only pages of ours
 * send it; it ends after some minutes.
 */
export function providerCookie(
  signIn: ProviderSignIn,
  { secureCookies, sealingKeys: [key] }: Parts,
): string {
  const sealed = sealSecret(JSON.stringify(signIn), { key, belongsTo: BELONGS_TO });
  const value = Buffer.from(sealed).toString('base64url');
  return written(value, secureCookies, GOOD_FOR_MS / 1_000);
}

export function endedProviderCookie(secureCookies: SecureCookies): string {
  return written('', secureCookies, 0);
}

function written(value: string, secure: SecureCookies, seconds: number): string {
  const tls = secure === 'always' ? '; Secure' : '';
  return `${nameOf(secure)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${tls}`;
}

/** The sign-in that this browser has begun; undefined when there is none, or it is over. */
export function providerSignInOf(
  request: IncomingMessage,
  { secureCookies, sealingKeys: keys, nowMs }: Parts & Readonly<{ nowMs: number }>,
): ProviderSignIn | undefined {
  const value = cookieOf(request, nameOf(secureCookies));
  if (value === undefined) return undefined;
  const signIn = opened(value, keys);
  const ageMs = nowMs - (signIn?.startedAtMs ?? 0);
  return ageMs >= 0 && ageMs < GOOD_FOR_MS ? signIn : undefined;
}

function opened(value: string, keys: SealingKeys): ProviderSignIn | undefined {
  try {
    const text = unsealSecret(Buffer.from(value, 'base64url'), { keys, belongsTo: BELONGS_TO });
    return providerSignIn.parse(JSON.parse(text));
  } catch {
    // Another key, or a hand: either way it is no sign-in of ours.
    return undefined;
  }
}
