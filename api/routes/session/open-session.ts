import { wrongCode } from '../../../activities/people/second-factor.js';
import { openSessionRoute } from '../../../contract/session/session.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Place, SignIn, SignIns } from '../../auth/sign-ins.js';
import { sessionCookie } from '../../auth/session-cookie.js';
import type { ApiDeps } from '../../deps.js';
import { route, type Call } from '../../route.js';
import { sessionOnWire } from './session-on-wire.js';

export const openSession = route(openSessionRoute).answers((call, deps) =>
  deps.signIns.inTurn(call.body.email, () => attempt(call, deps)),
);

async function attempt(
  call: Call<typeof openSessionRoute>,
  { sessions, signIns, secureCookies }: ApiDeps,
) {
  const who = { email: call.body.email, ...placeOf(call) };
  await refuseLockedOut(signIns, who, call.response);
  const opened = await sessions.open({ ...call.body, place: placeOf(call), ctx: call.ctx });
  if (opened.kind === 'code-needed') {
    const detail = 'Send the code of your app, or a recovery code, as `code`.';
    throw new Refusal({ code: 'SECOND_FACTOR_NEEDED', param: 'code', detail });
  }
  if (opened.kind === 'provider-needed') {
    await signIns.record({ kind: 'provider-refused', reason: 'PROVIDER_NEEDED', ...who });
    const detail = 'The company lets you in by its identity provider: take its button.';
    throw new Refusal({ code: 'PROVIDER_NEEDED', detail });
  }
  if (opened.kind !== 'opened') {
    await signIns.record({ kind: 'refused', ...who });
    if (opened.kind === 'code-wrong') throw wrongCode();
    const detail = 'No active user has this address and password.';
    throw new Refusal({ code: 'LOGIN_FAILED', detail });
  }
  return {
    status: 201 as const,
    body: sessionOnWire(opened.principal),
    headers: { 'Set-Cookie': sessionCookie(opened.token, secureCookies) },
  };
}

/** From where a call comes: its address and the name of its program. */
export function placeOf({ ctx, request }: Pick<Call, 'ctx' | 'request'>): Place {
  return { address: ctx.origin, userAgent: request.headers['user-agent'] };
}

/** @throws Refusal `RATE_LIMITED` while the account, or the address, must wait after its failures. */
export async function refuseLockedOut(
  signIns: SignIns,
  who: Omit<SignIn, 'kind'>,
  response: Call['response'],
): Promise<void> {
  const waitMs = await signIns.waitMs(who);
  if (waitMs <= 0) return;
  await signIns.record({ kind: 'locked-out', ...who });
  const seconds = Math.ceil(waitMs / 1_000);
  response.setHeader('Retry-After', String(seconds));
  const detail = `After so many failures the next attempt is possible in ${seconds} seconds.`;
  throw new Refusal({ code: 'RATE_LIMITED', detail });
}
