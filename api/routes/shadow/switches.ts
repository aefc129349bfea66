import {
  askForStoreSwitch as ask,
  beginShadow as begin,
  withdrawStoreSwitch as withdraw,
} from '../../../activities/shadow/switches.js';
import {
  askForStoreSwitchRoute,
  beginShadowRoute,
  readStoreSwitchesRoute,
  withdrawStoreSwitchRoute,
} from '../../../contract/shadow/switches.js';
import { command, route } from '../../route.js';
import { readChange } from '../company/master-changes.js';
import { switchesOnWire } from './switches-on-wire.js';

export const readStoreSwitches = route(readStoreSwitchesRoute).answers(
  async ({ params: { storeId }, principal, ctx }, { database }) => ({
    status: 200,
    body: await switchesOnWire(database.prisma, { storeId, of: principal, at: ctx.at }),
  }),
);

export const beginShadow = command(beginShadowRoute).answers(
  async ({ params: { storeId }, body: { reason }, principal, tx, ctx }) => {
    await begin(tx, ctx, { storeId, reason });
    return { status: 201, body: await switchesOnWire(tx, { storeId, of: principal, at: ctx.at }) };
  },
);

export const askForStoreSwitch = command(askForStoreSwitchRoute).answers(
  async ({ params: { storeId }, body, tx, ctx }) => ({
    status: 202,
    body: await readChange(tx, await ask(tx, ctx, { storeId, ...body })),
  }),
);

export const withdrawStoreSwitch = command(withdrawStoreSwitchRoute).answers(
  async ({ params, principal, tx, ctx }) => {
    const storeId = await withdraw(tx, ctx, params);
    return { status: 200, body: await switchesOnWire(tx, { storeId, of: principal, at: ctx.at }) };
  },
);
