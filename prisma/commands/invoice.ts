import { z } from 'zod';
import { account, amount, command, currency, day, id, journalLine, list } from './command.js';

/** Issues the invoice of a delivered sale for the part that is left to pay; none when nothing is left. */
export const issueInvoice = command('issue_invoice', {
  input: z.strictObject({
    saleId: id,
    issuedOn: day,
    instalments: list(z.strictObject({ instalment: z.int().positive(), dueOn: day, amount })),
    accounts: z.strictObject({ receivables: account, unbilled: account }),
  }),
  answer: z.discriminatedUnion('hasOpenItems', [
    z.strictObject({ hasOpenItems: z.literal(true), invoiceId: id, number: z.string() }),
    z.strictObject({ hasOpenItems: z.literal(false), invoiceId: z.null() }),
  ]),
});

/** Brings in what is open of an invoice that another system issued, with a workflow of its own. */
export const bringInReceivable = command('bring_in_receivable', {
  input: z.strictObject({
    number: z.string(),
    customerId: id,
    storeId: id,
    issuedOn: day,
    dueOn: day,
    businessDate: day,
    currency,
    amount,
    level: z.int().min(0),
    lastNoticeOn: day.nullable(),
    /** What stands on the document where an invoice of ours has its goods. */
    line: z.strictObject({
      sku: z.string(),
      name: z.string(),
      unit: z.string(),
      taxCode: z.string(),
    }),
    accounts: z.strictObject({ account, counter: account }),
  }),
  answer: z.strictObject({ invoiceId: id }),
});

/** The postings of a credit, from `domain/ledger`. */
const postedCredit = z.strictObject({
  netAmount: amount,
  taxAmount: amount,
  journal: list(journalLine),
});

/** Credits part of an invoice: a document of its own, never above what is open. */
export const issueCreditNote = command('issue_credit_note', {
  input: z.strictObject({
    ...postedCredit.shape,
    invoiceId: id,
    reason: z.string(),
    issuedOn: day,
    disputeId: id.optional(),
    /** An approved request; needed above what one person alone may credit. */
    requestId: id.optional(),
  }),
  answer: z.strictObject({ creditNoteId: id, number: z.string(), allocationIds: list(id) }),
});

/** Requests a credit note that one person alone may not issue. */
export const requestCreditNote = command('request_credit_note', {
  input: z.strictObject({ invoiceId: id, amount, reason: z.string(), disputeId: id.optional() }),
  answer: z.strictObject({ creditNoteRequestId: id }),
});

/** A second person approves a credit note, which issues it, or rejects it. */
export const decideCreditNote = command('decide_credit_note', {
  input: z.strictObject({
    /** Needed to approve a request that is not decided yet. */
    ...postedCredit.partial().shape,
    creditNoteRequestId: id,
    decision: z.enum(['approved', 'rejected']),
    issuedOn: day,
  }),
  answer: z.strictObject({ creditNoteId: id.nullable() }),
});
