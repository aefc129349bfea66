import { agencyErrors } from './errors/agency.js';
import { bankingErrors } from './errors/banking.js';
import { httpErrors } from './errors/http.js';
import { moneyErrors } from './errors/money.js';
import { receivableErrors } from './errors/receivable.js';
import { saleErrors } from './errors/sale.js';
import type { ErrorTable } from './errors/table.js';

/** Every code that this service ever answers with. Codes are for ever; titles may be reworded. */
export const errors = {
  ...httpErrors,
  ...moneyErrors,
  ...saleErrors,
  ...receivableErrors,
  ...bankingErrors,
  ...agencyErrors,
} as const satisfies ErrorTable;

export type ErrorCode = keyof typeof errors;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

/** A URN, so that it never depends on where the service runs: `urn:lunas:problem:sale-conflict`. */
export function problemType(code: string): string {
  return `urn:lunas:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}
