import type { Route } from '../../../route.js';
import { listPlacements } from './list-placements.js';
import { placeInvoice } from './place-invoice.js';
import { decidePlacementRequest } from './decide-placement-request.js';
import { readPlacementRequest } from './read-placement-request.js';
import { readPlacement } from './read-placement.js';
import { recallPlacement } from './recall-placement.js';

/** Invoices at collection agencies, as the finance team handles them. */
export const placementRoutes: readonly Route[] = [
  placeInvoice,
  decidePlacementRequest,
  readPlacementRequest,
  listPlacements,
  readPlacement,
  recallPlacement,
];
