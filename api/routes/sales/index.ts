import type { Route } from '../../route.js';
import { captureSale } from './capture-sale.js';
import { deliverSale } from './deliver-sale.js';
import { printCopy } from './print-copy.js';
import { readReceipt } from './read-receipt.js';
import { readSale } from './read-sale.js';
import { reconcile } from './reconcile.js';
import { syncSales } from './sync-sales.js';

/** What tills call about sales. */
export const saleRoutes: readonly Route[] = [
  captureSale,
  readSale,
  readReceipt,
  printCopy,
  deliverSale,
  syncSales,
  reconcile,
];
