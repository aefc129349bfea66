import { z } from 'zod';
import { code, date, money, quantity, tillText } from '../primitives.js';

/** `onAccount` is missing: what is still owed comes in as a receivable, at the level that it has reached. */
const OLD_TENDERS = ['cash', 'card', 'qris', 'voucher', 'storeCredit'] as const;

/** A receipt of a till of another system; only files bring it in. */
export const oldSale = z.strictObject({
  receipt: code,
  store: code.optional(),
  date,
  /** On the clock of the store. */
  time: z.iso.time().optional(),
  cashier: tillText(80).optional(),
  /** As the other system calls the till. */
  till: tillText(80).optional(),
  customer: code.optional(),
  lines: z.array(
    z.strictObject({
      sku: code,
      name: tillText(200).optional(),
      quantity,
      unitPrice: money,
      discount: money.optional(),
      taxCode: code.optional(),
      priceIncludesTax: z.boolean().optional(),
      tender: z.enum(OLD_TENDERS),
      total: money.optional(),
    }),
  ),
});

export type OldSale = z.output<typeof oldSale>;
