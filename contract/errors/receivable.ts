import type { ErrorTable } from './table.js';

/** Refusals of invoices, promises, disputes, holds, write-offs and credit notes. */
export const receivableErrors = {} as const satisfies ErrorTable;
