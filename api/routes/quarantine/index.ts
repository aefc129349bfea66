import type { Route } from '../../route.js';
import { listQuarantine } from './list-quarantine.js';
import { readQuarantine } from './read-quarantine.js';
import { resolveQuarantine } from './resolve-quarantine.js';

/** The quarantine: calls that could not be accepted, for people to look at. */
export const quarantineRoutes: readonly Route[] = [
  listQuarantine,
  readQuarantine,
  resolveQuarantine,
];
