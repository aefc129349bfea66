import type { Database } from '../../prisma/database.js';
import type { Mailer } from '../mail/send-mail.js';
import { refusingAsFailure } from '../refusal.js';
import type { InvoiceKey } from './invoice-paper.js';
import { mailInvoice } from './mail-invoice.js';

export type InvoiceActivities = ReturnType<typeof createInvoiceActivities>;

/** The activities that send an invoice. */
export function createInvoiceActivities(deps: Readonly<{ database: Database; mailer: Mailer }>) {
  return refusingAsFailure({
    mailInvoice: (key: InvoiceKey) => mailInvoice(deps, key),
  });
}
