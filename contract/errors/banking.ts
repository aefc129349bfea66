import type { ErrorTable } from './table.js';

/** Refusals of bank statements, payments and allocations. */
export const bankingErrors = {} as const satisfies ErrorTable;
