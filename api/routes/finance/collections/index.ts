import type { Route } from '../../../route.js';
import { collectionsReport } from './collections-report.js';
import { decideWriteOff } from './decide-write-off.js';
import { listPlacements } from './list-placements.js';
import { openDispute } from './open-dispute.js';
import { placeHold } from './place-hold.js';
import { placeInvoice } from './place-invoice.js';
import { readPlacement } from './read-placement.js';
import { recallPlacement } from './recall-placement.js';
import { recordPromise } from './record-promise.js';
import { releaseHold } from './release-hold.js';
import { requestWriteOff } from './request-write-off.js';
import { resolveDispute } from './resolve-dispute.js';
import { withdrawPromise } from './withdraw-promise.js';

/** Promises, disputes, holds, write-offs, placements, and the report about them. */
export const collectionRoutes: readonly Route[] = [
  recordPromise,
  withdrawPromise,
  openDispute,
  resolveDispute,
  placeHold,
  releaseHold,
  requestWriteOff,
  decideWriteOff,
  placeInvoice,
  listPlacements,
  readPlacement,
  recallPlacement,
  collectionsReport,
];
