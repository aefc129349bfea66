import type { Payment } from '../../../domain/matching/matching.js';

/** What a payment pays of one open item. */
export type Paid = Readonly<{
  openItemId: string;
  /** What the payer means to clear of it, with what was kept back. */
  clears: bigint;
  /** Kept back of this item: withheld tax, a discount. */
  keptHere: bigint;
}>;

/** Known to the generator and the judge only. */
export type Truth = Readonly<{
  /** The name under which the figures count it. */
  kind: string;
  /** The customers whose items it pays, or who have sent it. Empty: no customer's money. */
  customerIds: readonly string[];
  paid: readonly Paid[];
  /** Kept back of the whole, from whichever item: a bank's fee, coins. */
  keptOfAll: bigint;
  /**
   * Whether the line and the books say what it pays. Equal rivals without a number, an unknown payer without a number,
   * a second payment and other people's money are not to be booked.
   */
  isDecidable: boolean;
  /** It repeats a payment. */
  isDuplicate: boolean;
}>;

export type Line = Readonly<{ payment: Payment; truth: Truth }>;

export const isOfCustomer = ({ truth }: Line): boolean =>
  truth.customerIds.length > 0 && !truth.isDuplicate;
