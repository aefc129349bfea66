import { findUser } from '../../../activities/people/find-user.js';
import {
  endOwnSessionRoute,
  endUserSessionsRoute,
  listOwnSessionsRoute,
  listUserSessionsRoute,
} from '../../../contract/people/sessions.js';
import { notFound } from '../../../domain/refusal.js';
import type { Principal } from '../../auth/principal.js';
import type { ApiDeps } from '../../deps.js';
import { route } from '../../route.js';

export const listOwnSessions = route(listOwnSessionsRoute).answers(async ({ principal }, deps) => {
  const data = await openSessionsOf(deps, personOf(principal), principal.session?.id);
  return { status: 200, body: { data } };
});

export const endOwnSession = route(endOwnSessionRoute).answers(
  async ({ params: { sessionId }, principal }, { sessions }) => {
    const ended = await sessions.endOf({ userId: personOf(principal), sessionId });
    if (ended === 0) throw notFound();
    return { status: 200, body: { ended } };
  },
);

export const listUserSessions = route(listUserSessionsRoute).answers(
  async ({ params: { userId }, principal }, deps) => {
    await findUser(deps.database.prisma, userId);
    const data = await openSessionsOf(deps, userId, principal.session?.id);
    return { status: 200, body: { data } };
  },
);

export const endUserSessions = route(endUserSessionsRoute).answers(
  async ({ params: { userId } }, { sessions, database }) => {
    await findUser(database.prisma, userId);
    return { status: 200, body: { ended: await sessions.endOf({ userId }) } };
  },
);

/** @throws Refusal `NOT_FOUND` for the key of a machine, which has no sessions. */
function personOf({ actor, session }: Principal): string {
  if (actor.kind !== 'user' && session === undefined) throw notFound();
  return actor.id;
}

async function openSessionsOf(
  { sessions }: Pick<ApiDeps, 'sessions'>,
  userId: string,
  current: string | undefined,
) {
  const open = await sessions.openOf(userId);
  return open.map(({ id, address, userAgent, ...times }) => ({
    id,
    address,
    program: userAgent,
    createdAt: times.createdAt.toISOString(),
    lastSeenAt: times.lastSeenAt.toISOString(),
    expiresAt: times.expiresAt.toISOString(),
    current: id === current,
  }));
}
