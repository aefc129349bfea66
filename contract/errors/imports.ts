import type { ErrorTable } from './table.js';

/** Refusals of files that bring in what a company has in another system, of their rows and cells. */
export const IMPORT_ERRORS = {
  IMPORT_NOT_FOUND: { status: 404, title: 'The import is not there' },
  IMPORT_PROFILE_UNKNOWN: { status: 422, title: 'There is no such import profile' },
  IMPORT_PROFILE_IN_USE: { status: 409, title: 'Files were read by this profile as another kind' },
  IMPORT_FIELD_UNKNOWN: { status: 422, title: 'Files of this kind have no such field' },
  IMPORT_EMPTY: { status: 422, title: 'The file has no rows' },
  IMPORT_ENCODING: { status: 422, title: 'The file is no text' },
  IMPORT_COLUMNS_TOO_MANY: { status: 422, title: 'The file has more columns than a file may have' },
  IMPORT_ROWS_TOO_MANY: { status: 422, title: 'The file has more rows than a file may have' },
  IMPORT_HEADER_MISSING: { status: 422, title: 'The file has no header that is understood' },
  IMPORT_COLUMN_MISSING: { status: 422, title: 'The file lacks a column' },
  IMPORT_COLUMN_AMBIGUOUS: { status: 422, title: 'Two columns say the same' },
  IMPORT_GIVEN_UP: { status: 422, title: 'The import failed again and again' },
  IMPORT_ROW_TOO_LONG: { status: 422, title: 'The row is too long' },
  IMPORT_ROW_TOO_WIDE: { status: 422, title: 'The row has more cells than the header' },
  IMPORT_ROW_TOO_SHORT: { status: 422, title: 'The row has fewer cells than the header' },
  IMPORT_QUOTE_OPEN: { status: 422, title: 'A quote does not end' },
  IMPORT_ROW_CHANGED: { status: 409, title: 'The same key came before with other content' },
  IMPORT_NUMBER_ROUNDED: { status: 422, title: 'A spreadsheet has shortened the number' },
  IMPORT_NUMBER_AMBIGUOUS: { status: 422, title: 'The number may be read in two ways' },
  IMPORT_NUMBER_UNREADABLE: { status: 422, title: 'This is no number' },
  IMPORT_DATE_UNREADABLE: { status: 422, title: 'This is no date' },
  IMPORT_FLAG_UNREADABLE: { status: 422, title: 'This is neither yes nor no' },
} as const satisfies ErrorTable;
