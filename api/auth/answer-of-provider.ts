import { actorOfPerson } from '../../activities/people/actor-of-person.js';
import {
  admitByProvider,
  strangerOf,
  type Stranger,
} from '../../activities/people/admit-by-provider.js';
import {
  accessOf,
  findProvider,
  noteTest,
  type ProviderRow,
} from '../../activities/people/identity-providers.js';
import type { CommandContext } from '../../domain/context.js';
import type { Claims } from '../../domain/people/provider-claims.js';
import { Refusal } from '../../domain/refusal.js';
import type { ApiDeps } from '../deps.js';
import { neededRedirectUri } from './begin-at-provider.js';
import { beginFor, type Opening } from './open-session.js';
import type { Principal } from './principal.js';
import type { BegunSignIn } from './provider-cookie.js';
import { hasSecondFactor, WITH_SECOND_FACTOR } from './session-rows.js';
import type { Place, SignIn } from './sign-ins.js';

/** Where an answer comes from, and under which request. */
export type Arrival = Readonly<{ place: Place; ctx: CommandContext }>;

/** Of an answer as far as it was understood: for the log of sign-ins. */
export type Known = { email: string; userId?: string };

export type TestOfProvider = Readonly<{ stranger: Stranger }>;

/** `code-needed`: the person has a second factor, and the provider did not ask for one. */
export type Answered =
  | Readonly<{ kind: 'opened'; token?: string; principal: Principal }>
  | Readonly<{ kind: 'code-needed'; userId: string }>
  | Readonly<{ kind: 'tested'; stranger: Stranger }>;

/**
 * The provider of a sign-in that has begun, while people sign in by it.
 *
 * @throws Refusal `PROVIDER_OFF`
 */
export async function providerInUse(
  { database }: Pick<ApiDeps, 'database'>,
  { providerId, purpose }: Readonly<{ providerId: string; purpose: string }>,
): Promise<ProviderRow> {
  const provider = await findProvider(database.prisma, providerId);
  if (provider !== null && (provider.active || purpose === 'test')) return provider;
  const detail = 'Nobody signs in by this provider now.';
  throw new Refusal({ code: 'PROVIDER_OFF', param: 'providerId', detail });
}

type Answer = Readonly<{ signIn: BegunSignIn; query: string; known: Known } & Arrival>;

/**
 * Takes what a provider answered to a sign-in that this browser has begun. What is learned of the person on the way is
 * put into `known`.
 *
 * @throws Refusal those of `POST /v1/session/provider-answers`
 */
export async function takeAnswer(deps: ApiDeps, answer: Answer): Promise<Answered> {
  const { signIn, query, known } = answer;
  const provider = await providerInUse(deps, signIn);
  const claims = await deps.providers.finish({
    access: accessOf(provider, deps.sealingKeys),
    redirectUri: neededRedirectUri(deps),
    query,
    checks: signIn.checks,
    anew: signIn.purpose === 'check' ? 'asked-again' : 'as-it-likes',
  });
  const stranger = strangerOf(provider, claims);
  known.email = stranger.email ?? '';
  if (signIn.purpose === 'test') return tested(deps, { ...answer, signIn, stranger });
  if (signIn.purpose === 'check') {
    refuseNotAsked(claims, signIn.startedAtMs);
    return provenAnew(deps, { signIn, stranger, known });
  }
  return admitted(deps, provider, { ...answer, stranger });
}

/** The provider's clock may be so far from ours. */
const CLOCKS_APART_MAX_MS = 30_000;

function refuseNotAsked({ auth_time: askedAt }: Claims, startedAtMs: number): void {
  const isAfter =
    typeof askedAt === 'number' && askedAt * 1_000 >= startedAtMs - CLOCKS_APART_MAX_MS;
  if (isAfter) return;
  const detail = 'The provider did not ask again who you are.';
  throw new Refusal({ code: 'SIGN_IN_NOT_FRESH', detail });
}

async function admitted(
  deps: ApiDeps,
  provider: ProviderRow,
  { stranger, known, place, ctx }: Answer & TestOfProvider,
): Promise<Answered> {
  const { database } = deps;
  const { id, name } = provider;
  const byProvider = { ...ctx, actor: { kind: 'system', id, name } as const };
  const admitting = database.transaction(byProvider, (tx) =>
    admitByProvider(tx, byProvider, { provider, stranger }),
  );
  const userId = await admitting.catch(async (error: unknown) => {
    if (error instanceof Refusal && error.code === 'ROLE_NOT_GIVEN')
      await endSessionsOf(deps, stranger);
    throw error;
  });
  known.userId = userId;
  const where = { id: userId };
  const user = await database.prisma.appUser.findUniqueOrThrow({ where, ...WITH_SECOND_FACTOR });
  known.email = user.email;
  const secondFactorThere = stranger.hasSecondFactor;
  if (!secondFactorThere && hasSecondFactor(user)) return { kind: 'code-needed', userId };
  const nowMs = deps.realTimeMs();
  return openedOr(
    await beginFor(database, user, { place, ctx, nowMs, by: { id, name, secondFactorThere } }),
  );
}

/** @throws Refusal `PERSON_DISABLED` when the person was disabled meanwhile */
export function openedOr(opening: Opening): Extract<Answered, { kind: 'opened' }> {
  if (opening.kind === 'opened') return opening;
  const detail = 'An administrator has disabled this person.';
  throw new Refusal({ code: 'PERSON_DISABLED', detail });
}

/** Whose groups give nothing any more has nothing open any more. */
async function endSessionsOf(
  { database, sessions }: ApiDeps,
  { issuer, subject }: Stranger,
): Promise<void> {
  const where = { issuer_subject: { issuer, subject } };
  const identity = await database.prisma.personIdentity.findUnique({ where });
  if (identity !== null) await sessions.endOf({ userId: identity.userId });
}

type Check = Readonly<{
  signIn: Extract<BegunSignIn, { purpose: 'check' }>;
  stranger: Stranger;
  known: Known;
}>;

async function provenAnew(
  { database, sessions }: ApiDeps,
  { signIn, stranger: { issuer, subject }, known }: Check,
): Promise<Answered> {
  const where = { issuer_subject: { issuer, subject } };
  const identity = await database.prisma.personIdentity.findUnique({
    where,
    include: { user: { select: { email: true } } },
  });
  if (identity?.userId !== signIn.userId) {
    const detail = 'Somebody else has signed in at the provider.';
    throw new Refusal({ code: 'IDENTITY_OF_ANOTHER', detail });
  }
  known.email = identity.user.email;
  known.userId = signIn.userId;
  const principal = await sessions.confirmThere(signIn);
  if (principal !== undefined) return { kind: 'opened', principal };
  throw expired();
}

type Test = Readonly<{
  signIn: Extract<BegunSignIn, { purpose: 'test' }>;
  stranger: Stranger;
  known: Known;
  ctx: CommandContext;
}>;

async function tested(
  { database }: ApiDeps,
  { signIn, stranger, known, ctx }: Test,
): Promise<Answered> {
  const { userId, providerId: id, version } = signIn;
  const where = { id: userId, active: true, role: 'admin' };
  const user = await database.prisma.appUser.findFirst({ where });
  if (user === null) throw expired();
  known.userId = userId;
  known.email = user.email;
  await database.transaction({ ...ctx, actor: actorOfPerson(user) }, (tx) =>
    noteTest(tx, { id, version }),
  );
  return { kind: 'tested', stranger };
}

/** How an answer goes into the log of sign-ins; a session writes its own beginning. */
export function loggedAs({ purpose }: BegunSignIn): SignIn['kind'] | undefined {
  if (purpose === 'test') return 'provider-tested';
  return purpose === 'check' ? 'confirmed' : undefined;
}

/** The refusal of a sign-in that did not begin in this browser, or too long ago. */
export function expired(): Refusal {
  const detail = 'This sign-in took too long, or did not begin in this browser: begin again.';
  return new Refusal({ code: 'SIGN_IN_EXPIRED', detail });
}
