import { createHash, randomBytes } from 'node:crypto';
import { actorOfPerson } from '../../activities/people/actor-of-person.js';
import { beginSession } from '../../activities/people/begin-session.js';
import { isPasswordOf } from '../../activities/people/passwords.js';
import { isSecondFactor, type SealingKeys } from '../../activities/people/second-factor.js';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import type { Principal } from './principal.js';
import {
  hasSecondFactor,
  isWorking,
  principalOf,
  WITH_SECOND_FACTOR,
  type PersonRow,
} from './session-rows.js';
import { userAgentOf, type Place } from './sign-ins.js';

/** A working day; the next day people sign in again. Real time, because it concerns people, not the books. */
const SESSION_LIFETIME_MS = 12 * 60 * 60 * 1000;
const TOKEN_BYTES = 32;

export type Login = Readonly<{
  email: string;
  password: string;
  /** Of the second factor, or a recovery code. */
  code?: string | undefined;
  place: Place;
  ctx: CommandContext;
}>;

/** `refused`: e-mail address or password is wrong; the caller does not learn which. */
export type Opening =
  | Readonly<{ kind: 'opened'; token: string; principal: Principal; email: string }>
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'code-needed' }>
  /** The company lets this person in by its identity provider alone. */
  | Readonly<{ kind: 'provider-needed' }>
  | Readonly<{ kind: 'code-wrong' }>;

type Now = Readonly<{ nowMs: number; keys: SealingKeys }>;

/** Opens a session for whoever gives the right password, and the code of the second factor where one is set. */
export async function openSession(database: Database, login: Login, now: Now): Promise<Opening> {
  const { prisma } = database;
  const where = { email: login.email.toLowerCase() };
  // More is read of a person only behind the password: it would take longer for an address that we know.
  const known = await prisma.appUser.findUnique({ where, select: { passwordHash: true } });
  if (!(await isPasswordOf(login.password, known?.passwordHash))) return { kind: 'refused' };
  const user = await prisma.appUser.findUnique({ where, ...WITH_SECOND_FACTOR });
  if (user === null || !isWorking(user)) return { kind: 'refused' };
  if (await needsProvider(prisma, user)) return { kind: 'provider-needed' };
  if (hasSecondFactor(user)) {
    if (login.code === undefined) return { kind: 'code-needed' };
    const proof = { userId: user.id, code: login.code, ...now };
    const ctx = { ...login.ctx, actor: actorOfPerson(user) };
    const isRight = await database.transaction(ctx, (tx) => isSecondFactor(tx, proof));
    if (!isRight) return { kind: 'code-wrong' };
  }
  return beginFor(database, user, { ...login, ...now });
}

/** Who may come in by a password where a provider is required: so a broken one locks nobody out for good. */
const BY_PASSWORD_STILL: ReadonlySet<string> = new Set(['admin', 'partner']);

async function needsProvider(
  { identityProvider }: Database['prisma'],
  { role }: Pick<PersonRow, 'role'>,
): Promise<boolean> {
  if (BY_PASSWORD_STILL.has(role)) return false;
  return (await identityProvider.findFirst({ where: { required: true, active: true } })) !== null;
}

/** How a person has proved who it is, when it was not the password. */
export type ByProvider = Readonly<{
  id: string;
  name: string;
  /** The provider has asked for a second factor. */
  secondFactorThere: boolean;
}>;

type Beginning = Pick<Login & Now, 'place' | 'ctx' | 'nowMs'> &
  Readonly<{ by?: ByProvider | undefined }>;

/** Begins the session of a person who has proved who it is. */
export async function beginFor(
  database: Database,
  user: PersonRow & Readonly<{ email: string }>,
  { place, ctx, nowMs, by }: Beginning,
): Promise<Opening> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const row = {
    csrfToken: randomBytes(TOKEN_BYTES).toString('base64url'),
    expiresAt: new Date(nowMs + SESSION_LIFETIME_MS),
  };
  const at = new Date(nowMs);
  const secondFactorThere = by?.secondFactorThere ?? false;
  const actor = actorOfPerson(user);
  const sessionId = await beginSession(
    database,
    { ...ctx, actor },
    {
      userId: user.id,
      tokenHash: hashOf(token),
      csrfToken: row.csrfToken,
      address: place.address,
      userAgent: userAgentOf(place),
      providerId: by?.id ?? null,
      secondFactorThere,
      at: at.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    },
  );
  if (sessionId === null) return { kind: 'refused' };
  const provider = by === undefined ? null : { id: by.id, name: by.name };
  const session = { ...row, id: sessionId, passwordAt: at, provider, secondFactorThere };
  const principal = await principalOf(database.prisma, session, user);
  if (principal === undefined) return { kind: 'refused' };
  return { kind: 'opened', token, principal, email: user.email };
}

/** How the token of a session is kept: only who holds it can tell which session it opens. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
