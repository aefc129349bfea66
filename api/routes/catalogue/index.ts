import type { Route } from '../../route.js';
import { readCatalogue } from './read-catalogue.js';

/** What is sold, and at which prices. */
export const catalogueRoutes: readonly Route[] = [readCatalogue];
