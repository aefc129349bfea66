/** What settles an open item, as the books name it. */
export const SETTLEMENT_KINDS = ['payment', 'credit-note', 'write-off', 'deduction'] as const;

export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** How a receivable ends. */
export const RECEIVABLE_OUTCOMES = ['paid', 'credited', 'written-off'] as const;

export type ReceivableOutcome = (typeof RECEIVABLE_OUTCOMES)[number];

/**
 * The outcome of a receivable with nothing left to pay: `written-off` when any part was written off, `credited` when
 * there was a credit note and no payment, else `paid`.
 */
export function outcomeOf(settledBy: readonly SettlementKind[]): ReceivableOutcome {
  if (settledBy.includes('write-off')) return 'written-off';
  return settledBy.includes('credit-note') && !settledBy.includes('payment') ? 'credited' : 'paid';
}
