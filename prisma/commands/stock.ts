import { z } from 'zod';
import {
  account,
  amount,
  command,
  currency,
  day,
  id,
  journalLine,
  list,
  quantityMilli,
} from './command.js';

/** Adds goods to the stock of one location. `cost` is the value of the whole line. */
export const receiveStock = command('receive_stock', {
  input: z.strictObject({
    documentId: id,
    documentKind: z.enum(['opening', 'goods-receipt']),
    kind: z.enum(['opening', 'receipt']),
    locationId: id,
    businessDate: day,
    currency,
    lines: list(z.strictObject({ itemId: id, quantityMilli, cost: amount })),
    accounts: z.strictObject({ inventory: account, counter: account }),
  }),
  answer: z.strictObject({ kind: z.enum(['received', 'known']) }),
});

/** Releases the goods kept for a sale whose delivery time ran out, unless they have left meanwhile. */
export const releaseStock = command('release_stock', {
  input: z.strictObject({ saleId: id, businessDate: day, journal: list(journalLine) }),
  answer: z.strictObject({ kind: z.enum(['released', 'delivered']) }),
});
