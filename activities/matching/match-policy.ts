import type { MatchPolicy } from '../../domain/matching/matching.js';

/**
 * What the matcher may do on its own. Limits are about what a wrong booking would cost: above them a person
 * looks first, and a currency without a limit is never booked automatically.
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
  // A customer who pays twice does so within the month and a half in which reminders cross.
  duplicateWindowDays: 45,
  // BI-FAST, SKN, online transfer between banks.
  knownFees: { IDR: [2_500n, 2_900n, 6_500n] },
};
