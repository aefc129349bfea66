import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { isRole } from '../../contract/roles.js';
import type { CommandContext } from '../../domain/context.js';
import type { Database, Transaction } from '../../prisma/database.js';
import { createCredentialCache } from './credential-cache.js';
import { hashPassword, isPasswordOf } from '../../activities/people/passwords.js';
import type { Principal } from './principal.js';
import { userAgentOf, type Place } from './sign-ins.js';

/** A working day; the next day people sign in again. Real time, because it concerns people, not the books. */
const SESSION_LIFETIME_MS = 12 * 60 * 60 * 1000;
/** A screen that was left alone; an open stream of events counts as its use. */
const SESSION_IDLE_MS = 60 * 60 * 1000;
/** How exact the last use is known: the hot path writes no more often. */
const SEEN_EVERY_MS = 60_000;
const TOKEN_BYTES = 32;

export type OpenedSession = Readonly<{ token: string; principal: Principal; email: string }>;

export type Login = Readonly<{ email: string; password: string; place: Place }>;

export type SessionOfPerson = Readonly<{
  id: string;
  address: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}>;

export type Sessions = Readonly<{
  /** Undefined when e-mail address or password is wrong; the caller does not learn which. */
  open: (login: Login) => Promise<OpenedSession | undefined>;
  read: (token: string) => Promise<Principal | undefined>;
  /** Ends the session: at once in this process, in others when their credential cache expires. */
  end: (token: string) => Promise<Readonly<{ email: string; userId: string }> | undefined>;
  /**
   * Checks the password of the person whose session this is; a right one is good for approvals for some minutes. Answers
   * the session as it is then, undefined when the password is wrong.
   */
  confirm: (token: string, password: string) => Promise<Principal | undefined>;
  /** Sets a new password and ends all other sessions of the person; undefined when the old password is wrong. */
  changePassword: (
    token: string,
    change: Readonly<{ oldPassword: string; newPassword: string }>,
    ctx: CommandContext,
  ) => Promise<Principal | undefined>;
  /** Ends one session of a person, or all: at once in this process. Answers how many were open. */
  endOf: (person: Readonly<{ userId: string; sessionId?: string | undefined }>) => Promise<number>;
  /** The open sessions of a person, the last used first. */
  openOf: (userId: string) => Promise<readonly SessionOfPerson[]>;
  /** Calls `act` when the session is ended in this process, until the answer is called. */
  whenEnded: (sessionId: string, act: () => void) => () => void;
}>;

export function createSessions(database: Database, realTimeMs: () => number): Sessions {
  const { prisma } = database;
  const cache = createCredentialCache(
    (hash) => readSession(prisma, hash, realTimeMs()),
    realTimeMs,
  );
  const endings = new EventEmitter().setMaxListeners(0);
  const forget = ({ id, tokenHash }: Readonly<{ id: string; tokenHash: Uint8Array }>) => {
    cache.forget(Buffer.from(tokenHash).toString('hex'));
    endings.emit(id);
  };
  const confirm = createConfirm({ prisma, realTimeMs, forget: cache.forget });
  return {
    open: (login) => openSession(prisma, login, realTimeMs()),
    read: async (token) => {
      const principal = await cache.get(hashOf(token));
      if (principal?.session === undefined) return undefined;
      return Date.parse(principal.session.expiresAt) > realTimeMs() ? principal : undefined;
    },
    end: async (token) => {
      const hash = hashOf(token);
      const where = { tokenHash: Buffer.from(hash, 'hex') };
      const session = await prisma.session.findUnique({ where, include: { user: true } });
      await prisma.session.updateMany({
        where: { ...where, endedAt: null },
        data: { endedAt: new Date(realTimeMs()) },
      });
      cache.forget(hash);
      if (session === null) return undefined;
      endings.emit(session.id);
      return { email: session.user.email, userId: session.userId };
    },
    confirm,
    changePassword: async (token, { oldPassword, newPassword }, ctx) => {
      const confirmed = await confirm(token, oldPassword);
      if (confirmed?.session === undefined) return undefined;
      const passwordHash = await hashPassword(newPassword);
      const ended = await database.transaction(ctx, (tx) =>
        replacePassword(tx, confirmed, { passwordHash, at: new Date(realTimeMs()) }),
      );
      ended.forEach(forget);
      return confirmed;
    },
    endOf: async ({ userId, sessionId }) => {
      const id = sessionId === undefined ? {} : { id: sessionId };
      const data = { endedAt: new Date(realTimeMs()) };
      const ended = await prisma.session.updateManyAndReturn({
        where: { userId, endedAt: null, ...id },
        data,
      });
      ended.forEach(forget);
      return ended.length;
    },
    openOf: (userId) => openOf(prisma, userId, realTimeMs()),
    whenEnded: (sessionId, act) => {
      endings.once(sessionId, act);
      return () => endings.off(sessionId, act);
    },
  };
}

const SHOWN = {
  id: true,
  address: true,
  userAgent: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
} as const;

function openOf(
  prisma: Database['prisma'],
  userId: string,
  nowMs: number,
): Promise<SessionOfPerson[]> {
  const inUse = { gt: new Date(nowMs - SESSION_IDLE_MS) };
  return prisma.session.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: new Date(nowMs) }, lastSeenAt: inUse },
    select: SHOWN,
    orderBy: { lastSeenAt: 'desc' },
  });
}

async function openSession(
  prisma: Database['prisma'],
  { email, password, place }: Login,
  nowMs: number,
): Promise<OpenedSession | undefined> {
  const user = await prisma.appUser.findUnique({ where: { email: email.toLowerCase() } });
  const matches = await isPasswordOf(password, user?.passwordHash);
  if (!matches || user === null || !user.active || !isRole(user.role)) return undefined;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const now = new Date(nowMs);
  const row = await prisma.session.create({
    data: {
      tokenHash: Buffer.from(hashOf(token), 'hex'),
      csrfToken: randomBytes(TOKEN_BYTES).toString('base64url'),
      userId: user.id,
      address: place.address,
      userAgent: userAgentOf(place),
      lastSeenAt: now,
      passwordAt: now,
      createdAt: now,
      expiresAt: new Date(nowMs + SESSION_LIFETIME_MS),
    },
  });
  const principal = principalOf(row, user);
  return principal && { token, principal, email: user.email };
}

type ConfirmParts = Readonly<{
  prisma: Database['prisma'];
  realTimeMs: () => number;
  forget: (hash: string) => void;
}>;

function createConfirm({ prisma, realTimeMs, forget }: ConfirmParts): Sessions['confirm'] {
  return async (token, password) => {
    const hash = hashOf(token);
    const where = { tokenHash: Buffer.from(hash, 'hex') };
    const session = await prisma.session.findUnique({ where, include: { user: true } });
    if (session === null || session.endedAt !== null) return undefined;
    if (!(await isPasswordOf(password, session.user.passwordHash))) return undefined;
    const passwordAt = new Date(realTimeMs());
    await prisma.session.update({ where, data: { passwordAt } });
    forget(hash);
    return principalOf({ ...session, passwordAt }, session.user);
  };
}

/** Answers the sessions that end with it: all of the person but the one that changes the password. */
async function replacePassword(
  tx: Transaction,
  { actor, session }: Principal,
  { passwordHash, at }: Readonly<{ passwordHash: string; at: Date }>,
) {
  const where = {
    userId: actor.id,
    endedAt: null,
    ...(session === undefined ? {} : { id: { not: session.id } }),
  };
  await tx.appUser.update({ where: { id: actor.id }, data: { passwordHash } });
  const open = await tx.session.findMany({ where });
  await tx.session.updateMany({ where, data: { endedAt: at } });
  return open;
}

async function readSession(
  prisma: Database['prisma'],
  hash: string,
  nowMs: number,
): Promise<Principal | undefined> {
  const session = await prisma.session.findUnique({
    where: { tokenHash: Buffer.from(hash, 'hex') },
    include: { user: true },
  });
  if (session === null || session.endedAt !== null || !session.user.active) return undefined;
  const unusedMs = nowMs - session.lastSeenAt.getTime();
  if (unusedMs >= SESSION_IDLE_MS) return undefined;
  if (unusedMs >= SEEN_EVERY_MS) {
    const data = { lastSeenAt: new Date(nowMs) };
    await prisma.session.update({ where: { id: session.id }, data });
  }
  return principalOf(session, session.user);
}

type SessionRow = Readonly<{ id: string; csrfToken: string; expiresAt: Date; passwordAt: Date }>;
type UserRow = Readonly<{ id: string; name: string; role: string; storeId: string | null }>;

function principalOf(
  { id, csrfToken, expiresAt, passwordAt }: SessionRow,
  user: UserRow,
): Principal | undefined {
  if (!isRole(user.role)) return undefined;
  return {
    kind: 'known',
    role: user.role,
    actor: { kind: 'user', id: user.id, name: user.name },
    scopes: [],
    terminalId: undefined,
    agencyId: undefined,
    storeId: user.storeId ?? undefined,
    session: {
      id,
      csrfToken,
      expiresAt: expiresAt.toISOString(),
      passwordAt: passwordAt.toISOString(),
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
