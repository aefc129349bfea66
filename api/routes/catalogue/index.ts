import type { Route } from '../../route.js';
import { listStock } from './list-stock.js';
import { readCatalogue } from './read-catalogue.js';

/** What is sold and what is there. */
export const catalogueRoutes: readonly Route[] = [readCatalogue, listStock];
