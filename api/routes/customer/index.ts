import type { Route } from '../../route.js';
import { listCustomers } from './list-customers.js';
import { readCustomer } from './read-customer.js';
import { readCustomerStatement } from './read-customer-statement.js';
import { readCustomerCredit } from './read-customer-credit.js';

/** Customers: their credit, their statement, their risk. */
export const customerRoutes: readonly Route[] = [
  listCustomers,
  readCustomer,
  readCustomerStatement,
  readCustomerCredit,
];
