import type { Route } from '../../route.js';
import { addContact, changeContact, removeContact } from './contacts.js';
import { blockCredit, openCredit, setCreditLimit } from './credit-limits.js';
import { listDuplicates } from './duplicates.js';
import { listCustomers } from './list-customers.js';
import { listMerges, mergeCustomers, readMerge, undoMerge } from './merges.js';
import {
  addAlias,
  closeVirtualAccount,
  endAlias,
  listAliases,
  listVirtualAccounts,
  openVirtualAccount,
  undoAliasEnd,
  undoVirtualAccountEnd,
} from './payer-signs.js';
import { readCustomer } from './read-customer.js';
import { readCustomerStatement } from './read-customer-statement.js';
import { readCustomerCredit } from './read-customer-credit.js';
import { addCustomer, changeCustomer, disableCustomer, enableCustomer } from './write-customers.js';

/** Customers: who they are, their credit, their statement, their risk. */
export const customerRoutes: readonly Route[] = [
  addCustomer,
  listCustomers,
  readCustomer,
  changeCustomer,
  disableCustomer,
  enableCustomer,
  addContact,
  changeContact,
  removeContact,
  listAliases,
  addAlias,
  endAlias,
  undoAliasEnd,
  listVirtualAccounts,
  openVirtualAccount,
  closeVirtualAccount,
  undoVirtualAccountEnd,
  readCustomerStatement,
  readCustomerCredit,
  setCreditLimit,
  blockCredit,
  openCredit,
  listDuplicates,
  listMerges,
  mergeCustomers,
  readMerge,
  undoMerge,
];
