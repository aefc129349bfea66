import type { ErrorTable } from './table.js';

/** Refusals of the set-up: company, stores, tills, goods. */
export const COMPANY_ERRORS = {
  PEOPLE_EXIST: { status: 409, title: 'The books have people already' },
  COMPANY_EXISTS: { status: 409, title: 'The books have a company already' },
  COMPANY_MISSING: { status: 409, title: 'The books have no company yet' },
  COUNTRY_UNSUPPORTED: { status: 422, title: 'There is no tax table of this country' },
  TAX_NUMBER_MALFORMED: { status: 422, title: 'This is no tax number of the country' },
  TIME_ZONE_UNKNOWN: { status: 422, title: 'There is no such time zone' },
  CODE_TAKEN: { status: 409, title: 'The code is in use' },
  STORE_UNKNOWN: { status: 422, title: 'There is no such store' },
  PRINTER_UNKNOWN: { status: 422, title: 'The store has no such printer' },
  TERMINAL_NOT_FOUND: { status: 404, title: 'The till is not there' },
  ENROLMENT_CODE_INVALID: { status: 422, title: 'The code is wrong, used, or has ended' },
  SKU_TAKEN: { status: 409, title: 'Another item has this SKU' },
  BARCODE_TAKEN: { status: 409, title: 'Another item has this barcode' },
  BARCODE_MALFORMED: { status: 422, title: 'The check digit of the barcode is wrong' },
  TAX_CODE_UNKNOWN: { status: 422, title: 'The tax table has no such code' },
  QUANTITY_STEP_INVALID: { status: 422, title: 'Goods are not sold in this step' },
  QUANTITY_NOT_POSITIVE: { status: 422, title: 'A quantity is not above zero' },
  LOCATION_UNKNOWN: { status: 422, title: 'There is no such location' },
  ITEM_UNKNOWN: { status: 422, title: 'There is no such item' },
  ITEM_NOT_STOCKED: { status: 422, title: 'The item is not kept in stock' },
} as const satisfies ErrorTable;
