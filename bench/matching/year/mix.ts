/**
 * What payers of an Indonesian company do, as shares. Set from the facts of the field before the matcher was looked at;
 * the bench prints it with every run.
 */
export const MIX = {
  customers: 900,
  /** Shares of customers. */
  customer: {
    hasVirtualAccount: 0.14,
    hasTwoAccounts: 0.12,
    paysFromOwnName: 0.25,
    sharesItsName: 0.04,
    isPaidByParent: 0.05,
    withholdsTax: 0.07,
    collectsVat: 0.015,
    hasEarlyDiscount: 0.04,
    takesOffFee: 0.06,
    roundsDown: 0.04,
    addsUniqueCode: 0.03,
    ordersTheSameEachTime: 0.07,
    /** During the year. */
    changesAccount: 0.12,
    changesHabit: 0.15,
  },
  /** How often a customer pays: each invoice by itself, or what is due in one payment. */
  paysBy: { each: 0.66, week: 0.22, month: 0.12 },
  /** How a customer names one invoice, by habit. */
  oneInvoice: { number: 0.38, reference: 0.19, regrouped: 0.14, sequence: 0.06, none: 0.23 },
  /** How a customer names several. */
  several: { list: 0.42, shortList: 0.2, range: 0.12, none: 0.26 },
  /** Shares of payments. */
  payment: {
    followsHabit: 0.85,
    hasTypo: 0.025,
    isBroken: 0.025,
    isCut: 0.025,
    namesPaidInvoice: 0.004,
    isPart: 0.025,
    isTooMuch: 0.012,
    comesFromStranger: 0.012,
    isAhead: 0.006,
    isRepeated: 0.009,
    /** Of the payments of a customer with the habit. */
    keepsHabitOfAmount: 0.9,
    /** The bank's line tells the payer's account, and the payer's name. */
    tellsAccount: 0.75,
    tellsName: 0.92,
    cutsName: 0.4,
    hasShortText: 0.35,
  },
  invoice: { neverPaid: 0.03, hasInstalments: 0.08, isDisputed: 0.004 },
  /** Lines that no customer paid, for each hundred payments of customers. */
  othersPerHundred: 9,
  otherHasAmountOfItem: 0.05,
} as const;

export const CUT_NAME_LENGTH = 18;
export const SHORT_TEXT_LENGTH = 35;
/** Lines of a bank file break the text of a payer after so many letters. */
export const BREAK_AT = 27;
/** Tariffs that payers take off; the last two are in no table of ours. */
export const FEES = [2_500n, 2_500n, 2_500n, 2_900n, 6_500n, 6_500n, 5_000n, 7_500n] as const;
