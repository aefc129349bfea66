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

/** Puts goods on the shelves of one location. `cost` is the value of the whole line. */
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

/** Gives back what was kept for a sale whose time ran out, unless the goods have left meanwhile. */
export const releaseStock = command('release_stock', {
  input: z.strictObject({ saleId: id, businessDate: day, journal: list(journalLine) }),
  answer: z.strictObject({ kind: z.enum(['released', 'delivered']) }),
});
