import { createHash, randomBytes } from 'node:crypto';
import { isRole } from '../../contract/roles.js';
import type { Database } from '../../prisma/database.js';
import { createCredentialCache } from './credential-cache.js';
import { isPasswordOf } from './passwords.js';
import type { Principal } from './principal.js';

export const SESSION_COOKIE = 'lunas_session';

/** A working day; the next day people sign in again. Real time, because it concerns people, not the books. */
const SESSION_LIFETIME_MS = 12 * 60 * 60 * 1000;
const TOKEN_BYTES = 32;

export type OpenedSession = Readonly<{ token: string; principal: Principal; email: string }>;

export type Sessions = Readonly<{
  /** Undefined when e-mail address or password is wrong; the caller does not learn which. */
  open: (
    login: Readonly<{ email: string; password: string }>,
  ) => Promise<OpenedSession | undefined>;
  read: (token: string) => Promise<Principal | undefined>;
  /** Ends the session: at once in this process, in others when their credential cache expires. */
  end: (token: string) => Promise<void>;
}>;

export function createSessions({ prisma }: Database, realTimeMs: () => number): Sessions {
  const cache = createCredentialCache((hash) => readSession(prisma, hash), realTimeMs);
  return {
    open: async ({ email, password }) => {
      const user = await prisma.appUser.findUnique({ where: { email: email.toLowerCase() } });
      const matches = await isPasswordOf(password, user?.passwordHash);
      if (!matches || user === null || !user.active || !isRole(user.role)) return undefined;
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const row = await prisma.session.create({
        data: {
          tokenHash: Buffer.from(hashOf(token), 'hex'),
          csrfToken: randomBytes(TOKEN_BYTES).toString('base64url'),
          userId: user.id,
          createdAt: new Date(realTimeMs()),
          expiresAt: new Date(realTimeMs() + SESSION_LIFETIME_MS),
        },
      });
      const principal = principalOf(row, user);
      return principal && { token, principal, email: user.email };
    },
    read: async (token) => {
      const principal = await cache.get(hashOf(token));
      if (principal?.session === undefined) return undefined;
      return Date.parse(principal.session.expiresAt) > realTimeMs() ? principal : undefined;
    },
    end: async (token) => {
      const hash = hashOf(token);
      await prisma.session.updateMany({
        where: { tokenHash: Buffer.from(hash, 'hex'), endedAt: null },
        data: { endedAt: new Date(realTimeMs()) },
      });
      cache.forget(hash);
    },
  };
}

async function readSession(
  prisma: Database['prisma'],
  hash: string,
): Promise<Principal | undefined> {
  const session = await prisma.session.findUnique({
    where: { tokenHash: Buffer.from(hash, 'hex') },
    include: { user: true },
  });
  if (session === null || session.endedAt !== null || !session.user.active) return undefined;
  return principalOf(session, session.user);
}

type SessionRow = Readonly<{ id: string; csrfToken: string; expiresAt: Date }>;
type UserRow = Readonly<{ id: string; name: string; role: string; storeId: string | null }>;

function principalOf(
  { id, csrfToken, expiresAt }: SessionRow,
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
    session: { id, csrfToken, expiresAt: expiresAt.toISOString() },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
