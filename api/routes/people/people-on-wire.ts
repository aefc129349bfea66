import { isPersonRole, isRole } from '../../../contract/roles.js';
import { assert } from '../../../domain/assert.js';
import { languageOf } from '../../../platform/texts.js';
import type { PrismaClient } from '../../../prisma/database.js';

type Reader = Pick<PrismaClient, 'appUser' | 'apiKey' | 'store'>;

const KEYS_MAX = 1_000;

/** All people, by name. */
export async function usersOnWire(prisma: Reader, where: Readonly<{ id?: string }> = {}) {
  const [users, stores] = await Promise.all([
    prisma.appUser.findMany({
      where,
      include: {
        agency: { select: { code: true } },
        secondFactor: { select: { confirmedAt: true } },
        identity: { select: { issuer: true } },
        oneTimeCodes: { where: { endedAt: null, expiresAt: { gt: new Date() } }, take: 1 },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    prisma.store.findMany({ select: { id: true, code: true } }),
  ]);
  const codeOf = new Map(stores.map(({ id, code }) => [id, code]));
  return users.map(({ id, email, name, role, storeId, agency, language, active, ...of }) => {
    assert(isPersonRole(role), `${role} is no role of people`);
    return {
      id,
      email,
      name,
      role,
      store: storeId === null ? null : (codeOf.get(storeId) ?? null),
      agency: agency?.code ?? null,
      language: languageOf(language),
      active,
      invited: of.oneTimeCodes.length > 0,
      secondFactor: (of.secondFactor?.confirmedAt ?? null) !== null,
      provider: of.identity?.issuer ?? null,
    };
  });
}

/** One person that is there. */
export async function userOnWire(prisma: Reader, id: string) {
  const [user] = await usersOnWire(prisma, { id });
  assert(user !== undefined, 'a person who was just written is not there');
  return user;
}

/** All keys, the newest first. */
export async function keysOnWire(prisma: Reader, where: Readonly<{ keyId?: string }> = {}) {
  const keys = await prisma.apiKey.findMany({
    where,
    include: {
      user: { select: { name: true } },
      terminal: { select: { code: true } },
      agency: { select: { code: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: KEYS_MAX,
  });
  return keys.map(({ keyId, label, role, user, terminal, agency, scopes, ...times }) => {
    assert(isRole(role), `${role} is no role`);
    return {
      keyId,
      label,
      role,
      holder: user?.name ?? terminal?.code ?? agency?.code ?? null,
      scopes,
      createdAt: times.createdAt.toISOString(),
      expiresAt: times.expiresAt?.toISOString() ?? null,
      revokedAt: times.revokedAt?.toISOString() ?? null,
    };
  });
}

/** One key that is there. */
export async function keyOnWire(prisma: Reader, keyId: string) {
  const [key] = await keysOnWire(prisma, { keyId });
  assert(key !== undefined, 'a key that was just written is not there');
  return key;
}
