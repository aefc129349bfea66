import { z } from 'zod';
import { RECEIVABLE_OUTCOMES, SETTLEMENT_KINDS } from '../../domain/receivable/outcome.js';
import { amount, currency, day, id, list } from './command.js';

/** How a receivable ends. */
export const receivableOutcome = z.enum(RECEIVABLE_OUTCOMES);

/** What was decided about a promise to pay. */
export const decidedPromise = z.strictObject({
  promiseId: id,
  state: z.enum(['kept', 'broken']),
});

/** The answer of `dunning_policy_of`. */
export const dunningPolicy = z.strictObject({
  transitDays: z.int(),
  smallRest: amount,
  customerMinimum: amount,
  customerMinDays: z.int(),
  bankDataMaxAgeDays: z.int(),
  minDaysSinceLast: z.int(),
  /** Null when such a debt is never placed with an agency. */
  placementDaysPastDue: z.int().nullable(),
  placementMinimum: amount,
  promiseMinimumBasisPoints: z.int(),
  promiseDaysMax: z.int(),
  promisesInARow: z.int(),
  customerPromisesInARow: z.int(),
  disputeMinimumBasisPoints: z.int(),
  holdReviewDays: z.int(),
  levels: list(
    z.strictObject({
      level: z.int(),
      daysPastDue: z.int(),
      feeAmount: amount,
      template: z.string(),
    }),
  ),
});

/** The answer of `facts_of_receivables` for one invoice: everything that `domain/dunning` decides from. */
export const receivableFactsOfInvoice = z.strictObject({
  invoiceId: id,
  number: z.string(),
  paymentReference: z.string(),
  issuedOn: day,
  currency,
  customerId: id,
  legalEntityId: id,
  /** Zone of the company, in which days are counted. */
  zone: z.string(),
  customerZone: z.string(),
  customerCountry: z.string(),
  /** The holidays of that country that the company gave itself. */
  companyHolidays: list(day),
  /** Null when there is no policy for such a debt. */
  policy: dunningPolicy.nullable(),
  version: z.int(),
  levelReached: z.int(),
  isClosed: z.boolean(),
  outcome: receivableOutcome.nullable(),
  settledBy: list(z.enum(SETTLEMENT_KINDS)),
  items: list(z.strictObject({ openItemId: id, dueOn: day, open: amount })),
  lastNoticeOn: day.nullable(),
  /** The last deadline that a letter about it has named. */
  lastPayBy: day.nullable(),
  customerLastNoticeOn: day.nullable(),
  /** Since when letters to this customer do not arrive; null when they do. */
  undeliveredSince: day.nullable(),
  customerOverdue: amount,
  disputed: amount,
  /** The running promises. */
  promises: list(z.strictObject({ promiseId: id, until: day, amount })),
  /** The payments that count for one of the promises. */
  payments: list(z.strictObject({ on: day, amount, countsFor: list(id) })),
  holds: list(z.strictObject({ holdId: id, until: day.nullable(), reviewOn: day.nullable() })),
  /** What of the overdue amount our unallocated money covers (`held_money`), and what else may (`unmatched_cash`). */
  unmatchedCash: z.strictObject({
    held: amount,
    ofCustomer: amount,
    suggested: amount,
    elsewhere: amount,
  }),
  bankDataThrough: day.nullable(),
  openPlacementId: id.nullable(),
  wasReturned: z.boolean(),
});
