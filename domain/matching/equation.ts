import { minorUnitOf } from '../money/currency.js';
import { unitsToDecimal } from '../money/decimal.js';
import type { Money } from '../money/money.js';
import type { Allocation, Equation, OpenItem } from './matching.js';

/** The sum for a person to check: the payment, what it pays, what is left over. */
export function equationOf(
  paid: Money,
  allocations: readonly Allocation[],
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
  return { paid, terms, rest: paid.amount - allocated };
}

/** `IDR 12500000 = INV/JKT/2026/000017-0 5002500 + INV/JKT/2026/000018-1 7497500`. */
export function equationText({ paid, terms, rest }: Equation): string {
  const decimal = (amount: bigint): string => unitsToDecimal(amount, minorUnitOf(paid.currency));
  const parts = terms.map(({ label, amount, open }) =>
    amount === open
      ? `${label} ${decimal(amount)}`
      : `${label} ${decimal(amount)} (of ${decimal(open)})`,
  );
  const all = rest === 0n ? parts : [...parts, `on account ${decimal(rest)}`];
  return `${paid.currency} ${decimal(paid.amount)} = ${all.join(' + ')}`;
}

function labelOf(item: OpenItem): string {
  return item.instalment === 1
    ? item.invoiceNumber
    : `${item.invoiceNumber} no. ${item.instalment}`;
}
