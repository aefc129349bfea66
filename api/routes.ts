import type { Route } from './route.js';
import { agencyRoutes } from './routes/agency/index.js';
import { catalogueRoutes } from './routes/catalogue/index.js';
import { financeRoutes } from './routes/finance/index.js';
import { lifecycleRoutes } from './routes/lifecycles/index.js';
import { operatorRoutes } from './routes/operators/index.js';
import { openApiOf } from './routes/operators/openapi-document.js';
import { quarantineRoutes } from './routes/quarantine/index.js';
import { saleRoutes } from './routes/sales/index.js';
import { sessionRoutes } from './routes/session/index.js';

const described: readonly Route[] = [
  ...sessionRoutes,
  ...saleRoutes,
  ...catalogueRoutes,
  ...lifecycleRoutes,
  ...quarantineRoutes,
  ...financeRoutes,
  ...agencyRoutes,
  ...operatorRoutes,
];

/** Everything that this service answers. What is not in this list does not exist. */
export const routes: readonly Route[] = [...described, openApiOf(described)];
