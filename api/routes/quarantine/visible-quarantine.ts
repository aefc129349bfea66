import { doorsFor, type Door } from '../../../contract/quarantine/doors.js';
import type { Principal } from '../../auth/principal.js';

/**
 * What of the quarantine a caller sees: doors of its role, and of a store's staff what came from that store. The rest
 * is as if it were not there.
 */
export function visibleQuarantine({
  role,
  storeId,
}: Principal): Readonly<{ door: { in: Door[] }; storeId?: string }> {
  return { door: { in: doorsFor(role) }, ...(storeId === undefined ? {} : { storeId }) };
}
