import { isRole } from '../../contract/roles.js';
import { actorOfPerson } from '../../activities/people/actor-of-person.js';
import type { Database } from '../../prisma/database.js';
import type { Principal, SecondFactorState } from './principal.js';

/** A screen that was left alone; an open stream of events counts as its use. */
const SESSION_IDLE_MS = 60 * 60 * 1000;
/** How exact the last use is known: the hot path writes no more often. */
const SEEN_EVERY_MS = 60_000;

export type SessionOfPerson = Readonly<{
  id: string;
  address: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}>;

const SHOWN = {
  id: true,
  address: true,
  userAgent: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
} as const;

/** The open sessions of a person, the last used first. */
export function openOf(
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

/** Whose session this is, while it is open and in use. */
export async function readSession(
  prisma: Database['prisma'],
  hash: string,
  nowMs: number,
): Promise<Principal | undefined> {
  const session = await prisma.session.findUnique({
    where: { tokenHash: Buffer.from(hash, 'hex') },
    include: WITH_PERSON,
  });
  if (session === null || session.endedAt !== null || !isWorking(session.user)) return undefined;
  const unusedMs = nowMs - session.lastSeenAt.getTime();
  if (unusedMs >= SESSION_IDLE_MS) return undefined;
  if (unusedMs >= SEEN_EVERY_MS) {
    const data = { lastSeenAt: new Date(nowMs) };
    await prisma.session.update({ where: { id: session.id }, data });
  }
  return principalOf(prisma, session, session.user);
}

/** What is read of a person with the session. */
export const WITH_SECOND_FACTOR = {
  include: {
    secondFactor: { select: { confirmedAt: true } },
    agency: {
      select: {
        active: true,
        placements: { where: { closedAt: null }, take: 1, select: { id: true } },
      },
    },
  },
} as const;

/** What is read with a session. */
export const WITH_PERSON = {
  user: WITH_SECOND_FACTOR,
  provider: { select: { id: true, name: true } },
} as const;

type Worker = Readonly<{
  active: boolean;
  agency: Readonly<{ active: boolean; placements: readonly unknown[] }> | null;
}>;

/** Whether the person may come in. An agency that gets no new cases still reports on those that it has. */
export function isWorking({ active, agency }: Worker): boolean {
  return active && (agency === null || agency.active || agency.placements.length > 0);
}

type SessionRow = Readonly<{
  id: string;
  csrfToken: string;
  expiresAt: Date;
  passwordAt: Date;
  provider: Readonly<{ id: string; name: string }> | null;
  secondFactorThere: boolean;
}>;

export type PersonRow = Readonly<{
  id: string;
  name: string;
  role: string;
  storeId: string | null;
  agencyId: string | null;
  secondFactor: Readonly<{ confirmedAt: Date | null }> | null;
}>;

/** The caller that a session stands for; undefined when the person has no role of today. */
export async function principalOf(
  prisma: Database['prisma'],
  { id, csrfToken, expiresAt, passwordAt, provider, secondFactorThere }: SessionRow,
  user: PersonRow,
): Promise<Principal | undefined> {
  if (!isRole(user.role)) return undefined;
  return {
    kind: 'known',
    role: user.role,
    actor: actorOfPerson(user),
    scopes: [],
    terminalId: undefined,
    agencyId: user.agencyId ?? undefined,
    storeId: user.storeId ?? undefined,
    session: {
      id,
      csrfToken,
      expiresAt: expiresAt.toISOString(),
      passwordAt: passwordAt.toISOString(),
      provider,
      secondFactor: secondFactorThere ? 'by-provider' : await secondFactorOf(prisma, user),
    },
  };
}

/** Whether a person has proved to have a second factor. */
export function hasSecondFactor({ secondFactor }: Pick<PersonRow, 'secondFactor'>): boolean {
  return secondFactor !== null && secondFactor.confirmedAt !== null;
}

async function secondFactorOf(
  prisma: Database['prisma'],
  user: PersonRow,
): Promise<SecondFactorState> {
  if (hasSecondFactor(user)) return 'set';
  const { role } = user;
  return (await prisma.secondFactorRole.findUnique({ where: { role } })) === null
    ? 'not-set'
    : 'required';
}
