import type { Route } from '../../route.js';
import { cashRoutes } from './cash-routes.js';
import { collectionRoutes } from './collections/index.js';

/** Invoices, bank statements, payments, promises, disputes, holds, write-offs, placements, reports. */
export const financeRoutes: readonly Route[] = [...cashRoutes, ...collectionRoutes];
