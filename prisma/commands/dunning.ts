import { z } from 'zod';
import { AFTER_A_LETTER } from '../../domain/dunning/letter-deadline.js';
import { account, amount, command, currency, day, id, list, nothing } from './command.js';
import { receivableFactsOfInvoice } from './receivable-facts.js';

const noticeLine = z.strictObject({
  invoiceId: id,
  level: z.int(),
  openAmount: amount,
  /** Money that we hold for it and have not allocated. */
  heldAmount: amount,
  /** What the customer disputes or has promised. */
  asideAmount: amount,
  /** The deadline that the letter names. */
  payBy: day,
  follows: z.enum(AFTER_A_LETTER),
  /** The letter before this one; null when this is the first. */
  remindedOn: day.nullable(),
});

/** A version of a policy as it is kept; amounts in the smallest booked unit, shares in basis points. */
const policyVersion = z.strictObject({
  code: z.string(),
  segment: z.string().nullable(),
  currency,
  inForceFrom: day,
  minimumAmount: amount,
  toleranceAmount: amount,
  graceDays: z.int(),
  staleBankDays: z.int(),
  minimumDaysBetween: z.int(),
  customerDaysBetween: z.int(),
  placementDaysPastDue: z.int().nullable(),
  placementMinimumAmount: amount,
  creditStopDays: z.int(),
  promiseMinimumBasisPoints: z.int(),
  promiseDaysMax: z.int(),
  promisesInARow: z.int(),
  customerPromisesInARow: z.int(),
  disputeMinimumBasisPoints: z.int(),
  holdReviewDays: z.int(),
  levels: list(
    z.strictObject({
      daysPastDue: z.int(),
      feeAmount: amount,
      template: z.string(),
      channel: z.string(),
    }),
  ),
});

/** Gives books without a dunning policy the ones that are proposed. */
export const proposeDunningPolicies = command('propose_dunning_policies', {
  input: z.strictObject({ policies: list(policyVersion) }),
  answer: nothing,
});

/** Locks and answers everything that a letter to the customer of an invoice depends on. */
export const lockForNotice = command('lock_for_notice', {
  input: z.strictObject({
    invoiceId: id,
    /** Most invoices in one letter, the longest due first. */
    invoicesMax: z.int().positive(),
  }),
  answer: z.strictObject({
    facts: list(receivableFactsOfInvoice),
    /** A letter that is being prepared. */
    notice: z
      .strictObject({
        noticeId: id,
        businessDay: day,
        level: z.int(),
        /** Null: no mail was written for it yet. */
        mailState: z.enum(['waiting', 'sending', 'sent', 'failed', 'unconfirmed']).nullable(),
        lines: list(noticeLine),
      })
      .nullable(),
  }),
});

/** Writes a letter that is to be sent. The caller holds the locks of `lock_for_notice`. */
export const openNotice = command('open_notice', {
  input: z.strictObject({
    customerId: id,
    currency,
    businessDay: day,
    level: z.int(),
    total: amount,
    lines: list(noticeLine),
  }),
  answer: z.strictObject({ noticeId: id }),
});

const paperCustomer = z.strictObject({
  customerId: id,
  number: z.string(),
  name: z.string(),
  address: z.string(),
});

const paperSeller = z.strictObject({
  name: z.string(),
  address: z.string(),
  taxNumber: z.string(),
  phone: z.string(),
  bankName: z.string().nullable(),
  bankAccount: z.string().nullable(),
  logoId: id.nullable(),
});

const paperLine = noticeLine.extend({
  number: z.string(),
  paymentReference: z.string(),
  issuedOn: day,
  feeAmount: amount,
  /** The policy's name for the tone of its level; null when the policy has changed since. */
  template: z.string().nullable(),
  /** Null when nothing of the invoice is overdue any more. */
  dueOn: day.nullable(),
});

/** The content of a letter's document; null when there is no such letter. */
export const noticePaper = command('notice_paper', {
  input: z.strictObject({ noticeId: id, language: z.string() }),
  answer: z
    .strictObject({
      noticeId: id,
      /** In which it is written. */
      language: z.string(),
      businessDay: day,
      level: z.int(),
      currency,
      total: amount,
      customer: paperCustomer,
      seller: paperSeller,
      /** At least one. */
      lines: list(paperLine),
      /** The company's own words; null: those of the product. */
      words: z
        .strictObject({ subject: z.string(), opening: z.string(), closing: z.string() })
        .nullable(),
    })
    .nullable(),
});

/** Withdraws an unsent letter that is no longer true. */
export const withdrawNotice = command('withdraw_notice', {
  input: z.strictObject({ noticeId: id, reason: z.string() }),
  answer: z.strictObject({ withdrawn: z.boolean() }),
});

/** Books how the sending of a letter ended. A repetition answers the first outcome. */
export const closeNotice = command('close_notice', {
  input: z.strictObject({
    noticeId: id,
    outcome: z.enum(['sent', 'failed']),
    failure: z.string().optional(),
    /** Bank fees: who owes exactly one of them is charged nothing more. */
    knownFees: list(amount).optional(),
    accounts: z.strictObject({ receivables: account, dunningFees: account }),
  }),
  answer: z.strictObject({ kind: z.enum(['sent', 'failed', 'suppressed']) }),
});
