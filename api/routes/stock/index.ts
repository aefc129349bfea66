import type { Route } from '../../route.js';
import { listStock } from './list-stock.js';
import { receiveStock, undoStockReceipt } from './receive-stock.js';
import { countStock, decideStockCount, listStockCounts } from './stock-counts.js';

/** Stock levels, goods that come in, and counts. */
export const stockRoutes: readonly Route[] = [
  listStock,
  receiveStock,
  undoStockReceipt,
  listStockCounts,
  countStock,
  decideStockCount,
];
