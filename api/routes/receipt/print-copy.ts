import { requestCopy } from '../../../activities/receipt/request-copy.js';
import { copyInSandbox } from '../../../activities/sale/sandbox.js';
import { printCopyRoute } from '../../../contract/receipt/receipt.js';
import { command } from '../../route.js';
import { visibleSale } from '../sale/visible-sale.js';

export const printCopy = command(printCopyRoute).answers(
  async ({ params, principal, ctx }, { database }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const copy =
      principal.isSandbox === true
        ? await copyInSandbox(database, ctx, saleId)
        : await requestCopy(database, ctx, saleId);
    return { status: 201, body: copy };
  },
);
