import type { Route } from '../../route.js';
import { listStock } from './list-stock.js';
import { receiveStock } from './receive-stock.js';

/** Stock levels, and goods that come in. */
export const stockRoutes: readonly Route[] = [listStock, receiveStock];
