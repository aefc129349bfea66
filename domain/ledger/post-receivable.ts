import { sumAmounts } from '../money/money.js';
import type { AccountName } from './accounts.js';
import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/** What is on account has been invoiced: owed becomes receivable. */
export function entriesForInvoice(onAccount: bigint, at: Dimensions): JournalLine[] {
  return entry([debit('receivables', onAccount, at), credit('unbilled', onAccount, at)]);
}

/** Money has arrived and is not yet joined to anything; the customer may be unknown. */
export function entriesForPayment(
  amount: bigint,
  receivedIn: 'bank' | 'cashOnHand' | 'qrisClearing' | 'cardClearing' | 'agencyClearing',
  { storeId, customerId }: Dimensions,
): JournalLine[] {
  return entry([
    debit(receivedIn, amount, { storeId }),
    credit('unappliedCash', amount, { customerId }),
  ]);
}

export type DeductionKind = 'withholdingTax' | 'bankFee' | 'earlyPayment' | 'cashRounding';

const ACCOUNT_OF_DEDUCTION: Readonly<Record<DeductionKind, AccountName>> = {
  withholdingTax: 'withholdingTax',
  bankFee: 'bankFees',
  earlyPayment: 'earlyPaymentDiscounts',
  cashRounding: 'cashRounding',
};

export type AllocatedCash = Readonly<{
  /** Taken from the payment. */
  applied: bigint;
  /** What explains the difference to what was owed: tax withheld, a fee, an early-payment discount. */
  deductions?: readonly Readonly<{ kind: DeductionKind; amount: bigint }>[];
}>;

/** Money, with what explains why it is less, settles open items. Its reversal is `reversalOf` it. */
export function entriesForAllocation(
  { applied, deductions = [] }: AllocatedCash,
  at: Dimensions,
): JournalLine[] {
  const settled = applied + sumAmounts(deductions.map(({ amount }) => amount));
  return entry([
    debit('unappliedCash', applied, { customerId: at.customerId }),
    ...deductions.map(({ kind, amount }) => debit(ACCOUNT_OF_DEDUCTION[kind], amount, at)),
    credit('receivables', settled, at),
  ]);
}

export type CreditedAmounts = Readonly<{
  taxBase: bigint;
  tax: bigint;
  /** What the customer no longer owes; the rest has been paid and goes to the customer's account. */
  reducesOpen: bigint;
}>;

/** A credit note takes revenue and tax back; the goods, if any, are `entriesForStockReturn`. */
export function entriesForCreditNote(
  { taxBase, tax, reducesOpen }: CreditedAmounts,
  at: Dimensions,
): JournalLine[] {
  return entry([
    debit('salesReturns', taxBase, { storeId: at.storeId }),
    debit('outputTax', tax, { storeId: at.storeId }),
    credit('receivables', reducesOpen, at),
    credit('unappliedCash', taxBase + tax - reducesOpen, { customerId: at.customerId }),
  ]);
}

/** A second person gave it up. Indonesian law gives no PPN back on bad debt, so all of it is expense. */
export function entriesForWriteOff(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([
    debit('badDebt', amount, { storeId: at.storeId }),
    credit('receivables', amount, at),
  ]);
}

/** A fee or interest for paying late; each is an open item of its own. */
export function entriesForDunningFee(
  amount: bigint,
  income: 'dunningFees' | 'interestIncome',
  at: Dimensions,
): JournalLine[] {
  return entry([debit('receivables', amount, at), credit(income, amount, { storeId: at.storeId })]);
}

/** Money owed to a customer leaves the house. */
export function entriesForRefund(
  amount: bigint,
  {
    from,
    paidBy,
  }: Readonly<{ from: 'storeCredit' | 'unappliedCash'; paidBy: 'bank' | 'cashOnHand' }>,
  { storeId, customerId }: Dimensions,
): JournalLine[] {
  return entry([debit(from, amount, { customerId }), credit(paidBy, amount, { storeId })]);
}

/** What customers owed on the day the books were started. */
export function entriesForOpeningReceivable(amount: bigint, at: Dimensions): JournalLine[] {
  return entry([
    debit('receivables', amount, at),
    credit('openingEquity', amount, { storeId: at.storeId }),
  ]);
}
