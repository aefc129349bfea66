import type { Route } from '../../route.js';
import { listStock } from './list-stock.js';

/** Stock levels. */
export const stockRoutes: readonly Route[] = [listStock];
