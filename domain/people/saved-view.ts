/** Lists of the console whose filters a person may keep under a name; each is the page of that address. */
export const SAVED_VIEW_LISTS = [
  'sales',
  'queue',
  'customers',
  'matching',
  'agencies',
  'ledger',
  'stock',
  'prices',
] as const;

export type SavedViewList = (typeof SAVED_VIEW_LISTS)[number];

/** How many views a person may keep of one list. To look for one among more takes longer than to set the filters. */
export const SAVED_VIEWS_MAX = 20;
