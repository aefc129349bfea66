import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isClosedToSandbox, type RouteContract } from '../../contract/route.js';
import { notFound, Refusal } from '../../domain/refusal.js';
import type { Principal } from './principal.js';

/**
 * Checks whether a caller may use a route.
 *
 * A partner gets 404 for every id of others, so that it cannot learn what exists.
 *
 * @throws Refusal `NOT_FOUND`, `ROLE_FORBIDDEN`, `SCOPE_FORBIDDEN`, `PERSON_REQUIRED`, `PASSWORD_NEEDED`,
 * `SECOND_FACTOR_REQUIRED`, `SANDBOX_FORBIDDEN`, `CSRF_TOKEN_INVALID`.
 */
export function admit(
  principal: Principal,
  route: RouteContract,
  { request, nowMs }: Readonly<{ request: IncomingMessage; nowMs: number }>,
): void {
  const { access } = route;
  if (access.kind === 'roles') checkRole(principal, { ...route, access }, nowMs);
  if (principal.isSandbox === true && isClosedToSandbox(route)) {
    const detail = 'A sandbox terminal sells and reads; what would stay is closed to it.';
    throw new Refusal({ code: 'SANDBOX_FORBIDDEN', detail });
  }
  if (route.method !== 'get' && principal.session !== undefined)
    checkCsrfToken(principal.session.csrfToken, request.headers['x-csrf-token']);
}

type RoleAccess = Extract<RouteContract['access'], { kind: 'roles' }>;

function checkRole(
  principal: Principal,
  route: RouteContract & Readonly<{ access: RoleAccess }>,
  nowMs: number,
): void {
  const { access } = route;
  if (principal.session?.secondFactor === 'required') throw secondFactorRefusal(principal);
  if (!access.roles.includes(principal.role)) throw outsiderRefusal(principal, route);
  if (principal.scopes.length > 0 && !principal.scopes.includes(access.scope)) {
    const detail = `This key is narrowed to other things than ${access.scope}.`;
    throw new Refusal({ code: 'SCOPE_FORBIDDEN', detail });
  }
  if (access.person === true && principal.actor.kind !== 'user') {
    const detail = 'This key belongs to nobody. Use the key of a person, or sign in.';
    throw new Refusal({ code: 'PERSON_REQUIRED', detail });
  }
  if (access.freshPassword === true) {
    if (principal.lacksSecondFactor === true) throw keyRefusal(principal);
    refuseStale(principal, nowMs);
  }
}

/** An approval must come from its person, not from whoever finds the screen open. */
const PASSWORD_GOOD_FOR_MS = 15 * 60_000;

/** @throws Refusal `PASSWORD_NEEDED` in a session whose person has not proved lately who it is */
export function refuseStale({ session }: Principal, nowMs: number): void {
  if (session === undefined) return;
  if (nowMs - Date.parse(session.passwordAt) < PASSWORD_GOOD_FOR_MS) return;
  throw new Refusal({
    code: 'PASSWORD_NEEDED',
    detail: `An approval needs ${session.provider === null ? 'your password' : `a sign-in by ${session.provider.name}`} of the last ${PASSWORD_GOOD_FOR_MS / 60_000} minutes: ${session.provider === null ? 'send it to POST /v1/session/password-check' : 'begin it with POST /v1/session/provider-checks'}, then approve again.`,
  });
}

function keyRefusal({ role }: Principal): Refusal {
  const detail = `People with the role ${role} need a second factor for this, which a key does not have: sign in.`;
  return new Refusal({ code: 'SECOND_FACTOR_REQUIRED', detail });
}

function secondFactorRefusal({ role }: Principal): Refusal {
  const detail = `People with the role ${role} need a second factor: begin with POST /v1/session/second-factor.`;
  return new Refusal({ code: 'SECOND_FACTOR_REQUIRED', detail });
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
