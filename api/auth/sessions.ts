import { EventEmitter } from 'node:events';
import { replacePassword } from '../../activities/people/replace-password.js';
import type { SealingKeys } from '../../activities/people/second-factor.js';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import { createCredentialCache } from './credential-cache.js';
import {
  hashPassword,
  isPasswordOf,
  refuseWeakPassword,
} from '../../activities/people/passwords.js';
import { hashOf, openSession, type Login, type Opening } from './open-session.js';
import type { Principal } from './principal.js';
import {
  openOf,
  principalOf,
  readSession,
  WITH_PERSON,
  type SessionOfPerson,
} from './session-rows.js';

export type Sessions = Readonly<{
  open: (login: Login) => Promise<Opening>;
  read: (token: string) => Promise<Principal | undefined>;
  /** Ends the session: at once in this process, in others when their credential cache expires. */
  end: (token: string) => Promise<Readonly<{ email: string; userId: string }> | undefined>;
  /**
   * Checks the password of the person whose session this is; a right one is good for approvals for some minutes. Answers
   * the session as it is then, undefined when the password is wrong.
   */
  confirm: (token: string, password: string) => Promise<Principal | undefined>;
  /** The same for a session whose person was asked again at the provider; undefined when it has ended. */
  confirmThere: (
    session: Readonly<{ sessionId: string; userId: string }>,
  ) => Promise<Principal | undefined>;
  /** Sets a new password and ends all other sessions of the person; undefined when the old password is wrong. */
  changePassword: (
    token: string,
    change: Readonly<{ oldPassword: string; newPassword: string }>,
    ctx: CommandContext,
  ) => Promise<Principal | undefined>;
  /** Ends one session of a person, or all, or all that began by a provider: at once in this process. Answers how many. */
  endOf: (person: EndedSessions) => Promise<number>;
  /** The open sessions of a person, the last used first. */
  openOf: (userId: string) => Promise<readonly SessionOfPerson[]>;
  /** Reads the session anew at its next call: what was known of its person has changed. */
  forget: (token: string) => void;
  /** Calls `act` when the session is ended in this process, until the answer is called. */
  whenEnded: (sessionId: string, act: () => void) => () => void;
}>;

type EndedSessions =
  Readonly<{ userId: string; sessionId?: string | undefined }> | Readonly<{ providerId: string }>;

function ofPerson({ userId, sessionId }: Exclude<EndedSessions, { providerId: string }>) {
  return sessionId === undefined ? { userId } : { userId, id: sessionId };
}

export type SessionParts = Readonly<{
  database: Database;
  realTimeMs: () => number;
  /** That second factors are sealed with. */
  sealingKeys: SealingKeys;
}>;

export function createSessions({ database, realTimeMs, sealingKeys }: SessionParts): Sessions {
  const { prisma } = database;
  const cache = createCredentialCache(
    (hash) => readSession(prisma, hash, realTimeMs()),
    realTimeMs,
  );
  const endings = new EventEmitter().setMaxListeners(0);
  const forget = ({ id, tokenHash }: Readonly<{ id: string; tokenHash: string }>) => {
    cache.forget(tokenHash);
    endings.emit(id);
  };
  const confirm = createConfirm({ prisma, realTimeMs, forget: cache.forget });
  return {
    open: (login) => openSession(database, login, { nowMs: realTimeMs(), keys: sealingKeys }),
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
      const { id } = confirmed.actor;
      refuseWeakPassword(newPassword, await prisma.appUser.findUniqueOrThrow({ where: { id } }));
      const passwordHash = await hashPassword(newPassword);
      const now = new Date(realTimeMs()).toISOString();
      const sessionId = confirmed.session.id;
      const wish = { sessionId, passwordHash, now };
      const ended = await replacePassword(database, ctx, wish);
      if (ended === null) return undefined;
      ended.forEach(forget);
      return confirmed;
    },
    endOf: async (wanted) => {
      const ended = await endSessions(prisma, wanted, realTimeMs());
      ended.forEach(({ id: ofSession, tokenHash }) =>
        forget({ id: ofSession, tokenHash: Buffer.from(tokenHash).toString('hex') }),
      );
      return ended.length;
    },
    confirmThere: async (session) => {
      const hash = await proveAnew(prisma, session, realTimeMs());
      if (hash === undefined) return undefined;
      cache.forget(hash);
      return cache.get(hash);
    },
    forget: (token) => cache.forget(hashOf(token)),
    openOf: (userId) => openOf(prisma, userId, realTimeMs()),
    whenEnded: (sessionId, act) => {
      endings.once(sessionId, act);
      return () => endings.off(sessionId, act);
    },
  };
}

/** Ends the sessions that are open of those wanted. Answers them. */
function endSessions({ session }: Database['prisma'], wanted: EndedSessions, nowMs: number) {
  const where = 'providerId' in wanted ? wanted : ofPerson(wanted);
  const data = { endedAt: new Date(nowMs) };
  return session.updateManyAndReturn({ where: { ...where, endedAt: null }, data });
}

/** Notes that the person of an open session has just proved who it is. Answers the hash of its token. */
async function proveAnew(
  { session }: Database['prisma'],
  { sessionId: id, userId }: Readonly<{ sessionId: string; userId: string }>,
  nowMs: number,
): Promise<string | undefined> {
  const data = { passwordAt: new Date(nowMs) };
  const [row] = await session.updateManyAndReturn({ where: { id, userId, endedAt: null }, data });
  return row === undefined ? undefined : Buffer.from(row.tokenHash).toString('hex');
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
    const include = WITH_PERSON;
    const session = await prisma.session.findUnique({ where, include });
    if (session === null || session.endedAt !== null) return undefined;
    if (!(await isPasswordOf(password, session.user.passwordHash))) return undefined;
    const passwordAt = new Date(realTimeMs());
    await prisma.session.update({ where, data: { passwordAt } });
    forget(hash);
    return principalOf(prisma, { ...session, passwordAt }, session.user);
  };
}
