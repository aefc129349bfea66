import type { DeductionKind } from '../ledger/deductions.js';

/** What the payer must be able to show for what was kept back. */
type AdjustmentDocument = 'withholding-slip' | 'tax-payment-slip';

type KeptKind =
  'known-fee' | 'income-tax-23' | 'income-tax-22' | 'vat-by-collector' | 'rounded-down';

/** How the books book it, and the document that it demands; without a kind, the books have none for it. */
const KEPT: Readonly<
  Record<KeptKind, Readonly<{ deduction?: DeductionKind; document?: AdjustmentDocument }>>
> = {
  'known-fee': { deduction: 'bankFee' },
  'income-tax-23': { deduction: 'withholdingTax', document: 'withholding-slip' },
  'income-tax-22': { deduction: 'withholdingTax', document: 'withholding-slip' },
  // A collector pays the VAT to the tax office in the seller's name: no deduction of ours.
  'vat-by-collector': { document: 'tax-payment-slip' },
  'rounded-down': { deduction: 'cashRounding' },
};

/** Something that a payer kept back of one item, as evidence of a suggestion. */
export type KeptBack = Readonly<{
  kind: KeptKind;
  openItemId: string;
  amount: bigint;
  deduction?: DeductionKind;
  document?: AdjustmentDocument;
}>;

/** An amount that was kept back of an item, with how the books book it and the document that it demands. */
export function keptBack(kind: KeptKind, openItemId: string, amount: bigint): KeptBack {
  return { kind, openItemId, amount, ...KEPT[kind] };
}

/** What was kept back, among other evidence. */
export function keptBackIn(
  evidence: readonly (KeptBack | Readonly<{ kind: string }>)[],
): readonly KeptBack[] {
  return evidence.filter((one): one is KeptBack => one.kind in KEPT);
}
