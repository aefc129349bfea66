import type { LineTax } from '../pricing/identify-line.js';
import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/**
 * The entry by which a line leaves suspense: its revenue is taken out and put in again, so that the books say that it is of
 * another product now, and its tax is that of the item. What the customer paid stays.
 */
export function entriesForIdentification(
  { before, after }: Readonly<{ before: LineTax; after: LineTax }>,
  { storeId }: Dimensions,
): JournalLine[] {
  return entry([
    debit('salesRevenue', before.taxBase, { storeId }),
    debit('outputTax', before.tax - after.tax, { storeId }),
    credit('salesRevenue', after.taxBase, { storeId }),
  ]);
}
