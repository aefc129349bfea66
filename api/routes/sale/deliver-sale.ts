import { deliverSale as deliver } from '../../../activities/sale/sale-activities.js';
import { deliverSaleRoute } from '../../../contract/sale/deliver-sale.js';
import { command } from '../../route.js';
import { visibleSale } from './visible-sale.js';

export const deliverSale = command(deliverSaleRoute).answers(
  async ({ params, principal, ctx }, { database, clock }) => {
    const { id: saleId } = await visibleSale(database, { principal, saleId: params.saleId });
    const { kind } = await deliver({ database, clock }, { saleId, ctx });
    return { status: 201, body: { saleId, kind } };
  },
);
