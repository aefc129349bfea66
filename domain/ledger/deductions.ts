import type { AccountName } from './accounts.js';

/** Why a payer deducted something: withheld tax, a bank fee, an early-payment discount, a rounding. */
export const DEDUCTION_KINDS = [
  'bankFee',
  'withholdingTax',
  'earlyPayment',
  'cashRounding',
] as const;

export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

const ACCOUNT_OF_DEDUCTION: Readonly<Record<DeductionKind, AccountName>> = {
  bankFee: 'bankFees',
  withholdingTax: 'withholdingTax',
  earlyPayment: 'earlyPaymentDiscounts',
  cashRounding: 'cashRounding',
};

/** The account to which the deduction is posted. */
export function accountOfDeduction(kind: DeductionKind): AccountName {
  return ACCOUNT_OF_DEDUCTION[kind];
}
