/**
 * Where a sale stands, as a person says it: its stage, and of one that waits for money whether that is late, held back,
 * promised or disputed. The SQL function `sale_standing` decides it from the facts.
 */
export const SALE_STANDINGS = [
  'captured',
  'goods-kept',
  'to-invoice',
  'not-due',
  'overdue',
  'held',
  'promised',
  'disputed',
  'at-agency',
  'paid',
  'written-off',
  'cancelled',
] as const;

export type SaleStanding = (typeof SALE_STANDINGS)[number];
