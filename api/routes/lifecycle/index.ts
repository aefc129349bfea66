import type { Route } from '../../route.js';
import { listLifecycles } from './list-lifecycles.js';
import { listWork } from './list-work.js';
import { readLifecycle } from './read-lifecycle.js';
import { resolveWork } from './resolve-work.js';
import { streamEvents } from './stream-events.js';

/** Lifecycles of sales, and the work queue. */
export const lifecycleRoutes: readonly Route[] = [
  listLifecycles,
  readLifecycle,
  listWork,
  resolveWork,
  streamEvents,
];
