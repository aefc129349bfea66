import type { ErrorTable } from './table.js';

/** Refusals of bank statements, payments, allocations and credit notes. */
export const bankingErrors = {
  BANK_ACCOUNT_UNKNOWN: { status: 422, title: 'The books know no such bank account' },
  BANK_LINE_NOT_FOUND: { status: 404, title: 'The bank line is not there' },
  STATEMENT_NOT_FOUND: { status: 404, title: 'The bank statement is not there' },
  PAYMENT_NOT_FOUND: { status: 404, title: 'The payment is not there' },
  PAYMENT_REVERSED: { status: 409, title: 'The payment was taken back' },
  PAYMENT_IS_REMITTANCE: { status: 409, title: 'The payment settles a remittance of an agency' },
  LEGAL_ENTITY_MISMATCH: { status: 422, title: 'It belongs to another legal entity' },
  OPEN_ITEM_NOT_FOUND: { status: 422, title: 'There is no such open item' },
  OPEN_ITEM_REPEATED: { status: 422, title: 'An open item is named twice' },
  ALLOCATION_NOT_POSITIVE: { status: 422, title: 'An allocation is not above zero' },
  ALLOCATION_EXCEEDS_OPEN: { status: 409, title: 'More would be settled than is open' },
  ALLOCATION_EXCEEDS_PAYMENT: { status: 409, title: 'More would be applied than is left' },
  ALLOCATION_NOT_FOUND: { status: 404, title: 'The allocation is not there' },
  ALLOCATION_NOT_A_PAYMENT: { status: 422, title: 'Only payments are taken back this way' },
  ALLOCATION_REVERSED: { status: 409, title: 'The allocation was undone before' },
  DEDUCTION_ABOVE_LIMIT: { status: 403, title: 'The role may not accept a deduction of this size' },
  INVOICE_NOT_FOUND: { status: 404, title: 'The invoice is not there' },
  DISPUTE_NOT_FOUND: { status: 404, title: 'The dispute is not there' },
  DISPUTE_RESOLVED: { status: 409, title: 'The dispute was settled before' },
  CREDIT_NOT_POSITIVE: { status: 422, title: 'A credit note is above zero' },
  CREDIT_REASON_REQUIRED: { status: 422, title: 'A credit note says why it was given' },
  CREDIT_EXCEEDS_INVOICE: { status: 409, title: 'More would be credited than was invoiced' },
  CREDIT_EXCEEDS_OPEN: { status: 409, title: 'More would be credited than is open' },
  REPORT_PERIOD_INVALID: { status: 422, title: 'The days of the report make no period' },
} as const satisfies ErrorTable;
