import { printCopyRoute } from '../../../contract/receipt/receipt.js';
import { command } from '../../route.js';
import { visibleSale } from '../sale/visible-sale.js';

export const printCopy = command(printCopyRoute).answers(
  async ({ params, principal, ctx }, { database }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const copy = await database.call<{ printJobId: string; copyNumber: number }>(
      'request_copy',
      ctx,
      { saleId },
    );
    return { status: 201, body: copy };
  },
);
