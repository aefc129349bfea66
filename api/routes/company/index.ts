import type { Route } from '../../route.js';
import { beginCompany } from './begin-company.js';
import { enrol, makeEnrolmentCode } from './enrolments.js';
import { readSetup } from './read-setup.js';
import {
  addPrinter,
  addStore,
  addTerminal,
  listPrinters,
  listStores,
  listTerminals,
} from './stores.js';

export const companyRoutes: readonly Route[] = [
  readSetup,
  beginCompany,
  listStores,
  addStore,
  listPrinters,
  addPrinter,
  listTerminals,
  addTerminal,
  makeEnrolmentCode,
  enrol,
];
