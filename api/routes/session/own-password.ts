import { changePasswordRoute, checkPasswordRoute } from '../../../contract/session/session.js';
import { notFound, Refusal } from '../../../domain/refusal.js';
import { sessionTokenOf } from '../../auth/authenticate.js';
import type { Principal } from '../../auth/principal.js';
import type { ApiDeps } from '../../deps.js';
import { route, type Call } from '../../route.js';
import { placeOf, refuseLockedOut } from './open-session.js';
import { sessionOnWire } from './session-on-wire.js';

export const checkPassword = route(checkPasswordRoute).answers(async (call, deps) => {
  const confirmed = await withPassword(call, deps, {
    log: 'confirmed',
    act: (token) => deps.sessions.confirm(token, call.body.password),
  });
  return { status: 200, body: sessionOnWire(confirmed) };
});

export const changePassword = route(changePasswordRoute).answers(async (call, deps) => {
  const confirmed = await withPassword(call, deps, {
    log: 'password-changed',
    act: (token) => deps.sessions.changePassword(token, call.body, call.ctx),
  });
  return { status: 200, body: sessionOnWire(confirmed) };
});

type Act = Readonly<{
  /** How a right password is logged. */
  log: 'confirmed' | 'password-changed';
  act: (token: string) => Promise<Principal | undefined>;
}>;

type SessionCall = Pick<Call, 'principal' | 'request' | 'response' | 'ctx'>;

/**
 * A wrong password counts like one at sign-in, with the same lock-out.
 *
 * @throws Refusal `NOT_FOUND` for a key, which has no password; `PROVIDER_NEEDED` where the session began by a provider;
 * `RATE_LIMITED`, `PASSWORD_WRONG`.
 */
export async function withPassword(
  call: SessionCall,
  deps: ApiDeps,
  { log, act }: Act,
): Promise<Principal> {
  const { signIns } = deps;
  if (call.principal.session?.provider) {
    const detail = 'This session began by an identity provider: it is asked instead of a password.';
    throw new Refusal({ code: 'PROVIDER_NEEDED', detail });
  }
  const { token, who } = await ownSession(call, deps);
  await refuseLockedOut(signIns, who, call.response);
  const confirmed = await act(token);
  await signIns.record({ kind: confirmed === undefined ? 'refused' : log, ...who });
  if (confirmed !== undefined) return confirmed;
  throw new Refusal({ code: 'PASSWORD_WRONG', detail: 'This is not your password.' });
}

/** The token of the session that calls, and whose it is. @throws Refusal `NOT_FOUND` for a key. */
export async function ownSession(
  call: SessionCall,
  { database, secureCookies }: Pick<ApiDeps, 'database' | 'secureCookies'>,
) {
  const { principal } = call;
  const token = sessionTokenOf(call.request, secureCookies);
  if (principal.session === undefined || token === undefined) throw notFound();
  const userId = principal.actor.id;
  const { email } = await database.prisma.appUser.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  return { token, who: { email, userId, ...placeOf(call) } };
}
