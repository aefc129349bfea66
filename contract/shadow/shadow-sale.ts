import { z } from 'zod';
import { id, instant } from '../primitives.js';
import type { Sendable } from '../route.js';
import { pricedSale, saleException } from '../sale/priced-sale.js';

/** A sale of a store in shadow, as it was priced. It has no receipt and no workflow, because it is not booked. */
export const shadowSale = z
  .strictObject({
    id,
    number: z.string().meta({
      description: 'Of the slip that the other system printed, or made of till and sequence.',
    }),
    till: z.string().meta({ description: 'As the other system calls it; the terminal otherwise.' }),
    shadow: z.literal(true).meta({
      description: 'Kept beside the books: nothing is booked, taken from stock or printed.',
    }),
    receivedAt: instant.meta({ description: 'When it came.' }),
    ...pricedSale,
    exceptions: z.array(saleException).meta({ description: 'What did not fit the masters.' }),
  })
  .meta({ id: 'ShadowSale' });

export type ShadowSale = Sendable<z.infer<typeof shadowSale>>;
