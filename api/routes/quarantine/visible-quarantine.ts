import { doorsFor, type Door } from '../../../contract/quarantine/doors.js';
import type { Principal } from '../../auth/principal.js';

/**
 * Limits the quarantine to what a caller may see: doors of its role, for staff of a store only entries of that store.
 * Other entries are not found.
 */
export function visibleQuarantine({
  role,
  storeId,
}: Principal): Readonly<{ door: { in: Door[] }; storeId?: string }> {
  return { door: { in: doorsFor(role) }, ...(storeId === undefined ? {} : { storeId }) };
}
