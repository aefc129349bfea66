import { deliverSale as deliver } from '../../../activities/sale/sale-activities.js';
import { deliverInSandbox } from '../../../activities/sale/sandbox.js';
import { deliverSaleRoute } from '../../../contract/sale/deliver-sale.js';
import { command } from '../../route.js';
import { visibleSale } from './visible-sale.js';

export const deliverSale = command(deliverSaleRoute).answers(
  async ({ params, principal, ctx }, { database, clock }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const { kind } =
      principal.isSandbox === true
        ? await deliverInSandbox(database, ctx, saleId)
        : await deliver({ database, clock }, { saleId, ctx });
    return { status: 201, body: { saleId, kind } };
  },
);
