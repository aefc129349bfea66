import { z } from 'zod';
import { PLACEMENT_STATES } from '../../contract/collection/placement-fields.js';
import { dunningPolicy } from './receivable-facts.js';
import {
  account,
  amount,
  command,
  currency,
  day,
  id,
  instant,
  keptFacts,
  list,
  nothing,
  sha256,
} from './command.js';
import { receivableFactsOfInvoice } from './receivable-facts.js';

const ofPlacement = { placementId: id };

const placementState = z.enum(PLACEMENT_STATES);

/** Places the open amount of an invoice with an agency. */
export const createPlacement = command('create_placement', {
  input: z.strictObject({
    invoiceId: id,
    placedOn: day,
    /** When left out, an eligible agency is chosen. */
    agencyId: id.optional(),
    /**
     * When given, the invoice is placed only if the receivable has not changed since this version
     * was read.
     */
    version: z.int().optional(),
  }),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('placed'), placementId: id }),
    z.strictObject({ kind: z.enum(['no-agency', 'changed']) }),
  ]),
});

/** Brings in a case that an agency runs already. Amounts as the other system had them on that day. */
export const bringInPlacement = command('bring_in_placement', {
  input: z.strictObject({
    invoiceId: id,
    agencyId: id,
    /** Version of the agreement; when left out, the one that was in force on `placedOn`, or is `today`. */
    agreement: z.int().optional(),
    placedOn: day,
    today: day,
    state: z.enum(['submitted', 'acknowledged']),
    placed: amount,
    collected: amount,
    paidDirect: amount,
    /** What changed the case otherwise; below zero when something was added to it. */
    adjusted: amount,
  }),
  answer: z.strictObject({ placementId: id }),
});

/** Asks a second person to place an invoice that the policy would not place. */
export const requestPlacement = command('request_placement', {
  input: z.strictObject({
    invoiceId: id,
    agencyId: id.optional(),
    /** Why the policy would not place it. */
    obstacle: z.string(),
    reason: z.string(),
  }),
  answer: z.strictObject({ placementRequestId: id }),
});

/** A second person agrees to it, or rejects it. */
export const decidePlacementRequest = command('decide_placement_request', {
  input: z.strictObject({
    placementRequestId: id,
    decision: z.enum(['approved', 'rejected']),
    placedOn: day,
  }),
  answer: z.strictObject({ placementId: id.nullable() }),
});

/** The agency accepts the case or turns it down. */
export const acknowledgePlacement = command('acknowledge_placement', {
  input: z.strictObject({
    ...ofPlacement,
    accepted: z.boolean(),
    reason: z.string().optional(),
  }),
  answer: z.strictObject({ kind: z.enum(['acknowledged', 'rejected', 'replayed']) }),
});

/** Recalls a case from its agency. */
export const recallPlacement = command('recall_placement', {
  input: z.strictObject({ ...ofPlacement, reason: z.string() }),
  answer: z.strictObject({ kind: z.enum(['recalled', 'already-recalled']) }),
});

/** Ends a case in which the agency has nothing left to collect, unless something is outstanding again. */
export const closePlacement = command('close_placement', {
  input: z.strictObject(ofPlacement),
  answer: z.strictObject({ closed: z.boolean() }),
});

/** The facts from which `domain/collection` decides the next step of a case; null when there is no such case. */
export const placementFacts = command('placement_facts', {
  input: z.strictObject(ofPlacement),
  answer: z
    .strictObject({
      ...ofPlacement,
      receivable: receivableFactsOfInvoice,
      state: placementState,
      isClosed: z.boolean(),
      outstanding: amount,
      placedOn: day,
      zone: z.string(),
      hasReports: z.boolean(),
      isUncollectible: z.boolean(),
      isDisputed: z.boolean(),
      /** Messages that are not delivered to the agency yet. */
      pending: list(id),
    })
    .nullable(),
});

const agencyEventType = z.enum([
  'contacted',
  'promise',
  'dispute',
  'payment',
  'direct_payment',
  'plan',
  'skip_trace',
  'legal',
  'uncollectible',
  'closed',
]);

/** Locks a case of the calling agency, and answers the facts for computing its commission. */
export const lockCase = command('lock_case', {
  input: z.strictObject(ofPlacement),
  answer: z.strictObject({
    placed: amount,
    oldestDueOn: day,
    placedOn: day,
    placedAt: instant,
    zone: z.string(),
    policy: dunningPolicy.nullable(),
    /** The agreed commission; `activities/collection/commission-terms.ts` reads it. */
    commissionSchedule: list(keptFacts),
  }),
});

/** Books what an agency reports about a case. */
export const reportPlacementEvent = command('report_placement_event', {
  input: z.strictObject({
    ...ofPlacement,
    /** The agency's own number of the report. */
    sequence: z.int(),
    type: agencyEventType,
    occurredAt: instant,
    /** The day of it in the zone of the legal entity. */
    occurredOn: day,
    contentHash: sha256,
    content: keptFacts,
    amount: amount.optional(),
    currency: currency.optional(),
    promisedFor: day.optional(),
    reason: z.string().optional(),
    commissionAmount: amount.optional(),
    businessDate: day,
    accounts: z.strictObject({
      agencyClearing: account,
      unappliedCash: account,
      receivables: account,
    }),
  }),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('recorded'), eventId: id }),
    /** Without an id when an agency closes a case that we have closed already. */
    z.strictObject({ kind: z.literal('replayed'), eventId: id.optional() }),
  ]),
});

/** Books an agency's settlement: the payments that it pays over, and what it keeps. */
export const recordRemittance = command('record_remittance', {
  input: z.strictObject({
    /** The agency's own number. */
    number: z.string(),
    currency,
    remittedOn: day,
    gross: amount,
    commission: amount,
    taxOnCommission: amount,
    net: amount,
    lines: list(z.strictObject({ eventId: id, gross: amount, commission: amount })),
    businessDate: day,
    accounts: z.strictObject({ commission: account, inputTax: account, agencyClearing: account }),
  }),
  answer: z.strictObject({ kind: z.enum(['recorded', 'replayed']), remittanceId: id }),
});

const settlement = z.strictObject({
  paymentId: id,
  businessDate: day,
  accounts: z.strictObject({ unappliedCash: account, agencyClearing: account }),
});

/** The net of a remittance has arrived on our bank account, which clears agency clearing. */
export const settleRemittance = command('settle_remittance', {
  input: settlement.extend({ remittanceId: id }),
  answer: nothing,
});

/** Checks whether a payment is the net of a remittance, and settles the remittance when exactly one fits. */
export const matchRemittance = command('match_remittance', {
  input: settlement,
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('settled'), remittanceId: id }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
});

/** Records one attempt to deliver a message to an agency. */
export const recordWebhookAttempt = command('record_webhook_attempt', {
  input: z.strictObject({
    deliveryId: id,
    delivered: z.boolean(),
    /** The HTTP status of the answer. */
    status: z.int().optional(),
    error: z.string().optional(),
  }),
  answer: nothing,
});

/** Opens a work item about an agency that accepts no messages. */
export const reportUntoldAgency = command('report_untold_agency', {
  input: z.strictObject(ofPlacement),
  answer: nothing,
});

/** The URL for the agency's webhooks; null when it fetches its cases. */
export const setWebhookUrl = command('set_webhook_url', {
  input: z.strictObject({ url: z.string().nullable() }),
  answer: nothing,
});

/** Replaces the secret in use by a new one; the old one still signs for a while. */
export const rotateWebhookSecret = command('rotate_webhook_secret', {
  input: z.strictObject({
    secretId: id,
    cipher: z.base64(),
    retiredUntil: instant,
    /** At most so many replaced secrets sign at once. */
    retiredMax: z.int(),
  }),
  /** Whether there was a secret before. */
  answer: z.strictObject({ retired: z.boolean() }),
});
