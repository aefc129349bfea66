import { multiplyRational, rational } from '../money/rational.js';
import { MILLI_PER_UNIT } from '../quantity/quantity.js';

/** A line of a receipt of another system; amounts in the smallest unit of the currency. */
export type OldLine<Tender extends string = string> = Readonly<{
  quantityMilli: bigint;
  unitPrice: bigint;
  discount: bigint;
  tender: Tender;
  /** What the file says in its column of totals: of the receipt, of the line, or of the tender. */
  total: bigint | undefined;
}>;

export type OldPayment<Tender extends string> =
  | Readonly<{ kind: 'paid'; tenders: readonly Readonly<{ type: Tender; amount: bigint }>[] }>
  /** The line whose total contradicts the others, or lacks one that is needed. */
  | Readonly<{ kind: 'unclear'; line: number }>;

/**
 * How a receipt was paid. With one tender it is what the lines come to, unless each line repeats another total, which is
 * that of the receipt, with its taxes and rounding. With several tenders each needs its own total.
 */
export function paymentOf<Tender extends string>(
  lines: readonly OldLine<Tender>[],
): OldPayment<Tender> {
  const types = [...new Set(lines.map(({ tender }) => tender))];
  const [type] = types;
  if (type === undefined) return { kind: 'unclear', line: 0 };
  if (types.length === 1) return ofOne(type, lines);
  const tenders = [];
  for (const one of types) {
    const line = lines.findIndex(({ tender }) => tender === one);
    const amount = lines[line]?.total;
    if (amount === undefined) return { kind: 'unclear', line };
    tenders.push({ type: one, amount });
  }
  return { kind: 'paid', tenders };
}

function ofOne<Tender extends string>(
  type: Tender,
  lines: readonly OldLine<Tender>[],
): OldPayment<Tender> {
  const paid = (amount: bigint) => ({ kind: 'paid', tenders: [{ type, amount }] }) as const;
  const worth = sumOf(lines.map(worthOf));
  const totals = lines.flatMap(({ total }) => (total === undefined ? [] : [total]));
  const [first] = totals;
  if (first === undefined || sumOf(totals) === worth) return paid(worth);
  const other = lines.findIndex(({ total }) => total !== undefined && total !== first);
  return other === -1 ? paid(first) : { kind: 'unclear', line: other };
}

function worthOf({ quantityMilli, unitPrice, discount }: OldLine): bigint {
  const gross = multiplyRational(unitPrice, rational(quantityMilli, MILLI_PER_UNIT), 'half-up');
  return gross - discount;
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
