import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../domain/refusal.js';
import type { KeyReader } from './keys.js';
import type { Principal } from './principal.js';
import { sessionCookieName, type SecureCookies } from './session-cookie.js';
import type { Sessions } from './sessions.js';

/** A longer credential is not one of ours. */
const CREDENTIAL_MAX_LENGTH = 512;

/**
 * Finds out who sends this request. A bearer token takes precedence over a cookie.
 *
 * @throws Refusal `CREDENTIAL_REQUIRED` when there is none, `CREDENTIAL_INVALID` when it is not valid.
 */
export async function authenticate(
  request: IncomingMessage,
  {
    keys,
    sessions,
    secureCookies,
  }: Readonly<{ keys: KeyReader; sessions: Sessions; secureCookies: SecureCookies }>,
): Promise<Principal> {
  const { authorization } = request.headers;
  const sessionToken = sessionTokenOf(request, secureCookies);
  if (authorization === undefined && sessionToken === undefined) {
    throw new Refusal({
      code: 'CREDENTIAL_REQUIRED',
      detail: 'Send Authorization: Bearer <key>, or sign in with POST /v1/session.',
    });
  }
  const principal =
    authorization === undefined
      ? await sessions.read(sessionToken ?? '')
      : await keys(bearerOf(authorization));
  if (principal !== undefined) return principal;
  throw new Refusal({
    code: 'CREDENTIAL_INVALID',
    detail: 'The credential is unknown, has ended or was revoked.',
  });
}

/** The token of the session cookie, if there is one. */
export function sessionTokenOf(
  request: IncomingMessage,
  secure: SecureCookies,
): string | undefined {
  const token = cookieOf(request, sessionCookieName(secure));
  return token === undefined || token.length > CREDENTIAL_MAX_LENGTH ? undefined : token;
}

/** The first cookie of this name. */
export function cookieOf({ headers }: IncomingMessage, wanted: string): string | undefined {
  for (const cookie of headers.cookie?.split(';') ?? []) {
    const [name, value] = cookie.trim().split('=', 2);
    if (name === wanted && value !== undefined) return value;
  }
  return undefined;
}

function bearerOf(authorization: string): string {
  const token = /^Bearer +(?<token>\S+)$/i.exec(authorization)?.groups?.['token'] ?? '';
  return token.length <= CREDENTIAL_MAX_LENGTH ? token : '';
}
