import { minorUnitOf } from '../money/currency.js';
import { unitsToDecimal } from '../money/decimal.js';
import type { Money } from '../money/money.js';
import { keptBackIn } from './kept-back.js';
import type { Allocation, Equation, Evidence, OpenItem } from './matching.js';

type Reading = Readonly<{ allocations: readonly Allocation[]; evidence: readonly Evidence[] }>;

/** The sum for a person to check: the payment, what it pays, what was kept back, what is left over. */
export function equationOf(
  paid: Money,
  { allocations, evidence }: Reading,
  items: readonly OpenItem[],
): Equation {
  const byId = new Map(items.map((item) => [item.id, item]));
  const terms = allocations.flatMap(({ openItemId, amount }) => {
    const item = byId.get(openItemId);
    if (item === undefined) return [];
    const { invoiceId, open } = item;
    return [{ openItemId, invoiceId, label: labelOf(item), amount, open: open.amount }];
  });
  const allocated = allocations.reduce((total, { amount }) => total + amount, 0n);
  const kept = keptBackIn(evidence).map(({ kind, amount }) => ({ kind, amount }));
  return { paid, terms, kept, rest: paid.amount - allocated };
}

/** `IDR 12500000 = INV/JKT/2026/000017-0 5002500 + INV/JKT/2026/000018-1 7497500 (of 7500000) [known-fee 2500]`. */
export function equationText({ paid, terms, kept, rest }: Equation): string {
  const decimal = (amount: bigint): string => unitsToDecimal(amount, minorUnitOf(paid.currency));
  const parts = terms.map(({ label, amount, open }) =>
    amount === open
      ? `${label} ${decimal(amount)}`
      : `${label} ${decimal(amount)} (of ${decimal(open)})`,
  );
  const all = rest === 0n ? parts : [...parts, `on account ${decimal(rest)}`];
  const reasons = kept.map(({ kind, amount }) => `${kind} ${decimal(amount)}`);
  const why = reasons.length === 0 ? '' : ` [${reasons.join(', ')}]`;
  return `${paid.currency} ${decimal(paid.amount)} = ${all.join(' + ')}${why}`;
}

function labelOf(item: OpenItem): string {
  return item.instalment === 1
    ? item.invoiceNumber
    : `${item.invoiceNumber} no. ${item.instalment}`;
}
