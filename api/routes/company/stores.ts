import {
  addLocation as addALocation,
  addStore as add,
  changeStore as change,
  renameLocation,
} from '../../../activities/company/stores.js';
import {
  addLocationRoute,
  addStoreRoute,
  changeLocationRoute,
  changeStoreRoute,
  listStoresRoute,
} from '../../../contract/company/stores.js';
import { command, route } from '../../route.js';
import { storesOnWire, written } from './stores-on-wire.js';

/** Staff of a store see their own. */
export const listStores = route(listStoresRoute).answers(
  async ({ principal: { storeId }, ctx: { at } }, { database }) => ({
    status: 200,
    body: { data: await storesOnWire(database.prisma, { storeId, at }) },
  }),
);

export const addStore = command(addStoreRoute).answers(async ({ body, tx, ctx: { at } }) => {
  const id = await add(tx, {
    ...body,
    timeZone: body.timeZone,
    cashRoundingStep: body.cashRoundingStep,
  });
  return { status: 201, body: await written(storesOnWire(tx, { id, at })) };
});

export const changeStore = route(changeStoreRoute).answers(
  async ({ params: { storeId }, body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => change(tx, { storeId, ...body }));
    const wanted = { id: storeId, at: ctx.at };
    return { status: 200, body: await written(storesOnWire(database.prisma, wanted)) };
  },
);

export const addLocation = command(addLocationRoute).answers(
  async ({ params: { storeId }, body, tx }) => {
    const id = await addALocation(tx, { storeId, ...body });
    return { status: 201, body: { id, ...body } };
  },
);

export const changeLocation = route(changeLocationRoute).answers(
  async ({ params, body, ctx }, { database }) => {
    const location = await database.transaction(ctx, (tx) =>
      renameLocation(tx, { ...params, ...body }),
    );
    return { status: 200, body: { id: location.id, code: location.code, name: location.name } };
  },
);
