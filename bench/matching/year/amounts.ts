import { EARLY_DISCOUNT, type AmountHabit } from './customers.js';
import type { Owed } from './invoices.js';
import type { Paid } from './truth.js';

const HUNDRED = 100n;
const PER_TEN_THOUSAND = 10_000n;
const INCOME_TAX = { 'income-tax-23': 200n, 'income-tax-22': 150n } as const;

export type Sum = Readonly<{
  amount: bigint;
  paid: readonly Paid[];
  keptOfAll: bigint;
  /** Undefined when everything is paid as it is owed. */
  kind: string | undefined;
}>;

/** What a payer sends for these items, with what is left of each. */
export type Owing = Owed & Readonly<{ left: bigint }>;

/** What the payer sends when he does to the amount what he is used to do. */
export function sumWithHabit(
  owing: readonly Owing[],
  habit: AmountHabit | undefined,
  day: number,
): Sum {
  const plain = sumOf(owing.map((one) => ({ openItemId: one.id, clears: one.left, keptHere: 0n })));
  if (habit === undefined) return plain;
  if (habit.kind === 'fee') return keptOfAll(plain, habit.fee, 'bank fee kept');
  if (habit.kind === 'rounded-down')
    return keptOfAll(plain, plain.amount % HUNDRED, 'rounded down');
  if (habit.kind === 'unique-code') {
    const [only, another] = owing;
    if (only === undefined || another !== undefined) return plain;
    return {
      ...plain,
      amount: plain.amount + BigInt(only.sequence % 1_000),
      kind: 'unique code added',
    };
  }
  const { kind } = habit;
  const kept = owing.map((one) => ({
    openItemId: one.id,
    clears: one.left,
    keptHere: keptBack(one, kind, day),
  }));
  const sum = sumOf(kept);
  return sum.amount === plain.amount ? plain : { ...sum, kind: NAMES[kind] };
}

const NAMES = {
  'income-tax-23': 'PPh 23 withheld',
  'income-tax-22': 'PPh 22 withheld',
  'vat-by-collector': 'VAT kept by collector',
  'early-discount': 'early discount taken',
} as const;

/** Taxes and discounts are taken of a whole invoice that is paid at once. */
function keptBack(owing: Owing, kind: keyof typeof NAMES, day: number): bigint {
  if (owing.instalments > 1 || owing.left !== owing.amount) return 0n;
  if (kind === 'vat-by-collector') return owing.tax;
  if (kind === 'early-discount') {
    const isEarly = day <= owing.issuedOnDay + EARLY_DISCOUNT.days;
    return isEarly ? (owing.amount * EARLY_DISCOUNT.basisPoints) / PER_TEN_THOUSAND : 0n;
  }
  return (owing.net * INCOME_TAX[kind]) / PER_TEN_THOUSAND;
}

function sumOf(paid: readonly Paid[]): Sum {
  const amount = paid.reduce((all, { clears, keptHere }) => all + clears - keptHere, 0n);
  return { amount, paid, keptOfAll: 0n, kind: undefined };
}

function keptOfAll(sum: Sum, kept: bigint, kind: string): Sum {
  if (kept === 0n || kept >= sum.amount) return sum;
  return { ...sum, amount: sum.amount - kept, keptOfAll: kept, kind };
}
