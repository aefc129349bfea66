import type { Route } from '../../route.js';
import { listInvoices } from './list-invoices.js';
import { readInvoice } from './read-invoice.js';
import { creditInvoice } from './credit-notes/issue-credit-note.js';
import { decideCreditNote } from './credit-notes/decide-credit-note.js';
import { readCreditNoteRequest } from './credit-notes/read-credit-note-request.js';
import { readCreditNote } from './credit-notes/read-credit-note.js';

/** Invoices and credit notes. */
export const invoiceRoutes: readonly Route[] = [
  listInvoices,
  readInvoice,
  creditInvoice,
  decideCreditNote,
  readCreditNoteRequest,
  readCreditNote,
];
