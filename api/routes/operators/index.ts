import type { Route } from '../../route.js';
import { docs, docsAsset } from './docs.js';
import { health } from './health.js';
import { metrics } from './metrics.js';
import { readiness } from './readiness.js';

/** Routes for operators of the service. */
export const operatorRoutes: readonly Route[] = [health, readiness, metrics, docs, docsAsset];
