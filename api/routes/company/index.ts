import type { Route } from '../../route.js';
import { askForApprovalLimits, readApprovalLimits } from './approval-limits.js';
import { askForBankAccount, askForBankDetails, listBankAccounts } from './bank-accounts.js';
import { askForTaxIdentity, beginCompany, changeCompany, readCompany } from './begin-company.js';
import { enrol, makeEnrolmentCode } from './enrolments.js';
import { chooseLogo, readLogo, takeLogo } from './logo.js';
import { readSetup } from './read-setup.js';
import {
  askForDunningPolicy,
  askToWithdrawPolicy,
  listDunningPolicies,
  previewDunningPolicy,
} from './dunning-policies.js';
import { askToGiveHolidays, readHolidays } from './holidays.js';
import { decideMasterChange, listMasterChanges } from './master-changes.js';
import { listAccounts, listNumberSeries, setNumberSeries } from './number-series.js';
import {
  addPrinter,
  changePrinter,
  changePrinterNetworks,
  listPrinters,
  readPrinterNetworks,
} from './printers.js';
import { addLocation, addStore, changeLocation, changeStore, listStores } from './stores.js';
import { askForTaxRule, askToWithdrawTaxRule, listTaxRules } from './tax-rules.js';
import {
  askForProductTemplate,
  askForTemplate,
  listTemplates,
  previewTemplate,
} from './templates.js';
import { changeTenderRule, listTenderRules } from './tender-rules.js';
import { addTerminal, changeTerminal, listTerminals } from './terminals.js';

export const companyRoutes: readonly Route[] = [
  readSetup,
  beginCompany,
  readCompany,
  changeCompany,
  takeLogo,
  chooseLogo,
  readLogo,
  askForTaxIdentity,
  listStores,
  addStore,
  changeStore,
  addLocation,
  changeLocation,
  listPrinters,
  addPrinter,
  changePrinter,
  readPrinterNetworks,
  changePrinterNetworks,
  listTerminals,
  addTerminal,
  changeTerminal,
  makeEnrolmentCode,
  enrol,
  listTenderRules,
  changeTenderRule,
  listBankAccounts,
  askForBankAccount,
  askForBankDetails,
  readApprovalLimits,
  askForApprovalLimits,
  listMasterChanges,
  decideMasterChange,
  listTaxRules,
  askForTaxRule,
  askToWithdrawTaxRule,
  readHolidays,
  askToGiveHolidays,
  listDunningPolicies,
  askForDunningPolicy,
  askToWithdrawPolicy,
  previewDunningPolicy,
  listTemplates,
  askForTemplate,
  askForProductTemplate,
  previewTemplate,
  listNumberSeries,
  setNumberSeries,
  listAccounts,
];
