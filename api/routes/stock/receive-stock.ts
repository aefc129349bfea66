import { receiveStock as receive } from '../../../activities/stock/receive-stock.js';
import { receiveStockRoute } from '../../../contract/stock/stock-receipts.js';
import { command } from '../../route.js';

export const receiveStock = command(receiveStockRoute).answers(
  async ({ body, principal: { storeId }, tx, ctx }) => {
    const id = await receive(tx, ctx, { ...body, businessDate: body.businessDate, storeId });
    return { status: 201, body: { id, location: body.location, lines: body.lines.length } };
  },
);
