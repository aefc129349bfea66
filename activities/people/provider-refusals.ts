import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { Refusal } from '../../domain/refusal.js';
import { AddressRefused } from '../../platform/outside-address.js';

/** What was read: the description of the provider, or its answer to one sign-in. */
export type ReadOfProvider = 'description' | 'answer';

/**
 * Why a provider's word does not count, in the codes of the contract: `PROVIDER_ADDRESS_REFUSED`,
 * `PROVIDER_UNREACHABLE`, `PROVIDER_ANSWER_WRONG`, `SIGN_IN_CANCELLED`, `SIGN_IN_CODE_REFUSED`, `SIGN_IN_NOT_FRESH`,
 * `TOKEN_AUDIENCE_WRONG`, `TOKEN_UNSIGNED`, `TOKEN_NONCE_WRONG`, `TOKEN_INVALID`. What is no fault of the provider comes
 * back as it is.
 */
export function refusalOfProvider(error: unknown, read: ReadOfProvider): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof AuthorizationResponseError) return notSignedIn(error.error);
  if (error instanceof ResponseBodyError) return tokenRefused(error.error);
  const causes = causesOf(error);
  const refused = causes.find((cause) => cause instanceof AddressRefused);
  if (refused !== undefined) {
    const detail = `The address of the provider is not used: ${refused.reason}.`;
    return new Refusal({ code: 'PROVIDER_ADDRESS_REFUSED', param: 'issuer', detail });
  }
  const code = codeOf(error);
  if (code === undefined && !(error instanceof ClientError)) return error;
  if (isNoAnswer(code, causes)) {
    const detail = 'The identity provider does not answer. Try again in a moment.';
    return new Refusal({ code: 'PROVIDER_UNREACHABLE', detail });
  }
  return read === 'answer' ? tokenFault(code, causes) : wrongAnswer();
}

/** What people and providers call no: RFC 6749 and OpenID Connect Core, 3.1.2.6. */
const NO = ['access_denied', 'login_required', 'interaction_required', 'consent_required'];
const LATER = ['temporarily_unavailable', 'server_error'];

function notSignedIn(said: string): Refusal {
  if (NO.includes(said)) {
    const detail = 'The sign-in was cancelled at the provider.';
    return new Refusal({ code: 'SIGN_IN_CANCELLED', detail });
  }
  if (LATER.includes(said)) {
    const detail = 'The identity provider cannot answer now. Try again in a moment.';
    return new Refusal({ code: 'PROVIDER_UNREACHABLE', detail });
  }
  return wrongAnswer();
}

function tokenRefused(said: string): Refusal {
  if (said === 'invalid_grant') {
    const detail =
      'The provider does not take its code: it is good once, for a short time. Begin again.';
    return new Refusal({ code: 'SIGN_IN_CODE_REFUSED', detail });
  }
  const detail = 'The provider refuses Lunas: client id, secret or redirect address differ there.';
  return new Refusal({ code: 'PROVIDER_ANSWER_WRONG', detail });
}

function wrongAnswer(): Refusal {
  const detail =
    'The provider does not answer as OpenID Connect says: are issuer and client right?';
  return new Refusal({ code: 'PROVIDER_ANSWER_WRONG', param: 'issuer', detail });
}

type Facts = Readonly<Record<string, unknown>>;

/** The ID token does not hold. The library names the claim, or shows the head of the token. */
function tokenFault(code: string | undefined, causes: readonly Facts[]): Refusal {
  const claim = causes.find((cause) => typeof cause['claim'] === 'string')?.['claim'];
  if (claim === 'aud' || claim === 'azp')
    return token('TOKEN_AUDIENCE_WRONG', 'The ID token was made for another application.');
  if (claim === 'nonce')
    return token('TOKEN_NONCE_WRONG', 'The ID token is not of the sign-in that began here.');
  if (claim === 'auth_time' || causes.some(({ message }) => /auth_time/.test(String(message))))
    return token('SIGN_IN_NOT_FRESH', 'The provider did not ask again who you are.');
  if (causes.some((cause) => algorithmIn(cause) === 'none'))
    return token('TOKEN_UNSIGNED', 'The ID token is not signed.');
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED')
    return token('TOKEN_INVALID', 'The ID token has ended, or the clocks are too far apart.');
  return token('TOKEN_INVALID', 'The ID token does not hold: signature, issuer or form are wrong.');
}

function token(code: string, detail: string): Refusal {
  return new Refusal({ code, detail });
}

function algorithmIn({ alg, header }: Facts): unknown {
  return alg ?? (header as Facts | undefined)?.['alg'];
}

/** Codes of the library for time that is over; without a code it is the connection. */
const TOO_LATE: ReadonlySet<unknown> = new Set([undefined, 'OAUTH_TIMEOUT', 'OAUTH_ABORT']);
const BROKEN_FROM = 500;

/** The library gives its own errors a code; some come as they are, and not wrapped. */
function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('OAUTH_') ? code : undefined;
}

function isNoAnswer(code: string | undefined, causes: readonly Facts[]): boolean {
  const status = causes.find((cause) => cause instanceof Response)?.['status'];
  return TOO_LATE.has(code) || (typeof status === 'number' && status >= BROKEN_FROM);
}

const CAUSES_MAX = 5;

/** The error, what caused it, and so on: the library wraps what it found in errors of its own. */
function causesOf(error: unknown): readonly (Facts & object)[] {
  const causes: (Facts & object)[] = [];
  let next: unknown = error;
  while (typeof next === 'object' && next !== null && causes.length < CAUSES_MAX) {
    causes.push(next as Facts & object);
    next = (next as Facts)['cause'];
  }
  return causes;
}
