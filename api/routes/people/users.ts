import {
  addUser as add,
  changeUser as change,
  resetPassword as reset,
  setPassword as set,
} from '../../../activities/people/users.js';
import {
  addUserRoute,
  changeUserRoute,
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

export const addUser = command(addUserRoute).answers(async ({ body, tx, ctx }) => {
  const { userId, code, expiresAt } = await add(tx, ctx, {
    ...body,
    store: body.store,
    agency: body.agency,
  });
  const user = await userOnWire(tx, userId);
  return {
    status: 201,
    body: { user, code, expiresAt: expiresAt.toISOString() },
    headers: NOT_STORED,
  };
});

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
    const { code, expiresAt } = await reset(tx, ctx, userId);
    return {
      status: 201,
      body: { code, expiresAt: expiresAt.toISOString() },
      headers: NOT_STORED,
    };
  },
);

export const setPassword = route(setPasswordRoute).answers(async ({ body, ctx }, { database }) => {
  await database.transaction(ctx, (tx) => set(tx, ctx, body));
  return { status: 204, body: undefined };
});
