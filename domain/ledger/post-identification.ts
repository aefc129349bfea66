import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/**
 * The entry by which the tax of a line follows its item: what was booked as output tax and is none becomes revenue, or
 * the other way round. Nothing when the tax stays.
 */
export function entriesForIdentification(
  tax: Readonly<{ before: bigint; after: bigint }>,
  { storeId }: Dimensions,
): JournalLine[] {
  const less = tax.before - tax.after;
  return entry([debit('outputTax', less, { storeId }), credit('salesRevenue', less, { storeId })]);
}
