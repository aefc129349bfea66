import type { Route } from '../../route.js';

/** What collection partners call: `/v1/agency/...`, behind row-level security. */
export const agencyRoutes: readonly Route[] = [];
