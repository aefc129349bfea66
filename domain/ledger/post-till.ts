import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/** The acquirer pays what cards or QRIS took, less its fee (MDR). */
export function entriesForSettlement(
  { gross, fee }: Readonly<{ gross: bigint; fee: bigint }>,
  clearing: 'cardClearing' | 'qrisClearing',
  { storeId }: Dimensions,
): JournalLine[] {
  return entry([
    debit('bank', gross - fee),
    debit('bankFees', fee, { storeId }),
    credit(clearing, gross, { storeId }),
  ]);
}

/** The drawer was counted; `difference` is above zero when more was in it than expected. */
export function entriesForTillDifference(
  difference: bigint,
  { storeId }: Dimensions,
): JournalLine[] {
  return entry([
    debit('cashOnHand', difference, { storeId }),
    credit('tillDifferences', difference, { storeId }),
  ]);
}

/** The day's cash goes to the bank. */
export function entriesForCashDeposit(amount: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([debit('bank', amount), credit('cashOnHand', amount, { storeId })]);
}
