import type { Route } from '../../../route.js';
import { listPlacements } from './list-placements.js';
import { placeInvoice } from './place-invoice.js';
import { readPlacement } from './read-placement.js';
import { recallPlacement } from './recall-placement.js';

/** Invoices at collection agencies, as the finance team handles them. */
export const placementRoutes: readonly Route[] = [
  placeInvoice,
  listPlacements,
  readPlacement,
  recallPlacement,
];
