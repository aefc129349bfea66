import type { Route } from '../../route.js';
import { reverseAllocation } from './allocations/reverse-allocation.js';
import { listBankStatements } from './bank-statements/list-bank-statements.js';
import { readBankStatement } from './bank-statements/read-bank-statement.js';
import { receiveBankStatement } from './bank-statements/receive-bank-statement.js';
import { decideCreditNote } from './credit-notes/decide-credit-note.js';
import { creditInvoice } from './credit-notes/issue-credit-note.js';
import { readCreditNoteRequest } from './credit-notes/read-credit-note-request.js';
import { readCreditNote } from './credit-notes/read-credit-note.js';
import { listCustomers } from './customers/list-customers.js';
import { readCustomerCredit } from './customers/read-customer-credit.js';
import { readCustomerStatement } from './customers/read-customer-statement.js';
import { readCustomer } from './customers/read-customer.js';
import { listInvoices } from './invoices/list-invoices.js';
import { readInvoice } from './invoices/read-invoice.js';
import { allocatePayment } from './payments/allocate-payment.js';
import { listPayments } from './payments/list-payments.js';
import { readPayment } from './payments/read-payment.js';
import { closePeriod } from './periods/close-period.js';
import { listPeriods } from './periods/list-periods.js';
import { ageing } from './reports/ageing.js';
import { cashForecast } from './reports/cash-forecast.js';
import { dailyResult } from './reports/daily-result.js';
import { dso } from './reports/dso.js';
import { margin } from './reports/margin.js';
import { trialBalance } from './reports/trial-balance.js';

/** Money in, invoices and their documents, customers, the figures of finance. */
export const cashRoutes: readonly Route[] = [
  receiveBankStatement,
  listBankStatements,
  readBankStatement,
  listPayments,
  readPayment,
  allocatePayment,
  reverseAllocation,
  listInvoices,
  readInvoice,
  creditInvoice,
  decideCreditNote,
  readCreditNoteRequest,
  readCreditNote,
  listCustomers,
  readCustomer,
  readCustomerStatement,
  readCustomerCredit,
  listPeriods,
  closePeriod,
  ageing,
  trialBalance,
  dailyResult,
  dso,
  margin,
  cashForecast,
];
