import type { Route } from './route.js';
import { catalogueRoutes } from './routes/catalogue/index.js';
import { agencyMasterRoutes } from './routes/collection/agencies/index.js';
import { agencyRoutes } from './routes/collection/agency/index.js';
import { placementRoutes } from './routes/collection/placements/index.js';
import { companyRoutes } from './routes/company/index.js';
import { customerRoutes } from './routes/customer/index.js';
import { importRoutes } from './routes/imports/index.js';
import { invoiceRoutes } from './routes/invoice/index.js';
import { ledgerRoutes } from './routes/ledger/index.js';
import { lifecycleRoutes } from './routes/lifecycle/index.js';
import { operatorRoutes } from './routes/operators/index.js';
import { openApiOf } from './routes/operators/openapi-document.js';
import { paymentRoutes } from './routes/payment/index.js';
import { peopleRoutes } from './routes/people/index.js';
import { quarantineRoutes } from './routes/quarantine/index.js';
import { receiptRoutes } from './routes/receipt/index.js';
import { receivableRoutes } from './routes/receivable/index.js';
import { saleRoutes } from './routes/sale/index.js';
import { shadowRoutes } from './routes/shadow/index.js';
import { sessionRoutes } from './routes/session/index.js';
import { statementRoutes } from './routes/statement/index.js';
import { stockRoutes } from './routes/stock/index.js';

/** In the order of `/docs`: first the stages of a sale, then the rest. */
const described: readonly Route[] = [
  ...sessionRoutes,
  ...saleRoutes,
  ...receiptRoutes,
  ...catalogueRoutes,
  ...stockRoutes,
  ...lifecycleRoutes,
  ...quarantineRoutes,
  ...statementRoutes,
  ...paymentRoutes,
  ...invoiceRoutes,
  ...customerRoutes,
  ...receivableRoutes,
  ...placementRoutes,
  ...agencyMasterRoutes,
  ...ledgerRoutes,
  ...agencyRoutes,
  ...companyRoutes,
  ...shadowRoutes,
  ...peopleRoutes,
  ...importRoutes,
  ...operatorRoutes,
];

/** All routes of this service. */
export const routes: readonly Route[] = [...described, openApiOf(described)];
