/** Lists of the console that a person may take with them, each by the name under which the audit trail keeps it. */
export const EXPORTED_LISTS = [
  'accounts',
  'agency-cases',
  'audit-trail',
  'balances',
  'bank-accounts',
  'bank-file-lines',
  'bank-files',
  'bank-profiles',
  'call-list',
  'customer-duplicates',
  'customer-items',
  'customer-merges',
  'customers',
  'disputes',
  'dunning-policies',
  'found-sales',
  'held-letters',
  'holidays',
  'identity-providers',
  'import-rows',
  'imports',
  'items',
  'journal',
  'keys',
  'letter-texts',
  'next-letters',
  'number-series',
  'people',
  'pin-checks',
  'pins',
  'price-change',
  'price-changes',
  'price-lists',
  'printers',
  'promises',
  'promotions',
  'refused',
  'remittances',
  'sales',
  'scorecards',
  'sent-letters',
  'shadow-days',
  'shadow-differences',
  'shadow-sale-lines',
  'stock',
  'stock-counts',
  'suspense-lines',
  'tax-rules',
  'tenders',
  'webhook-deliveries',
] as const;

export type ExportedList = (typeof EXPORTED_LISTS)[number];

/** How a list leaves the console: as a file, or on paper, which may be a PDF. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'print'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows of one export at most: a page reads them in some seconds and a spreadsheet opens them at once. */
export const EXPORT_ROWS_MAX = 10_000;
