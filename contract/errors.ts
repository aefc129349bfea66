import { AGENCY_ERRORS } from './errors/agency.js';
import { COMPANY_ERRORS } from './errors/company.js';
import { BANKING_ERRORS } from './errors/banking.js';
import { CUSTOMER_ERRORS } from './errors/customer.js';
import { HTTP_ERRORS } from './errors/http.js';
import { IDENTITY_ERRORS } from './errors/identity.js';
import { IMPORT_ERRORS } from './errors/imports.js';
import { MONEY_ERRORS } from './errors/money.js';
import { RECEIVABLE_ERRORS } from './errors/receivable.js';
import { SALE_ERRORS } from './errors/sale.js';
import type { ErrorTable } from './errors/table.js';

/** Every error code of this service. Codes never change; titles may be reworded. */
export const ERRORS = {
  ...HTTP_ERRORS,
  ...MONEY_ERRORS,
  ...SALE_ERRORS,
  ...RECEIVABLE_ERRORS,
  ...BANKING_ERRORS,
  ...AGENCY_ERRORS,
  ...COMPANY_ERRORS,
  ...CUSTOMER_ERRORS,
  ...IMPORT_ERRORS,
  ...IDENTITY_ERRORS,
} as const satisfies ErrorTable;

export type ErrorCode = keyof typeof ERRORS;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

/** A URN, so that it does not depend on the host name: `urn:lunas:problem:sale-conflict`. */
export function problemType(code: string): string {
  return `urn:lunas:problem:${code.toLowerCase().replaceAll('_', '-')}`;
}
