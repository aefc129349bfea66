import { captureSaleRoute } from '../../../contract/sale/capture-sale.js';
import { route } from '../../route.js';
import { sellerOf } from './seller-of.js';

export const captureSale = route(captureSaleRoute).answers(
  async ({ params, body, principal, ctx }, { capture, hint }) => {
    const { saleId } = params;
    const { kind, sale } = await capture({ saleId, body, seller: sellerOf(principal), ctx });
    if (kind === 'replayed')
      return { status: 200, body: sale, headers: { 'Idempotency-Replayed': 'true' } };
    hint();
    return { status: 201, body: sale };
  },
);
