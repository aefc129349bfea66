import { routes } from '../../api/routes.js';
import type { RouteContract } from '../../contract/route.js';

/** Every route of the service with a name for tests: `PUT /v1/sales/{saleId}`. */
export const ROUTES: readonly Readonly<{ name: string; contract: RouteContract }>[] = routes.map(
  ({ contract }) => ({ name: `${contract.method.toUpperCase()} ${contract.path}`, contract }),
);
