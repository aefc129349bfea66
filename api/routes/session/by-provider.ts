import { actorOfPerson } from '../../../activities/people/actor-of-person.js';
import { isSecondFactor, wrongCode } from '../../../activities/people/second-factor.js';
import {
  beginProviderCheckRoute,
  beginProviderSignInRoute,
  giveProviderCodeRoute,
  takeProviderAnswerRoute,
} from '../../../contract/session/by-provider.js';
import { notFound, Refusal } from '../../../domain/refusal.js';
import {
  expired,
  loggedAs,
  openedOr,
  providerInUse,
  takeAnswer,
  type Answered,
  type Known,
} from '../../auth/answer-of-provider.js';
import { beginAtProvider } from '../../auth/begin-at-provider.js';
import { beginFor } from '../../auth/open-session.js';
import {
  endedProviderCookie,
  providerCookie,
  providerSignInOf,
  type BegunSignIn,
  type LacksCode,
} from '../../auth/provider-cookie.js';
import { sessionCookie } from '../../auth/session-cookie.js';
import { WITH_SECOND_FACTOR } from '../../auth/session-rows.js';
import type { ApiDeps } from '../../deps.js';
import { route, type Call } from '../../route.js';
import { placeOf, refuseLockedOut } from './open-session.js';
import { sessionOnWire } from './session-on-wire.js';

export const beginProviderSignIn = route(beginProviderSignInRoute).answers(
  async ({ body: { providerId, returnTo } }, deps) => {
    const provider = await providerInUse(deps, { providerId, purpose: 'sign-in' });
    const { url, cookie } = await beginAtProvider(deps, provider, { purpose: 'sign-in', returnTo });
    return { status: 200, body: { url }, headers: { 'Set-Cookie': cookie } };
  },
);

export const beginProviderCheck = route(beginProviderCheckRoute).answers(
  async ({ body: { returnTo }, principal }, deps) => {
    const { session, actor } = principal;
    if (!session?.provider) throw notFound();
    const purpose = 'check';
    const provider = await providerInUse(deps, { providerId: session.provider.id, purpose });
    const wish = { purpose, returnTo, userId: actor.id, sessionId: session.id } as const;
    const { url, cookie } = await beginAtProvider(deps, provider, wish);
    return { status: 200, body: { url }, headers: { 'Set-Cookie': cookie } };
  },
);

export const takeProviderAnswer = route(takeProviderAnswerRoute).answers(async (call, deps) => {
  const { request, response, body, ctx } = call;
  const signIn = providerSignInOf(request, { ...deps, nowMs: deps.realTimeMs() });
  // An answer is taken once, whatever comes of it.
  response.append('Set-Cookie', endedProviderCookie(deps.secureCookies));
  const known: Known = { email: '' };
  const logged = { ...placeOf(call), providerId: signIn?.providerId };
  try {
    if (signIn === undefined || signIn.purpose === 'code') throw expired();
    const place = placeOf(call);
    const answered = await takeAnswer(deps, { signIn, query: body.query, known, place, ctx });
    const kind = loggedAs(signIn);
    if (kind !== undefined) await deps.signIns.record({ ...logged, ...known, kind });
    return { status: 200, body: onWire({ answered, signIn, call, deps }) };
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'SECOND_FACTOR_NEEDED')
      await deps.signIns.record({
        ...logged,
        ...known,
        kind: 'provider-refused',
        reason: error.code,
      });
    throw error;
  }
});

type Answering = Readonly<{
  answered: Answered;
  signIn: BegunSignIn;
  call: Pick<Call, 'response'>;
  deps: ApiDeps;
}>;

/** @throws Refusal `SECOND_FACTOR_NEEDED` */
function onWire({ answered, signIn, call: { response }, deps }: Answering) {
  const { purpose, returnTo, providerId } = signIn;
  if (answered.kind === 'code-needed') {
    const lacking = {
      providerId,
      returnTo,
      userId: answered.userId,
      startedAtMs: deps.realTimeMs(),
    };
    response.removeHeader('Set-Cookie');
    response.append('Set-Cookie', providerCookie({ purpose: 'code', ...lacking }, deps));
    const detail = 'Send the code of your app, or a recovery code, to /v1/session/provider-codes.';
    throw new Refusal({ code: 'SECOND_FACTOR_NEEDED', param: 'code', detail });
  }
  if (answered.kind === 'tested') {
    const { email = null, groups, given, hasSecondFactor } = answered.stranger;
    const { role = null, store = null } = given ?? {};
    const test = { email, groups, role, store, secondFactor: hasSecondFactor };
    return { purpose, returnTo, session: null, test };
  }
  if (answered.token !== undefined)
    response.append('Set-Cookie', sessionCookie(answered.token, deps.secureCookies));
  return { purpose, returnTo, session: sessionOnWire(answered.principal), test: null };
}

export const giveProviderCode = route(giveProviderCodeRoute).answers(async (call, deps) => {
  const { database, signIns, realTimeMs, secureCookies } = deps;
  const signIn = providerSignInOf(call.request, { ...deps, nowMs: realTimeMs() });
  if (signIn?.purpose !== 'code') throw expired();
  const where = { id: signIn.userId };
  const { email } = await database.prisma.appUser.findUniqueOrThrow({ where });
  const opened = await signIns.inTurn(email, () => withCode(call, deps, { ...signIn, email }));
  call.response.append('Set-Cookie', endedProviderCookie(secureCookies));
  if (opened.token !== undefined)
    call.response.append('Set-Cookie', sessionCookie(opened.token, secureCookies));
  const { returnTo } = signIn;
  const session = sessionOnWire(opened.principal);
  return { status: 200, body: { purpose: 'sign-in', returnTo, session, test: null } };
});

type CodeCall = Pick<Call<typeof giveProviderCodeRoute>, 'body' | 'request' | 'response' | 'ctx'>;

/** A wrong code counts like a wrong password, with the same lock-out. */
async function withCode(
  call: CodeCall,
  deps: ApiDeps,
  { email, userId, ...signIn }: LacksCode & Readonly<{ email: string }>,
) {
  const { database, signIns, sealingKeys: keys } = deps;
  const { id, name } = await providerInUse(deps, signIn);
  const who = { email, userId, ...placeOf(call) };
  await refuseLockedOut(signIns, who, call.response);
  const where = { id: userId };
  const user = await database.prisma.appUser.findUniqueOrThrow({ where, ...WITH_SECOND_FACTOR });
  const nowMs = deps.realTimeMs();
  const ctx = { ...call.ctx, actor: actorOfPerson(user) };
  const proof = { userId, code: call.body.code, nowMs, keys };
  const isRight = await database.transaction(ctx, (tx) => isSecondFactor(tx, proof));
  if (!isRight) {
    await signIns.record({ kind: 'refused', providerId: id, ...who });
    throw wrongCode();
  }
  const by = { id, name, secondFactorThere: false };
  return openedOr(await beginFor(database, user, { place: placeOf(call), ctx, nowMs, by }));
}
