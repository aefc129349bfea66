import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/**
 * A credit note reverses revenue and tax against what the customer still owes: the books refuse to credit more than is
 * open. Returned goods, if any, are a stock movement of their own.
 */
export function entriesForCreditNote(
  { taxBase, tax }: Readonly<{ taxBase: bigint; tax: bigint }>,
  at: Dimensions,
): JournalLine[] {
  return entry([
    debit('salesReturns', taxBase, { storeId: at.storeId }),
    debit('outputTax', tax, { storeId: at.storeId }),
    credit('receivables', taxBase + tax, at),
  ]);
}
