import type { Seller } from '../../../activities/sale/capture/find-till.js';
import type { Principal } from '../../auth/principal.js';

/** A terminal's key sells at that terminal, people of a store in their store, an integration anywhere. */
export function sellerOf({ role, terminalId, storeId }: Principal): Seller {
  return role === 'terminal' ? { terminalId } : { storeId };
}
