import type { Route } from '../../route.js';
import { addItem, listItems } from './items.js';
import { readCatalogue } from './read-catalogue.js';

/** Items and their prices. */
export const catalogueRoutes: readonly Route[] = [readCatalogue, listItems, addItem];
