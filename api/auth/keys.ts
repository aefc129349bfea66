import { timingSafeEqual } from 'node:crypto';
import { isRole, SCOPES, type Role, type Scope } from '../../contract/roles.js';
import type { Database } from '../../prisma/database.js';
import { createCredentialCache } from './credential-cache.js';
import { hashSecret, TOKEN_FORM } from '../../activities/people/make-key.js';
import type { Principal } from './principal.js';

type KnownKey = Readonly<{
  secretHash: Uint8Array;
  expiresAtMs: number;
  principal: Principal;
}>;

/** Finds the principal of a bearer token; undefined when the token is not (or no longer) valid. */
export type KeyReader = (token: string) => Promise<Principal | undefined>;

export function createKeyReader({ prisma }: Database, realTimeMs: () => number): KeyReader {
  const cache = createCredentialCache((keyId) => readKey(prisma, keyId), realTimeMs);
  return async (token) => {
    const parts = TOKEN_FORM.exec(token)?.groups;
    if (parts === undefined) return undefined;
    const known = await cache.get(parts['keyId'] ?? '');
    const sent = hashSecret(parts['secret'] ?? '');
    // An unknown key is compared as well, so that response times do not reveal which ids exist.
    const expected = known?.secretHash ?? new Uint8Array(sent.length);
    const matches = expected.length === sent.length && timingSafeEqual(expected, sent);
    if (!matches || known === undefined || known.expiresAtMs <= realTimeMs()) return undefined;
    return known.principal;
  };
}

async function readKey(prisma: Database['prisma'], keyId: string): Promise<KnownKey | undefined> {
  const key = await prisma.apiKey.findUnique({
    where: { keyId },
    include: { user: true, terminal: true, agency: { include: OPEN_CASE } },
  });
  if (key === null || !isLive(key)) return undefined;
  const factor =
    key.userId === null
      ? null
      : await prisma.secondFactorRole.findUnique({ where: { role: key.role } });
  const principal = principalOf({
    ...key,
    needsSecondFactor: factor !== null,
    userName: key.user?.name,
    storeId: key.user?.storeId ?? key.terminal?.storeId ?? null,
  });
  if (principal === undefined) return undefined;
  const expiresAtMs = key.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return { secretHash: key.secretHash, expiresAtMs, principal };
}

type Holders = Readonly<{
  role: string;
  revokedAt: Date | null;
  user: Readonly<{ active: boolean; role: string }> | null;
  terminal: Readonly<{ active: boolean }> | null;
  agency: Readonly<{ active: boolean; placements: readonly unknown[] }> | null;
}>;

/** One case of an agency that has not ended. */
const OPEN_CASE = {
  placements: { where: { closedAt: null }, take: 1, select: { id: true } },
} as const;

/**
 * A role is the person's, not the key's: a key that was made before a change of role has none. An agency that gets no
 * new cases reports on those that it has.
 */
function isLive({ role, revokedAt, user, terminal, agency }: Holders): boolean {
  const agencyWorks = agency === null || agency.active || agency.placements.length > 0;
  const isHeld = [user, terminal].every((holder) => holder?.active !== false) && agencyWorks;
  return revokedAt === null && isHeld && (user === null || user.role === role);
}

type KeyRow = Readonly<{
  keyId: string;
  role: string;
  label: string;
  scopes: readonly string[];
  userId: string | null;
  userName: string | undefined;
  terminalId: string | null;
  agencyId: string | null;
  storeId: string | null;
  needsSecondFactor: boolean;
  terminal: Readonly<{ sandbox: boolean }> | null;
}>;

function principalOf(key: KeyRow): Principal | undefined {
  const { role } = key;
  const scopes = key.scopes.filter(isScope);
  // Narrowed to what nobody knows any more is not everything.
  if (!isRole(role) || scopes.length < key.scopes.length) return undefined;
  return {
    kind: 'known',
    role,
    actor: actorOf(role, key),
    scopes,
    terminalId: key.terminalId ?? undefined,
    agencyId: key.agencyId ?? undefined,
    storeId: key.storeId ?? undefined,
    ...(key.terminal?.sandbox === true ? { isSandbox: true } : {}),
    ...(key.needsSecondFactor ? { lacksSecondFactor: true } : {}),
    session: undefined,
  };
}

/** All keys and sessions of a person act as that person. A key without a person acts as a machine. */
function actorOf(role: Role, { keyId, label, userId, userName }: KeyRow): Principal['actor'] {
  if (userId !== null) return { kind: 'user', id: userId, name: userName ?? label };
  const kind = role === 'terminal' || role === 'partner' ? role : 'system';
  return { kind, id: keyId, name: label };
}

function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}
