import type { ImportKindName } from '../../../contract/imports/kinds.js';
import type { ImportKind } from '../import-kind.js';
import { balancesKind } from './balances.js';
import { customersKind } from './customers.js';
import { dayTotalsKind } from './day-totals.js';
import { itemsKind } from './items.js';
import { placementsKind } from './placements.js';
import { pricesKind } from './prices.js';
import { receivablesKind } from './receivables.js';
import { salesKind } from './sales.js';
import { stockKind } from './stock.js';

/** Every kind of file, by its name. */
export const IMPORT_KIND_OF: Readonly<Record<ImportKindName, ImportKind>> = {
  items: itemsKind,
  prices: pricesKind,
  customers: customersKind,
  stock: stockKind,
  receivables: receivablesKind,
  placements: placementsKind,
  balances: balancesKind,
  sales: salesKind,
  'day-totals': dayTotalsKind,
};
