import { printCopyRoute } from '../../../contract/sale/receipt.js';
import { callIn } from '../../../prisma/database.js';
import { command } from '../../route.js';
import { visibleSale } from './visible-sale.js';

export const printCopy = command(printCopyRoute).answers(
  async ({ params, principal, ctx, tx }, { database }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const copy = await callIn<{ printJobId: string; copyNumber: number }>(tx, 'request_copy', [
      ctx,
      { saleId },
    ]);
    return { status: 201, body: copy };
  },
);
