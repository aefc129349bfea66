import { assert } from '../assert.js';
import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/** A customer has paid the agency: the customer's debt is gone, the agency owes us instead. */
export function entriesForAgencyCollection(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([debit('agencyClearing', amount), credit('receivables', amount, at)]);
}

export type RemittedAmounts = Readonly<{
  /** What the agency has collected from customers. */
  gross: bigint;
  commission: bigint;
  taxOnCommission: bigint;
  /** What arrived, or will: gross - commission - taxOnCommission. */
  net: bigint;
}>;

/**
 * The agency settles: it keeps its commission and passes on the rest. `receivedIn` is where the
 * money stands: on the bank account, or as unapplied cash when the statement was read first.
 */
export function entriesForRemittance(
  { gross, commission, taxOnCommission, net }: RemittedAmounts,
  receivedIn: 'bank' | 'unappliedCash',
): JournalLine[] {
  assert(gross === commission + taxOnCommission + net, 'a remittance adds up');
  return entry([
    debit(receivedIn, net),
    debit('commission', commission),
    debit('inputTax', taxOnCommission),
    credit('agencyClearing', gross),
  ]);
}
