import { changeItem as change } from '../../../activities/catalogue/change-item.js';
import {
  addBarcode as give,
  removeBarcode as take,
} from '../../../activities/catalogue/item-barcodes.js';
import {
  bringItemBack as bringBack,
  withdrawItem as withdraw,
} from '../../../activities/catalogue/withdraw-item.js';
import {
  addBarcodeRoute,
  bringItemBackRoute,
  changeItemRoute,
  removeBarcodeRoute,
  withdrawItemRoute,
} from '../../../contract/catalogue/change-items.js';
import { command, route } from '../../route.js';
import { readItemOnWire } from './items-on-wire.js';

export const changeItem = route(changeItemRoute).answers(
  async ({ params: { itemId }, body, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await change(tx, itemId, body);
      return readItemOnWire(tx, { itemId, at: ctx.at });
    }),
  }),
);

export const addBarcode = command(addBarcodeRoute).answers(
  async ({ params: { itemId }, body: { barcode }, tx, ctx }) => {
    await give(tx, { itemId, barcode });
    return { status: 201, body: await readItemOnWire(tx, { itemId, at: ctx.at }) };
  },
);

export const removeBarcode = route(removeBarcodeRoute).answers(
  async ({ params, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await take(tx, ctx, params);
      return readItemOnWire(tx, { itemId: params.itemId, at: ctx.at });
    }),
  }),
);

export const withdrawItem = command(withdrawItemRoute).answers(
  async ({ params: { itemId }, body: { replacedBy }, tx, ctx }) => {
    await withdraw(tx, ctx, { itemId, replacedBy });
    return { status: 200, body: await readItemOnWire(tx, { itemId, at: ctx.at }) };
  },
);

export const bringItemBack = route(bringItemBackRoute).answers(
  async ({ params: { itemId }, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await bringBack(tx, itemId);
      return readItemOnWire(tx, { itemId, at: ctx.at });
    }),
  }),
);
