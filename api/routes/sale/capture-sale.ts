import { captureSaleRoute } from '../../../contract/sale/capture-sale.js';
import { route } from '../../route.js';
import { sellerOf } from './seller-of.js';

const REPLAYED = { 'Idempotency-Replayed': 'true' };

export const captureSale = route(captureSaleRoute).answers(
  async ({ params, body, principal, ctx }, { capture, hint }) => {
    const { saleId } = params;
    const captured = await capture({ saleId, body, seller: sellerOf(principal), ctx });
    if (captured.kind === 'in-shadow')
      return { status: 202, body: captured.sale, headers: captured.isReplay ? REPLAYED : {} };
    if (captured.kind === 'replayed')
      return { status: 200, body: captured.sale, headers: REPLAYED };
    hint();
    return { status: 201, body: captured.sale };
  },
);
