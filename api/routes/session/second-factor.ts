import {
  beginSecondFactor as begin,
  confirmSecondFactor as confirm,
  endSecondFactor as end,
  isSecondFactor,
  wrongCode,
} from '../../../activities/people/second-factor.js';
import {
  beginSecondFactorRoute,
  confirmSecondFactorRoute,
  endSecondFactorRoute,
} from '../../../contract/session/second-factor.js';
import { assert } from '../../../domain/assert.js';
import { Refusal } from '../../../domain/refusal.js';
import { refuseStale } from '../../auth/admit.js';
import type { ApiDeps } from '../../deps.js';
import { route, type Call } from '../../route.js';
import { refuseLockedOut } from './open-session.js';
import { ownSession, withPassword } from './own-password.js';
import { sessionOnWire } from './session-on-wire.js';

const NOT_STORED = { 'Cache-Control': 'no-store' };

export const beginSecondFactor = route(beginSecondFactorRoute).answers(async (call, deps) => {
  const { database, sealingKeys: keys } = deps;
  await proveAnew(call, deps);
  const { id: userId } = call.principal.actor;
  const shared = await database.transaction(call.ctx, (tx) =>
    begin(tx, call.ctx, { userId, keys }),
  );
  return { status: 201, body: shared, headers: NOT_STORED };
});

export const confirmSecondFactor = route(confirmSecondFactorRoute).answers(async (call, deps) => {
  const { ctx } = call;
  const recoveryCodes = await withCode(call, deps, {
    log: 'second-factor-set',
    act: (proof) => deps.database.transaction(ctx, (tx) => confirm(tx, ctx, proof)),
  });
  const body = { session: await sessionAnew(call, deps), recoveryCodes: [...recoveryCodes] };
  return { status: 200, body, headers: NOT_STORED };
});

export const endSecondFactor = route(endSecondFactorRoute).answers(async (call, deps) => {
  const { database } = deps;
  await proveAnew(call, deps);
  await withCode(call, deps, {
    log: 'second-factor-ended',
    act: (proof) =>
      database.transaction(call.ctx, async (tx) => {
        if (!(await isSecondFactor(tx, proof))) throw wrongCode();
        await end(tx, proof.userId);
      }),
  });
  return { status: 200, body: await sessionAnew(call, deps) };
});

/**
 * Whose session began by an identity provider has just signed in there; everybody else gives the password.
 *
 * @throws Refusal `PASSWORD_NEEDED` when the sign-in is too old, or no password was sent; and as `withPassword`
 */
async function proveAnew(call: PasswordCall, deps: ApiDeps): Promise<void> {
  if (call.principal.session?.provider) return refuseStale(call.principal, deps.realTimeMs());
  const { password } = call.body;
  if (password === undefined) {
    const detail = 'Send your password: this session began by it.';
    throw new Refusal({ code: 'PASSWORD_NEEDED', param: 'password', detail });
  }
  await withPassword(call, deps, {
    log: 'confirmed',
    act: (token) => deps.sessions.confirm(token, password),
  });
}

type PasswordCall = Pick<Call, 'principal' | 'request' | 'response' | 'ctx'> &
  Readonly<{ body: Readonly<{ password?: string | undefined }> }>;
type CodeCall = Pick<Call, 'principal' | 'request' | 'response' | 'ctx'> &
  Readonly<{ body: Readonly<{ code: string }> }>;
type Act<Result> = Readonly<{
  /** How a right code is logged. */
  log: 'second-factor-set' | 'second-factor-ended';
  act: (proof: Parameters<typeof isSecondFactor>[1]) => Promise<Result>;
}>;

/** A wrong code counts like a wrong password, with the same lock-out. */
async function withCode<Result>(
  call: CodeCall,
  deps: ApiDeps,
  { log, act }: Act<Result>,
): Promise<Result> {
  const { signIns, sealingKeys: keys, realTimeMs } = deps;
  const { who } = await ownSession(call, deps);
  await refuseLockedOut(signIns, who, call.response);
  const proof = { userId: who.userId, code: call.body.code, nowMs: realTimeMs(), keys };
  try {
    const result = await act(proof);
    await signIns.record({ kind: log, ...who });
    return result;
  } catch (error) {
    const isWrong = error instanceof Refusal && error.code === 'SECOND_FACTOR_WRONG';
    if (isWrong) await signIns.record({ kind: 'refused', ...who });
    throw error;
  }
}

/** The session as it is now that its person has another second factor. */
async function sessionAnew(call: CodeCall, deps: ApiDeps) {
  const { token } = await ownSession(call, deps);
  deps.sessions.forget(token);
  const principal = await deps.sessions.read(token);
  assert(principal !== undefined, 'the session that asked has ended meanwhile');
  return sessionOnWire(principal);
}
