import type { Route } from '../../route.js';
import { listStock } from './list-stock.js';

/** What is on the shelves. */
export const stockRoutes: readonly Route[] = [listStock];
