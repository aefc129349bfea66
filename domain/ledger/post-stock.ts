import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/** Goods leave the stock at their moving-average cost. */
export function entriesForStockIssue(cost: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([
    debit('costOfGoodsSold', cost, { storeId }),
    credit('inventory', cost, { storeId }),
  ]);
}

/** Goods come back onto the shelf at the cost at which they left it. */
export function entriesForStockReturn(cost: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([
    debit('inventory', cost, { storeId }),
    credit('costOfGoodsSold', cost, { storeId }),
  ]);
}

/** Goods from a supplier whose invoice has not come yet. */
export function entriesForStockReceipt(cost: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([debit('inventory', cost, { storeId }), credit('goodsReceived', cost, { storeId })]);
}

/** A count found other than the books said; `value` is above zero when more was found. */
export function entriesForStockCount(value: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([
    debit('inventory', value, { storeId }),
    credit('stockShrinkage', value, { storeId }),
  ]);
}

export function entriesForStockTransfer(
  cost: bigint,
  { fromStoreId, toStoreId }: Readonly<{ fromStoreId: string; toStoreId: string }>,
): JournalLine[] {
  return entry([
    debit('inventory', cost, { storeId: toStoreId }),
    credit('inventory', cost, { storeId: fromStoreId }),
  ]);
}

/** What was on the shelves on the day the books were started. */
export function entriesForOpeningStock(cost: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([debit('inventory', cost, { storeId }), credit('openingEquity', cost, { storeId })]);
}
