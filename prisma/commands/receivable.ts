import { z } from 'zod';
import { DISPUTE_RESOLUTIONS } from '../../domain/receivable/dispute.js';
import { account, amount, command, currency, day, id, instant, list, nothing } from './command.js';
import {
  decidedPromise,
  dunningPolicy,
  receivableFactsOfInvoice,
  receivableOutcome,
} from './receivable-facts.js';

const ofInvoice = { invoiceId: id };

/** Locks an invoice and answers the facts that `domain/receivable` decides from. */
export const lockInvoice = command('lock_invoice', {
  input: z.strictObject(ofInvoice),
  answer: z.strictObject({
    openAmount: amount,
    currency,
    zone: z.string(),
    runningPromises: z.int(),
    /** Running, broken, or withdrawn later than on their day, since the last that was kept. */
    promisesInARow: z.strictObject({ ofInvoice: z.int(), ofCustomer: z.int() }),
    policy: dunningPolicy.nullable(),
    /** Money that we hold for it and have not allocated. */
    held: amount,
    items: list(z.strictObject({ dueOn: day, open: amount })),
    /** The open disputes. */
    disputes: list(z.strictObject({ disputeId: id, amount })),
  }),
});

/** Everything that `domain/dunning` decides from for one invoice; null when there is no such receivable. */
export const receivableFacts = command('receivable_facts', {
  input: z.strictObject(ofInvoice),
  answer: receivableFactsOfInvoice.nullable(),
});

/** Books the decision about a receivable, unless its facts have changed since they were read. */
export const storeNextStep = command('store_next_step', {
  input: z.strictObject({
    ...ofInvoice,
    version: z.int(),
    kind: z.enum(['close', 'wait', 'hold', 'remind', 'place', 'await-placement']),
    nextStep: z.string().optional(),
    nextStepAt: instant.optional(),
    /** With `close`. */
    outcome: receivableOutcome.optional(),
    promises: list(decidedPromise),
    /** The kind of work item to open for the receivable. */
    workItem: z.string().optional(),
    /** Holds that a person looks at again. */
    holds: list(id).optional(),
  }),
  answer: z.strictObject({ kind: z.enum(['stored', 'changed']) }),
});

/** Ends a receivable with nothing left to pay, and with it its sale. */
export const closeReceivable = command('close_receivable', {
  input: z.strictObject({ ...ofInvoice, outcome: receivableOutcome }),
  answer: z.strictObject({ closed: z.boolean() }),
});

/** Books kept and broken promises while an agency has the case, unless the facts have changed since. */
export const judgePromises = command('judge_promises', {
  input: z.strictObject({ ...ofInvoice, version: z.int(), promises: list(decidedPromise) }),
  answer: nothing,
});

/** A customer promises to pay. */
export const recordPromise = command('record_promise', {
  input: z.strictObject({
    ...ofInvoice,
    amount,
    currency,
    promisedOn: day,
    promisedFor: day,
    channel: z.string(),
  }),
  answer: z.strictObject({ promiseId: id }),
});

/** Withdraws a promise, so that it no longer holds reminders. */
export const withdrawPromise = command('withdraw_promise', {
  input: z.strictObject({ promiseId: id }),
  answer: nothing,
});

/** A customer disputes an amount of an invoice; when left out, all that is open and not disputed yet. */
export const openDispute = command('open_dispute', {
  input: z.strictObject({
    ...ofInvoice,
    reason: z.string(),
    amount: amount.optional(),
    currency: currency.optional(),
  }),
  answer: z.strictObject({ disputeId: id }),
});

/** Resolves a dispute. In the customer's favour it needs a credit note of that invoice. */
export const resolveDispute = command('resolve_dispute', {
  input: z.strictObject({
    disputeId: id,
    resolution: z.enum(DISPUTE_RESOLUTIONS),
    creditNoteId: id.optional(),
  }),
  answer: nothing,
});

/** Stops reminders until a day; without a day until somebody releases the hold. */
export const placeHold = command('place_hold', {
  input: z.strictObject({
    ...ofInvoice,
    covers: z.enum(['invoice', 'customer']),
    reason: z.string(),
    today: day,
    heldUntil: day.optional(),
  }),
  answer: z.strictObject({ holdId: id }),
});

/** A person has looked at a hold and keeps it. */
export const keepHold = command('keep_hold', {
  input: z.strictObject({
    holdId: id,
    reason: z.string(),
    today: day,
    heldUntil: day.optional(),
  }),
  answer: nothing,
});

/** Ends a hold. */
export const releaseHold = command('release_hold', {
  input: z.strictObject({ holdId: id }),
  answer: nothing,
});

/** Requests a write-off of an invoice's open amount, or of part of it. */
export const requestWriteOff = command('request_write_off', {
  input: z.strictObject({
    ...ofInvoice,
    reason: z.string(),
    amount: amount.optional(),
    currency: currency.optional(),
    placementId: id.optional(),
  }),
  answer: z.strictObject({ writeOffId: id }),
});

/** A second person approves a write-off or rejects it. */
export const decideWriteOff = command('decide_write_off', {
  input: z.strictObject({
    writeOffId: id,
    decision: z.enum(['approved', 'rejected']),
    businessDate: day,
    accounts: z.strictObject({ badDebt: account, receivables: account }),
  }),
  answer: z.strictObject({ writtenOff: amount }),
});
