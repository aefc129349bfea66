import { z } from 'zod';
import { DISPUTE_RESOLUTIONS } from '../../domain/receivable/dispute.js';
import { account, amount, command, currency, day, id, instant, list, nothing } from './command.js';
import { decidedPromise, receivableFactsOfInvoice, receivableOutcome } from './receivable-facts.js';

const ofInvoice = { invoiceId: id };

/** Locks an invoice and answers what `domain/receivable` decides from. */
export const lockInvoice = command('lock_invoice', {
  input: z.strictObject(ofInvoice),
  answer: z.strictObject({
    openAmount: amount,
    currency,
    zone: z.string(),
    runningPromises: z.int(),
    brokenPromises: z.int(),
    /** Those that are open. */
    disputes: list(z.strictObject({ disputeId: id, amount })),
  }),
});

/** Everything that `domain/dunning` decides from, of one invoice; null when there is no such receivable. */
export const receivableFacts = command('receivable_facts', {
  input: z.strictObject(ofInvoice),
  answer: receivableFactsOfInvoice.nullable(),
});

/** Books what was decided about a receivable, unless something has happened since its facts were read. */
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
    /** The kind of the work item that puts the receivable before a person. */
    workItem: z.string().optional(),
  }),
  answer: z.strictObject({ kind: z.enum(['stored', 'changed']) }),
});

/** Ends a receivable that nothing is left to pay of, and with it its sale. */
export const closeReceivable = command('close_receivable', {
  input: z.strictObject({ ...ofInvoice, outcome: receivableOutcome }),
  answer: z.strictObject({ closed: z.boolean() }),
});

/** Books what became of promises while an agency has the case, unless something has happened since. */
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

/** Takes a promise back, so that it holds nothing up. */
export const withdrawPromise = command('withdraw_promise', {
  input: z.strictObject({ promiseId: id }),
  answer: nothing,
});

/** A customer objects. Without an amount to all that is open and not disputed yet. */
export const openDispute = command('open_dispute', {
  input: z.strictObject({
    ...ofInvoice,
    reason: z.string(),
    amount: amount.optional(),
    currency: currency.optional(),
  }),
  answer: z.strictObject({ disputeId: id }),
});

/** Ends a dispute. A customer who is right has a credit note of that invoice. */
export const resolveDispute = command('resolve_dispute', {
  input: z.strictObject({
    disputeId: id,
    resolution: z.enum(DISPUTE_RESOLUTIONS),
    creditNoteId: id.optional(),
  }),
  answer: nothing,
});

/** Stops reminders. Without a day until somebody releases the hold. */
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

/** Ends a hold. */
export const releaseHold = command('release_hold', {
  input: z.strictObject({ holdId: id }),
  answer: nothing,
});

/** Asks to give up what is left of an invoice, or part of it. */
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

/** A second person agrees to a write-off or not. */
export const decideWriteOff = command('decide_write_off', {
  input: z.strictObject({
    writeOffId: id,
    decision: z.enum(['approved', 'rejected']),
    businessDate: day,
    accounts: z.strictObject({ badDebt: account, receivables: account }),
  }),
  answer: z.strictObject({ writtenOff: amount }),
});
