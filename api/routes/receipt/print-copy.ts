import { requestCopy } from '../../../activities/receipt/request-copy.js';
import { printCopyRoute } from '../../../contract/receipt/receipt.js';
import { command } from '../../route.js';
import { visibleSale } from '../sale/visible-sale.js';

export const printCopy = command(printCopyRoute).answers(
  async ({ params, principal, ctx }, { database }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const copy = await requestCopy(database, ctx, saleId);
    return { status: 201, body: copy };
  },
);
