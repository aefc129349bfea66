import { z } from 'zod';
import { code, money, plannedMoment } from '../primitives.js';

/** A price of an item from a moment on, for everybody or on a price list; only files bring it in one by one. */
export const importedPrice = z.strictObject({
  sku: code,
  priceList: code.optional(),
  unitPrice: money,
  priceIncludesTax: z.boolean().optional(),
  effectiveFrom: plannedMoment.optional(),
});
