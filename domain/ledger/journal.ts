import { assert } from '../assert.js';
import { sumAmounts } from '../money/money.js';
import { accountCode, type AccountName } from './accounts.js';

/** The store and customer that a posting belongs to; ids of the books. */
export type Dimensions = Readonly<{
  storeId?: string | undefined;
  customerId?: string | undefined;
}>;

/** One line of a journal entry in booked units of one currency: one side is zero, the other above it. */
export type JournalLine = Readonly<{ account: string; debit: bigint; credit: bigint }> & Dimensions;

/** The same as the database takes it: one signed amount as a decimal string, debits positive. */
export type PostedLine = Readonly<{
  account: string;
  amount: string;
  storeId?: string;
  customerId?: string;
}>;

/** A line that debits an account; an amount below zero is its credit. */
export function debit(
  account: AccountName,
  amount: bigint,
  dimensions: Dimensions = {},
): JournalLine {
  const side = amount < 0n ? { debit: 0n, credit: -amount } : { debit: amount, credit: 0n };
  return { account: accountCode(account), ...side, ...dimensions };
}

/** A line that credits an account; an amount below zero is its debit. */
export function credit(
  account: AccountName,
  amount: bigint,
  dimensions: Dimensions = {},
): JournalLine {
  return debit(account, -amount, dimensions);
}

/** Makes an entry of its lines, without those of zero. An entry that does not balance is a bug and throws. */
export function entry(lines: readonly JournalLine[]): JournalLine[] {
  const difference = sumAmounts(lines.map((line) => line.debit - line.credit));
  assert(difference === 0n, `a journal entry is out of balance by ${difference}`);
  return lines.filter((line) => line.debit !== line.credit);
}

/** Plain data for the SQL function that posts the entry. */
export function toPostedLines(lines: readonly JournalLine[]): PostedLine[] {
  return lines.map(({ account, storeId, customerId, ...sides }) => ({
    account,
    amount: (sides.debit - sides.credit).toString(),
    ...(storeId === undefined ? {} : { storeId }),
    ...(customerId === undefined ? {} : { customerId }),
  }));
}
