import type { CurrencyCode } from '../money/currency.js';
import { formatMoney } from '../money/format-money.js';
import { leastShare } from '../money/least-share.js';
import { Refusal } from '../refusal.js';

export const DISPUTE_STATES = ['open', 'resolved'] as const;

export const DISPUTE_RESOLUTIONS = ['for-customer', 'for-seller'] as const;

export type Dispute = Readonly<{
  disputeId: string;
  amount: bigint;
  standing: (typeof DISPUTE_STATES)[number];
}>;

/** `for-customer`: a credit note is issued. `for-seller`: the debt stands and reminders go on. */
export type DisputeResolution =
  Readonly<{ kind: 'for-customer'; creditAmount: bigint }> | Readonly<{ kind: 'for-seller' }>;

export type DisputeOutcome =
  /** A credit note of this amount is issued; the rest of the disputed amount is owed again. */
  | Readonly<{ kind: 'credit'; amount: bigint; owedAgain: bigint }>
  | Readonly<{ kind: 'owed-again'; amount: bigint }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/**
 * Whether a dispute over `amount` may be opened on an invoice. While one is open, letters do not ask
 * for its amount, and the invoice goes to no agency.
 *
 * Refusals: `DISPUTE_AMOUNT_NOT_POSITIVE`, `DISPUTE_EXCEEDS_OPEN` (together with what is already disputed),
 * `DISPUTE_BELOW_MINIMUM`, unless it is about all that is not disputed yet. Undefined when it may.
 */
export function refuseDispute(
  amount: bigint,
  {
    currency,
    openAmount,
    disputes,
    disputeMinimumBasisPoints,
  }: Readonly<{
    currency: CurrencyCode;
    openAmount: bigint;
    disputes: readonly Dispute[];
    /** The least share of the open amount. */
    disputeMinimumBasisPoints: bigint;
  }>,
): Refusal | undefined {
  if (amount <= 0n) {
    const detail = 'A dispute is about an amount above zero.';
    return new Refusal({ code: 'DISPUTE_AMOUNT_NOT_POSITIVE', param: 'amount', detail });
  }
  const undisputed = openAmount - disputedAmount(disputes);
  if (amount > undisputed) {
    const detail = 'More would be disputed than is open on the invoice.';
    return new Refusal({ code: 'DISPUTE_EXCEEDS_OPEN', param: 'amount', detail });
  }
  const minimum = leastShare(openAmount, disputeMinimumBasisPoints);
  if (amount < minimum && amount < undisputed) {
    const least = formatMoney({ amount: minimum, currency }, 'en');
    const detail = `A dispute is about at least ${least} of what is open.`;
    return new Refusal({ code: 'DISPUTE_BELOW_MINIMUM', param: 'amount', detail });
  }
  return undefined;
}

/** Ends a dispute, for the customer or the seller. Refusals: `DISPUTE_RESOLVED` (twice), `CREDIT_NOT_POSITIVE`, `CREDIT_EXCEEDS_DISPUTE`. */
export function resolveDispute(dispute: Dispute, resolution: DisputeResolution): DisputeOutcome {
  if (dispute.standing === 'resolved') {
    return refused('DISPUTE_RESOLVED', 'disputeId', 'The dispute was resolved before.');
  }
  if (resolution.kind === 'for-seller') return { kind: 'owed-again', amount: dispute.amount };
  const { creditAmount } = resolution;
  if (creditAmount <= 0n) {
    return refused('CREDIT_NOT_POSITIVE', 'creditAmount', 'A credit is above zero.');
  }
  if (creditAmount > dispute.amount) {
    return refused('CREDIT_EXCEEDS_DISPUTE', 'creditAmount', 'More is credited than was disputed.');
  }
  return { kind: 'credit', amount: creditAmount, owedAgain: dispute.amount - creditAmount };
}

/** What the open disputes hold together. */
export function disputedAmount(disputes: readonly Dispute[]): bigint {
  return disputes
    .filter(({ standing }) => standing === 'open')
    .reduce((total, { amount }) => total + amount, 0n);
}

function refused(code: string, param: string, detail: string): DisputeOutcome {
  return { kind: 'refused', refusal: new Refusal({ code, param, detail }) };
}
