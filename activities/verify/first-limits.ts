/** What holds before two people agree on anything else, in the smallest booked unit (prisma/migrations/0001, 0008). */
export const FIRST_LIMITS = {
  creditNote: 0,
  customerCredit: 10_000_000,
  goodsReceipt: 100_000_000,
  stockCount: 1_000_000,
  handFedFile: 10_000_000,
} as const;
