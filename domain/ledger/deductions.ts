import type { AccountName } from './accounts.js';

/** Why a payer kept something back: tax withheld, a bank's fee, an early-payment discount, a rounding. */
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

/** The account that bears what the payer kept back. */
export function accountOfDeduction(kind: DeductionKind): AccountName {
  return ACCOUNT_OF_DEDUCTION[kind];
}
