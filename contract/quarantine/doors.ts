import { FINANCE_AND_STORES, FINANCE_READERS, type Role } from '../roles.js';

/** The kind of data of a door decides who may see what it refused. */
type Kind = 'sale' | 'banking' | 'collection';

/** Every door that keeps what it refuses. */
const DOORS = {
  'PUT /v1/sales': 'sale',
  'POST /v1/sync': 'sale',
  'POST /v1/bank-statements': 'banking',
  'POST /v1/agency/placements/{placementId}/acknowledgement': 'collection',
  'POST /v1/agency/placements/{placementId}/events': 'collection',
  'POST /v1/agency/remittances': 'collection',
} as const satisfies Record<string, Kind>;

export type Door = keyof typeof DOORS;

/** As for what was accepted: bank files and the reports of agencies are for finance. */
const READERS: Readonly<Record<Kind, readonly Role[]>> = {
  sale: FINANCE_AND_STORES,
  banking: FINANCE_READERS,
  collection: FINANCE_READERS,
};

export const QUARANTINE_READERS = READERS.sale;

/** The doors whose refused content this role may see. */
export function doorsFor(role: Role): Door[] {
  const doors = Object.keys(DOORS) as Door[];
  return doors.filter((door) => READERS[DOORS[door]].includes(role));
}
