import type { Route } from '../../route.js';
import { captureSale } from './capture-sale.js';
import { findSales } from './find-sales.js';
import { readSale } from './read-sale.js';
import { priceBasket } from './price-basket.js';
import { deliverSale } from './deliver-sale.js';
import { syncSales } from './sync-sales.js';
import { reconcile } from './reconcile.js';
import { identifyLine, listSuspenseLines, undoIdentification } from './suspense-lines.js';

/** Routes that tills call about sales. */
export const saleRoutes: readonly Route[] = [
  captureSale,
  priceBasket,
  findSales,
  readSale,
  deliverSale,
  syncSales,
  reconcile,
  listSuspenseLines,
  identifyLine,
  undoIdentification,
];
