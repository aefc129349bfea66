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
  nothing,
  quantityMilli,
} from './command.js';

/** Adds goods to the stock of one location, where one person alone may. `cost` is the value of the whole line. */
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
  answer: z.strictObject({ kind: z.enum(['received', 'known', 'second-person']) }),
});

/** Takes goods back that the caller has booked in by mistake, while nothing of them has moved. */
export const undoStockReceipt = command('undo_stock_receipt', {
  input: z.strictObject({
    stockReceiptId: id,
    /** The store that the caller belongs to; null: any. */
    storeId: id.nullable(),
  }),
  answer: z.strictObject({ location: z.string(), lines: z.int() }),
});

const countAccounts = z.strictObject({ inventory: account, shrinkage: account });

/** Takes in a count of goods: books it, or asks a second person. The difference is counted less expected. */
export const countStock = command('count_stock', {
  input: z.strictObject({
    locationId: id,
    businessDate: day,
    currency,
    reason: z.string(),
    /** The question about goods that were sold and not there, which ends with the count. */
    workItemId: id.nullable(),
    lines: list(
      z.strictObject({
        lineNumber: z.int(),
        itemId: id,
        countedMilli: quantityMilli,
        /** What the books said when it was counted; null: what they say now. */
        expectedMilli: quantityMilli.nullable(),
        unitCost: amount.nullable(),
      }),
    ),
    accounts: countAccounts,
  }),
  answer: z.strictObject({ stockCountId: id }),
});

/** A second person books a count, or rejects it. */
export const decideStockCount = command('decide_stock_count', {
  input: z.strictObject({
    stockCountId: id,
    decision: z.enum(['approved', 'rejected']),
    businessDate: day,
    accounts: countAccounts,
  }),
  answer: nothing,
});

/** Releases the goods kept for a sale whose delivery time ran out, unless they have left meanwhile. */
export const releaseStock = command('release_stock', {
  input: z.strictObject({ saleId: id, businessDate: day, journal: list(journalLine) }),
  answer: z.strictObject({ kind: z.enum(['released', 'delivered']) }),
});
