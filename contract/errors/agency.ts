import type { ErrorTable } from './table.js';

/** Refusals of placements, agency events and remittances. */
export const agencyErrors = {} as const satisfies ErrorTable;
