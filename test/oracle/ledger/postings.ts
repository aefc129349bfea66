import { accountOfDeduction, type DeductionKind } from '../../../domain/ledger/deductions.js';
import {
  credit,
  debit,
  entry,
  type Dimensions,
  type JournalLine,
} from '../../../domain/ledger/journal.js';

/*
 * What the SQL commands post, said once more in TypeScript. The rules in force stand in
 * `prisma/functions`, because their amounts are known only under the locks of the command; each
 * function below names its SQL. `test/prisma/postings.test.ts` holds both equal.
 */

/** `issue_invoice`: what is on account has been invoiced, owed becomes receivable. */
export function entriesForInvoice(onAccount: bigint, at: Dimensions): JournalLine[] {
  return entry([debit('receivables', onAccount, at), credit('unbilled', onAccount, at)]);
}

/** `record_payment`: money has arrived and is not yet joined to anything; the customer may be unknown. */
export function entriesForPayment(
  amount: bigint,
  receivedIn: 'bank' | 'agencyClearing',
  { customerId }: Dimensions,
): JournalLine[] {
  return entry([debit(receivedIn, amount), credit('unappliedCash', amount, { customerId })]);
}

/** `post_allocation`: money settles an open item. Its reversal is `reversalOf` it. */
export function entriesForAllocation(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([
    debit('unappliedCash', amount, { customerId: at.customerId }),
    credit('receivables', amount, at),
  ]);
}

/** `reverse_journal`: whatever was booked is taken back, to the unit and on the same accounts. */
export function reversalOf(lines: readonly JournalLine[]): JournalLine[] {
  return lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit }));
}

/** `post_deduction`: what the payer kept back settles an open item too. */
export function entriesForDeduction(
  { kind, amount }: Readonly<{ kind: DeductionKind; amount: bigint }>,
  at: Dimensions,
): JournalLine[] {
  return entry([debit(accountOfDeduction(kind), amount, at), credit('receivables', amount, at)]);
}

/**
 * `post_write_off`: a second person gave it up. Indonesian law gives no PPN back on bad debt, so all of it
 * is expense.
 */
export function entriesForWriteOff(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([
    debit('badDebt', amount, { storeId: at.storeId }),
    credit('receivables', amount, at),
  ]);
}

/** `charge_fee`: a fee for a letter is an open item of its own. */
export function entriesForDunningFee(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([
    debit('receivables', amount, at),
    credit('dunningFees', amount, { storeId: at.storeId }),
  ]);
}

/** `record_remittance`: what the agency keeps of the money that it collected. */
export function entriesForRemittance({
  commission,
  taxOnCommission,
}: Readonly<{ commission: bigint; taxOnCommission: bigint }>): JournalLine[] {
  return entry([
    debit('commission', commission),
    debit('inputTax', taxOnCommission),
    credit('agencyClearing', commission + taxOnCommission),
  ]);
}

/** `settle_remittance`: the rest has arrived on the bank account, where it was booked as unapplied cash. */
export function entriesForSettledRemittance(net: bigint): JournalLine[] {
  return entry([debit('unappliedCash', net), credit('agencyClearing', net)]);
}

/** `take_stock`, `deliver_sale`: goods leave the stock at their moving-average cost. */
export function entriesForStockIssue(cost: bigint, { storeId }: Dimensions): JournalLine[] {
  return entry([
    debit('costOfGoodsSold', cost, { storeId }),
    credit('inventory', cost, { storeId }),
  ]);
}

/** `receive_stock`: goods from a supplier whose invoice has not come yet, or those of the first day. */
export function entriesForStockReceipt(
  cost: bigint,
  from: 'goodsReceived' | 'openingEquity',
  { storeId }: Dimensions,
): JournalLine[] {
  return entry([debit('inventory', cost, { storeId }), credit(from, cost, { storeId })]);
}
