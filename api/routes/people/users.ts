import {
  addUser as add,
  changeUser as change,
  inviteUser as invite,
  resetPassword as reset,
  resetPasswordByMail as resetByMail,
  setPassword as set,
} from '../../../activities/people/users.js';
import {
  addUserRoute,
  changeUserRoute,
  inviteUserRoute,
  listUsersRoute,
  resetPasswordRoute,
  setPasswordRoute,
} from '../../../contract/people/users.js';
import { command, route } from '../../route.js';
import { userOnWire, usersOnWire } from './people-on-wire.js';

const NOT_STORED = { 'Cache-Control': 'no-store' };

export const listUsers = route(listUsersRoute).answers(async (_call, { database }) => ({
  status: 200,
  body: { data: await usersOnWire(database.prisma) },
}));

export const addUser = command(addUserRoute).answers(
  async ({ body: { byMail, ...person }, tx, ctx }) => {
    const wish = { ...person, store: person.store, agency: person.agency };
    const { userId, ...code } = byMail
      ? { userId: await invite(tx, ctx, wish), ...BY_MAIL }
      : await add(tx, ctx, wish);
    const user = await userOnWire(tx, userId);
    return { status: 201, body: { user, ...codeOnWire(code) }, headers: NOT_STORED };
  },
);

/** What is answered of a code that goes out by mail. */
const BY_MAIL = { code: null, expiresAt: null };

function codeOnWire({
  code,
  expiresAt,
}: Readonly<{ code: string | null; expiresAt: Date | null }>) {
  return { code, expiresAt: expiresAt?.toISOString() ?? null };
}

export const changeUser = route(changeUserRoute).answers(
  async ({ params: { userId }, body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) =>
      change(tx, ctx, { userId, ...body, store: body.store, agency: body.agency }),
    );
    return { status: 200, body: await userOnWire(database.prisma, userId) };
  },
);

export const resetPassword = command(resetPasswordRoute).answers(
  async ({ params: { userId }, tx, ctx }) => {
    const code = await reset(tx, ctx, userId);
    return { status: 201, body: codeOnWire(code), headers: NOT_STORED };
  },
);

export const inviteUser = command(inviteUserRoute).answers(
  async ({ params: { userId }, tx, ctx }) => {
    await resetByMail(tx, ctx, userId);
    const { email: to } = await userOnWire(tx, userId);
    return { status: 201, body: { to } };
  },
);

export const setPassword = route(setPasswordRoute).answers(async ({ body, ctx }, { database }) => {
  await database.transaction(ctx, (tx) => set(tx, ctx, body));
  return { status: 204, body: undefined };
});
