import type { Route } from '../../route.js';
import {
  assignWork,
  listWorkers,
  listWorkNotes,
  noteWork,
  snoozeWork,
  withdrawWorkNote,
} from './care-for-work.js';
import { countStandings } from './count-standings.js';
import { listLifecycles } from './list-lifecycles.js';
import { countWork } from './count-work.js';
import { listWork } from './list-work.js';
import { readNextStep } from './next-step.js';
import { readLifecycle } from './read-lifecycle.js';
import { resolveWork } from './resolve-work.js';
import { streamEvents } from './stream-events.js';

/** Lifecycles of sales, and the work queue. */
export const lifecycleRoutes: readonly Route[] = [
  listLifecycles,
  countStandings,
  readLifecycle,
  readNextStep,
  listWork,
  countWork,
  listWorkers,
  resolveWork,
  assignWork,
  snoozeWork,
  listWorkNotes,
  noteWork,
  withdrawWorkNote,
  streamEvents,
];
