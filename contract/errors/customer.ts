import type { ErrorTable } from './table.js';

/** Refusals of customers as masters, their contacts and their credit lines. */
export const CUSTOMER_ERRORS = {
  CUSTOMER_NOT_FOUND: { status: 404, title: 'The customer is not there' },
  CUSTOMER_DISABLED: { status: 409, title: 'The customer was disabled before' },
  CUSTOMER_ACTIVE: { status: 409, title: 'The customer is not disabled' },
  CREDIT_LIMIT_IN_PAST: { status: 422, title: 'The limit would have ended already' },
  CREDIT_BLOCKED: { status: 409, title: 'The credit line was blocked before' },
  CREDIT_NOT_BLOCKED: { status: 409, title: 'The credit line is not blocked' },
  CUSTOMER_MERGED: { status: 409, title: 'Another customer stands for it' },
  CUSTOMER_HAS_CASE: { status: 409, title: 'A collection agency has a case of the customer' },
  MERGE_WITH_ITSELF: { status: 422, title: 'This is one customer' },
  MERGE_NOT_FOUND: { status: 404, title: 'The merge is not there' },
  MERGE_UNDONE: { status: 409, title: 'The merge was undone before' },
  CONTACT_NOT_FOUND: { status: 404, title: 'The contact is not there' },
  CONTACT_ADDRESS_MALFORMED: { status: 422, title: 'The channel has no such address' },
  COUNTRY_UNKNOWN: { status: 422, title: 'There is no such country' },
  TAX_BRANCH_MALFORMED: { status: 422, title: 'This is no place of business of the tax number' },
  IDENTITY_NUMBER_MALFORMED: { status: 422, title: 'This is no identity number' },
  PHONE_MALFORMED: { status: 422, title: 'No telephone has this number' },
} as const satisfies ErrorTable;
