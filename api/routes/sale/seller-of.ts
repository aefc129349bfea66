import type { Seller } from '../../../activities/sale/capture/find-till.js';
import type { Principal } from '../../auth/principal.js';

/** A terminal's key may sell at that terminal, staff in their store, an integration anywhere. */
export function sellerOf({ role, terminalId, storeId }: Principal): Seller {
  return role === 'terminal' ? { terminalId } : { storeId };
}
