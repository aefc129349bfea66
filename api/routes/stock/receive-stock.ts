import { receiveStock as receive, takeGoodsBack } from '../../../activities/stock/receive-stock.js';
import {
  receiveStockRoute,
  undoStockReceiptRoute,
} from '../../../contract/stock/stock-receipts.js';
import { command } from '../../route.js';
import { readChange } from '../company/master-changes.js';

export const receiveStock = command(receiveStockRoute).answers(
  async ({ body, principal: { storeId }, tx, ctx }) => {
    const outcome = await receive(tx, ctx, { ...body, businessDate: body.businessDate, storeId });
    const shown = { id: outcome.documentId, location: body.location, lines: body.lines.length };
    if (outcome.kind === 'received') return { status: 201, body: { ...shown, waiting: null } };
    const waiting = await readChange(tx, outcome.masterChangeId);
    return { status: 202, body: { ...shown, waiting } };
  },
);

export const undoStockReceipt = command(undoStockReceiptRoute).answers(
  async ({ params: { stockReceiptId }, principal: { storeId = null }, tx, ctx }) => {
    const taken = await takeGoodsBack(tx, ctx, { stockReceiptId, storeId });
    return { status: 200, body: { id: stockReceiptId, ...taken, waiting: null } };
  },
);
