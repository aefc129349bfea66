import { receiveStock as receive } from '../../../activities/stock/receive-stock.js';
import { receiveStockRoute } from '../../../contract/stock/stock-receipts.js';
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
