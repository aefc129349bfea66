import type { MatchPolicy } from '../../domain/matching/matching.js';

/**
 * What the matcher may book without a person. The limits reflect what a wrong booking would cost; a currency without a
 * limit is never booked automatically.
 */
export const MATCH_POLICY: MatchPolicy = {
  autoBookMax: {
    AUD: 5_000_000n, // A$50,000
    IDR: 500_000_000n,
    MYR: 15_000_000n,
    PHP: 200_000_000n,
    SGD: 5_000_000n,
    THB: 100_000_000n,
    USD: 3_000_000n,
    VND: 800_000_000n,
  },
  // Double payments happen within the month and a half in which payments and reminders cross.
  duplicateWindowDays: 45,
  // BI-FAST, SKN, online transfer between banks.
  knownFees: { IDR: [2_500n, 2_900n, 6_500n] },
  signsThatBook: ['virtual-account', 'account-alias'],
};
