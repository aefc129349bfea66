import type { Money } from '../money/money.js';
import { keptBack, type KeptBack } from './kept-back.js';
import type { Allocation, OpenItem } from './matching.js';
import { totalOf } from './oldest-first.js';

/** A payment that is used up by these allocations, because the payer kept back what `kept` says. */
export type Adjusted = Readonly<{ allocations: readonly Allocation[]; kept: readonly KeptBack[] }>;

export type Grammar = Readonly<{
  /** Transfer fees of banks that are known, in booked units. */
  fees: readonly bigint[];
  /** The rate at which payers may withhold tax from this legal entity. */
  withholdingBasisPoints: number;
}>;

/**
 * Article 23 of the income-tax law (services: 2 % of the amount without VAT), and article 22 (collectors buying goods:
 * 1.5 %, PMK 34/2017). No more than the rate of the legal entity, which the books check again (check_withheld_tax).
 */
const INCOME_TAXES = [
  { kind: 'income-tax-23', basisPoints: 200 },
  { kind: 'income-tax-22', basisPoints: 150 },
] as const;

/** Coins below a hundred rupiah are hardly used: a payer may round down to it (Permendag 35/2013, article 6). */
const ROUNDING_STEP_IDR = 100n;

const BASIS_POINTS = 10_000n;

/**
 * All ways in which a short payment of exactly these items comes out: paid = sum of (open - withheld tax) - rounding -
 * fee. Each part is one amount that a law, a bank's tariff or a coin gives, never a range; the fewest parts come first.
 * Withheld tax needs the whole invoice open, because its base is the invoice without tax.
 */
export function explainShort(
  items: readonly OpenItem[],
  paid: Money,
  grammar: Grammar,
): readonly Adjusted[] {
  const largest = largestOf(items);
  if (largest === undefined || paid.amount <= 0n || paid.amount >= totalOf(items)) return [];
  const isRupiah = paid.currency === 'IDR';
  const found: Adjusted[] = [];
  for (const taxes of isRupiah ? taxesOf(items, grammar) : [[]]) {
    const net = totalOf(items) - sumOf(taxes);
    for (const rounding of isRupiah ? roundingsOf(net, largest) : [[]]) {
      const left = net - sumOf(rounding) - paid.amount;
      const fee = left === 0n ? [] : feeOf(left, largest, grammar);
      const kept = fee === undefined ? [] : [...taxes, ...rounding, ...fee];
      const allocations = kept.length === 0 ? undefined : allocate(items, kept);
      if (allocations !== undefined) found.push({ allocations, kept });
    }
  }
  return found.toSorted((a, b) => a.kept.length - b.kept.length);
}

/** A payer who adds the last three digits of the invoice to the amount, so that the seller knows the payment by it. */
export function uniqueCodeOf(item: OpenItem, paid: Money): bigint | undefined {
  const code = paid.amount - item.open.amount;
  const sequence = /(?<last>\d{3})-\d$/.exec(item.invoiceNumber)?.groups?.['last'];
  const isCode = paid.currency === 'IDR' && code > 0n && code < 1_000n;
  return isCode && sequence !== undefined && BigInt(sequence) === code ? code : undefined;
}

/** Nothing, an income tax, the VAT of a collector, or both. */
function taxesOf(
  items: readonly OpenItem[],
  { withholdingBasisPoints }: Grammar,
): readonly (readonly KeptBack[])[] {
  const isWhole = items.every(
    ({ taxed, open }) => taxed !== undefined && taxed.net + taxed.tax === open.amount,
  );
  if (!isWhole) return [[]];
  const lawful = INCOME_TAXES.filter(({ basisPoints }) => basisPoints <= withholdingBasisPoints);
  const incomeTaxes = lawful.flatMap(({ kind, basisPoints }) =>
    withRoundings((roundUp) =>
      items.map((item) =>
        keptBack(kind, item.id, shareOf(item.taxed?.net ?? 0n, BigInt(basisPoints), roundUp)),
      ),
    ),
  );
  const hasVat = items.every(({ taxed }) => (taxed?.tax ?? 0n) > 0n);
  const vat = items.map((item) => keptBack('vat-by-collector', item.id, item.taxed?.tax ?? 0n));
  const withVat = hasVat ? [vat, ...incomeTaxes.map((taxes) => [...taxes, ...vat])] : [];
  return [[], ...incomeTaxes, ...withVat].map((all) => all.filter(({ amount }) => amount > 0n));
}

type Rounding = 'down' | 'up';

/** Payers round a withheld rupiah down or up; both ways once. */
function withRoundings(
  taxes: (rounding: Rounding) => readonly KeptBack[],
): readonly (readonly KeptBack[])[] {
  const [down, up] = [taxes('down'), taxes('up')];
  return sumOf(down) === sumOf(up) ? [down] : [down, up];
}

function shareOf(net: bigint, basisPoints: bigint, rounding: Rounding): bigint {
  const raised = net * basisPoints + (rounding === 'up' ? BASIS_POINTS - 1n : 0n);
  return raised / BASIS_POINTS;
}

function roundingsOf(net: bigint, largest: OpenItem): readonly (readonly KeptBack[])[] {
  const over = net % ROUNDING_STEP_IDR;
  return over === 0n ? [[]] : [[], [keptBack('rounded-down', largest.id, over)]];
}

function feeOf(
  left: bigint,
  largest: OpenItem,
  { fees }: Grammar,
): readonly KeptBack[] | undefined {
  return fees.includes(left) ? [keptBack('known-fee', largest.id, left)] : undefined;
}

/** What each item gets of the payment; undefined when more was kept back of one than is open on it. */
function allocate(
  items: readonly OpenItem[],
  kept: readonly KeptBack[],
): readonly Allocation[] | undefined {
  const allocations = items.map(({ id, open }) => ({
    openItemId: id,
    amount: open.amount - sumOf(kept.filter(({ openItemId }) => openItemId === id)),
  }));
  return allocations.every(({ amount }) => amount > 0n) ? allocations : undefined;
}

function sumOf(kept: readonly KeptBack[]): bigint {
  return kept.reduce((total, { amount }) => total + amount, 0n);
}

/** The first of the largest: a fee and a rounding are kept back of it. */
function largestOf(items: readonly OpenItem[]): OpenItem | undefined {
  return items.toSorted((a, b) => (a.open.amount < b.open.amount ? 1 : -1))[0];
}
