import type { CommandContext } from '../../domain/context.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import type { PolicyVersion } from './dunning-policies.js';

/** Days past due of the three letters. */
type LevelDays = readonly [first: number, second: number, third: number];

/** What differs between the dunning policies of a company. */
export type PolicyTerms = Readonly<{
  code: string;
  /** Null: the general policy. */
  segment: string | null;
  days: LevelDays;
  minimumAmount: bigint;
  /** Days past due of the placement; null: a person decides. */
  placementDays: number | null;
  /** When an item is overdue for longer, nothing more is sold on account. */
  creditStopDays: number;
}>;

/** The policy that is proposed to a company that begins, in rupiah. */
export const STANDARD_POLICY: PolicyTerms = {
  code: 'STANDARD',
  segment: null,
  days: [5, 14, 25],
  minimumAmount: 50_000n,
  placementDays: 35,
  creditStopDays: 30,
};

/** Before the first sale of any company. */
const ALWAYS = '2000-01-01';

const TEMPLATES = { 1: 'reminder-friendly', 2: 'reminder-firm', 3: 'reminder-final' } as const;

/** Covers transfer fees (BI-FAST 2,500, SKN 2,900), which are not worth a letter. */
const TOLERANCE_AMOUNT = 5_000n;

/** Below this an agency costs more than it collects. */
const PLACEMENT_MINIMUM_AMOUNT = 500_000n;

/** Days between two letters about an invoice, and between two to a customer. */
export const PROPOSED_INTERVALS = { minimumDaysBetween: 3, customerDaysBetween: 2 };

/** A promise is about a third of what is demanded at least, within a month; the third in a row needs money first. */
const PROMISE_LIMITS = {
  promiseMinimumBasisPoints: 3_300,
  promiseDaysMax: 30,
  promisesInARow: 2,
  customerPromisesInARow: 6,
};

/** Puts the first policies in force, each of three letters by e-mail, each firmer than the one before. */
export async function proposePolicies(
  tx: Transaction,
  ctx: CommandContext,
  { terms, currency }: Readonly<{ terms: readonly PolicyTerms[]; currency: CurrencyCode }>,
): Promise<void> {
  const policies = terms.map((one) => proposedPolicy(one, currency));
  await callIn(tx, dunningCommands.proposeDunningPolicies, [ctx, { policies }]);
}

function proposedPolicy(
  { code, segment, days, minimumAmount, placementDays, creditStopDays }: PolicyTerms,
  currency: CurrencyCode,
): PolicyVersion {
  const level = (number: 1 | 2 | 3, daysPastDue: number) => ({
    daysPastDue,
    feeAmount: '0',
    template: TEMPLATES[number],
    channel: 'email',
  });
  const [first, second, third] = days;
  return {
    code,
    segment,
    currency,
    inForceFrom: ALWAYS,
    minimumAmount: minimumAmount.toString(),
    toleranceAmount: TOLERANCE_AMOUNT.toString(),
    graceDays: 1,
    staleBankDays: 10,
    ...PROPOSED_INTERVALS,
    placementDaysPastDue: placementDays,
    placementMinimumAmount: PLACEMENT_MINIMUM_AMOUNT.toString(),
    creditStopDays,
    ...PROMISE_LIMITS,
    disputeMinimumBasisPoints: 100,
    holdReviewDays: 14,
    levels: [level(1, first), level(2, second), level(3, third)],
  };
}
