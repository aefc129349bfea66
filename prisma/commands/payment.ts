import { z } from 'zod';
import { DEDUCTION_KINDS } from '../../domain/ledger/deductions.js';
import { account, amount, command, day, id, keptFacts, list } from './command.js';
import { finding } from './finding.js';

const allocation = z.strictObject({
  paymentId: id,
  bookedOn: day,
  items: list(z.strictObject({ openItemId: id, amount })),
  evidence: keptFacts.optional(),
  accounts: z.strictObject({ unappliedCash: account, receivables: account }),
});

const allocated = z.strictObject({ allocationIds: list(id), unapplied: amount });

/** Applies a payment to open items. */
export const allocatePayment = command('allocate_payment', {
  input: allocation,
  answer: allocated,
});

/** Applies a payment as a person decided, with the payer's deductions. */
export const applyPayment = command('apply_payment', {
  input: allocation.extend({
    /** The most that this person may deduct alone, when it is less than the limit of the legal entity. */
    aloneMax: amount.optional(),
    deductions: list(
      z.strictObject({
        openItemId: id,
        kind: z.enum(DEDUCTION_KINDS),
        amount,
        account,
        documentReference: z.string().optional(),
      }),
    ),
  }),
  answer: allocated.extend({ deductionIds: list(id) }),
});

const undoing = z.strictObject({
  reversedOn: day,
  reason: z.string().nullable(),
});

/** Undoes one allocation of a payment. */
export const reverseAllocation = command('reverse_allocation', {
  input: undoing.extend({ allocationId: id }),
  answer: z.strictObject({ unapplied: amount }),
});

/** Undoes one allocation of a payment with the deductions from the same item, or one deduction alone. */
export const reverseSettlement = command('reverse_settlement', {
  input: undoing.extend({ allocationId: id }),
  answer: z.strictObject({ unapplied: amount }),
});

/** The bank took a payment back: everything that it settled is open again. */
export const reversePayment = command('reverse_payment', {
  input: undoing.extend({ paymentId: id }),
  answer: z.strictObject({ reversed: z.literal(true) }),
});

/** Lists the unapplied payments that changed invoices may concern. */
export const listPaymentsToMatch = command('list_payments_to_match', {
  input: z.strictObject({ requests: z.int().positive() }),
  answer: z.strictObject({ taken: z.int() }),
});

/** Takes payments from the list of those to match again. */
export const takePaymentsToMatch = command('take_payments_to_match', {
  input: z.strictObject({ payments: z.int().positive(), attempts: z.int().positive() }),
  answer: z.strictObject({ paymentIds: list(id), removed: z.int() }),
});

/** Stores what another look at unapplied payments has found. */
export const matchPaymentsAgain = command('match_payments_again', {
  input: z.strictObject({
    bookedOn: day,
    accounts: z.strictObject({ unappliedCash: account, receivables: account }),
    payments: list(z.strictObject({ paymentId: id, unapplied: amount, finding })),
  }),
  answer: z.strictObject({
    payments: list(
      z.strictObject({
        paymentId: id,
        kind: z.enum(['booked', 'offered', 'same', 'changed', 'gone']),
      }),
    ),
  }),
});
