import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RouteContract } from '../../contract/route.js';
import { notFound, Refusal } from '../../domain/refusal.js';
import type { Principal } from './principal.js';

/**
 * Checks whether a caller may use a route.
 *
 * A partner gets 404 for every id of others, so that it cannot learn what exists.
 *
 * @throws Refusal `NOT_FOUND`, `ROLE_FORBIDDEN`, `SCOPE_FORBIDDEN`, `PERSON_REQUIRED`, `PASSWORD_NEEDED`, `CSRF_TOKEN_INVALID`.
 */
export function admit(
  principal: Principal,
  route: RouteContract,
  { request, nowMs }: Readonly<{ request: IncomingMessage; nowMs: number }>,
): void {
  const { access } = route;
  if (access.kind === 'roles') {
    if (!access.roles.includes(principal.role)) throw outsiderRefusal(principal, route);
    if (principal.scopes.length > 0 && !principal.scopes.includes(access.scope)) {
      throw new Refusal({
        code: 'SCOPE_FORBIDDEN',
        detail: `This key is narrowed to other things than ${access.scope}.`,
      });
    }
    if (access.person === true && principal.actor.kind !== 'user') {
      throw new Refusal({
        code: 'PERSON_REQUIRED',
        detail: 'This key belongs to nobody. Use the key of a person, or sign in.',
      });
    }
  }
  if (access.kind === 'roles' && access.freshPassword === true) checkPassword(principal, nowMs);
  if (route.method !== 'get' && principal.session !== undefined)
    checkCsrfToken(principal.session.csrfToken, request.headers['x-csrf-token']);
}

/** An approval must come from its person, not from whoever finds the screen open. */
const PASSWORD_GOOD_FOR_MS = 15 * 60_000;

function checkPassword({ session }: Principal, nowMs: number): void {
  if (session === undefined) return;
  if (nowMs - Date.parse(session.passwordAt) < PASSWORD_GOOD_FOR_MS) return;
  throw new Refusal({
    code: 'PASSWORD_NEEDED',
    detail: `An approval needs your password of the last ${PASSWORD_GOOD_FOR_MS / 60_000} minutes: send it to POST /v1/session/password-check, then approve again.`,
  });
}

function outsiderRefusal({ role }: Principal, { params }: RouteContract): Refusal {
  if (role === 'partner' && params !== undefined) return notFound();
  return new Refusal({
    code: 'ROLE_FORBIDDEN',
    detail: `The role ${role} may not do this.`,
  });
}

/** A foreign page can make a browser send our cookie, but it cannot read the token of the session. */
function checkCsrfToken(expected: string, sent: string | string[] | undefined): void {
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  const wanted = Buffer.from(expected);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new Refusal({
    code: 'CSRF_TOKEN_INVALID',
    param: 'X-CSRF-Token',
    detail: 'Send the csrfToken of GET /v1/session in the header X-CSRF-Token.',
  });
}
