import { z } from 'zod';
import { amount, command, currency, day, id, nothing } from './command.js';

/** Sets the credit limit of a customer, when one person alone may. */
export const setCreditLimit = command('set_credit_limit', {
  input: z.strictObject({
    customerId: id,
    currency,
    limit: amount,
    /** The last day of the limit; null: it has no end. */
    validUntil: day.nullable(),
    /** When somebody looks at it again. */
    reviewOn: day.nullable(),
    reason: z.string(),
  }),
  answer: z.strictObject({ kind: z.enum(['set', 'second-person']) }),
});

/** Blocks the credit line of a customer, or opens it again. */
export const setCreditStatus = command('set_credit_status', {
  input: z.strictObject({
    customerId: id,
    status: z.enum(['open', 'blocked']),
    /** Why it is blocked; null when it is opened. */
    reason: z.string().nullable(),
  }),
  answer: nothing,
});

/** Lets one customer stand for another too. */
export const mergeCustomers = command('merge_customers', {
  input: z.strictObject({ keptId: id, mergedId: id, reason: z.string() }),
  answer: z.strictObject({ mergeId: id }),
});

/** Undoes a merge; what came after it stays where it was booked. */
export const undoCustomerMerge = command('undo_customer_merge', {
  input: z.strictObject({ mergeId: id, reason: z.string() }),
  answer: nothing,
});

/** Makes a bank account a sign of a customer. */
export const addCustomerAlias = command('add_customer_alias', {
  input: z.strictObject({ customerId: id, account: z.string() }),
  answer: z.strictObject({ aliasId: id }),
});

/** Ends a sign of a customer, or takes that back. */
export const revokeCustomerAlias = command('revoke_customer_alias', {
  input: z.strictObject({ customerId: id, aliasId: id, revoked: z.boolean() }),
  answer: nothing,
});

/** Gives a customer, or one of its invoices, a virtual account. */
export const openVirtualAccount = command('open_virtual_account', {
  input: z.strictObject({
    customerId: id,
    number: z.string(),
    bankCode: z.string(),
    /** Null: for all that the customer pays. */
    invoiceId: id.nullable(),
  }),
  answer: z.strictObject({ virtualAccountId: id }),
});

/** Ends a virtual account, or takes that back. */
export const closeVirtualAccount = command('close_virtual_account', {
  input: z.strictObject({ customerId: id, virtualAccountId: id, closed: z.boolean() }),
  answer: nothing,
});
