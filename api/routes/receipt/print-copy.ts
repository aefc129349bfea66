import { printCopyRoute } from '../../../contract/receipt/receipt.js';
import { command } from '../../route.js';
import { visibleSale } from '../sale/visible-sale.js';
import * as receiptCommands from '../../../prisma/commands/receipt.js';

export const printCopy = command(printCopyRoute).answers(
  async ({ params, principal, ctx }, { database }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const copy = await database.call(receiptCommands.requestCopy, ctx, { saleId });
    return { status: 201, body: copy };
  },
);
