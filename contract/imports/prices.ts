import { z } from 'zod';
import { code, money, plannedMoment } from '../primitives.js';

/** A price of an item from a moment on, for everybody or on a price list; only files bring it in one by one. */
export const importedPrice = z
  .strictObject({
    sku: code,
    priceList: code.optional(),
    unitPrice: money,
    priceIncludesTax: z.boolean().optional(),
    effectiveFrom: plannedMoment.optional(),
    /** From then on the item has no price on the list; the price beside it is nothing. */
    ends: z.boolean().optional(),
  })
  .refine(({ ends, unitPrice }) => ends !== true || Number(unitPrice.amount) === 0, {
    path: ['unitPrice'],
    message: 'Where a price ends there is none: write 0.',
  });
