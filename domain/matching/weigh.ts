import type {
  AmountScope,
  Counted,
  Doubt,
  Evidence,
  ReferenceWriting,
  Suggestion,
} from './matching.js';
import { SUGGESTIONS_MAX } from './matching.js';

/** Changes with every weight or rule, so that an old finding can be told from a new one. */
const RULES_VERSION = 'matching-3';

/** Something that speaks for or against a reading, in decibans: ten are odds of ten to one. */
export type Feature = Readonly<{ name: string; weight: number }>;

/** Why a reading stands where it stands: as data, kept with the suggestion or the allocation. */
export type Weighing = Readonly<{
  rules: string;
  features: readonly Feature[];
  /** The sum of the weights. */
  score: number;
  /** The odds as a share of a hundred: how likely, as the weights have it. */
  percent: number;
  counted?: Counted | undefined;
  /** The best other reading, and how far it is behind (below zero: before). */
  rival?: Readonly<{ items: readonly string[]; behind: number; lacks: readonly string[] }>;
}>;

/**
 * Odds against any reading: the money may be no payment of a customer, or pay something that is not here. The weights
 * are set by judgement; nothing is booked by them alone.
 */
const PRIOR: Feature = { name: 'anything-else', weight: -10 };

/** By the weakest of the references: all of them must hold. */
const REFERENCE: Readonly<Record<ReferenceWriting, number>> = {
  'as-printed': 40,
  'separators-differ': 38,
  'look-alikes': 34,
  listed: 32,
  completed: 14,
  repaired: 12,
  cut: 10,
};

const AMOUNT: Readonly<Record<AmountScope, number>> = {
  invoice: 20,
  'all-referenced': 20,
  'named-instalment': 18,
  'earliest-instalments': 16,
  'instalments-of-each': 12,
  'one-instalment': 4,
  'one-item': 12,
  'all-due': 12,
  'all-open': 10,
  'oldest-first': 9,
  'only-item': 8,
};

type Plain = Exclude<
  Evidence['kind'],
  'reference' | 'amount-equals' | 'account-alias' | 'payer-name'
>;

const EVIDENCE: Readonly<Record<Plain, number>> = {
  'virtual-account': 30,
  'kept-for': 30,
  'only-combination': 9,
  'known-fee': 8,
  'income-tax-23': 8,
  'income-tax-22': 7,
  'vat-by-collector': 6,
  'rounded-down': 4,
  'unique-code': 10,
};

/** An account that people have agreed to so often is hardly a mistake of one of them. */
const ALIAS_OFTEN = 3;

/** Doubts that are no odds (a limit, a broken number whose weight is lower already) weigh nothing. */
const DOUBT: Readonly<Partial<Record<Doubt, number>>> = {
  'amount-short': -10,
  'amount-over': -10,
  'payer-unknown': -12,
  'some-references-paid': -10,
  'several-combinations': -5,
  'combination-not-proved': -4,
  disputed: -6,
  'currency-differs': -20,
  'several-customers': -6,
  'instalment-differs': -8,
  'undone-before': -15,
  'partly-used': -3,
};

/** Many sums come to a round amount by chance, so that without a reference it says less. */
const ROUND_AMOUNT = 100_000n;

/** A booking needs odds of a hundred to one. */
const BOOK_SCORE_MIN = 20;

/** And is ten times as likely as the next different allocation. */
export const BOOK_MARGIN_MIN = 10;

type Weighable = Omit<Suggestion, 'customerId'>;

/** The likeliest first, as many as a person can compare; equally likely ones stay in their order. */
export function ranked<Reading extends Weighable>(
  readings: readonly Reading[],
): readonly Reading[] {
  return readings.toSorted((a, b) => scoreOf(b) - scoreOf(a)).slice(0, SUGGESTIONS_MAX);
}

/** Whether a reading is likely enough to be booked, and far enough before every different allocation. */
export function isSure(reading: Weighable, others: readonly Weighable[]): boolean {
  return scoreOf(reading) >= BOOK_SCORE_MIN && isFarBefore(reading, others);
}

/** Whether every different allocation is at most a tenth as likely. */
export function isFarBefore(reading: Weighable, others: readonly Weighable[]): boolean {
  const rivals = differentFrom(reading, others).map(scoreOf);
  return rivals.every((score) => scoreOf(reading) - score >= BOOK_MARGIN_MIN);
}

/** Why a reading stands where it stands among the others. */
export function weigh(reading: Weighable, others: readonly Weighable[]): Weighing {
  const features = featuresOf(reading);
  const score = sumOf(features);
  const [rival] = ranked(differentFrom(reading, others));
  return {
    rules: RULES_VERSION,
    features,
    score,
    percent: Math.floor(100 / (1 + 10 ** (-score / 10))),
    ...(reading.counted === undefined ? {} : { counted: reading.counted }),
    ...(rival === undefined ? {} : { rival: rivalOf(features, rival, score) }),
  };
}

function rivalOf(
  features: readonly Feature[],
  rival: Weighable,
  score: number,
): NonNullable<Weighing['rival']> {
  const has = new Set(featuresOf(rival).map(({ name }) => name));
  const lacks = features.filter(({ name, weight }) => weight > 0 && !has.has(name));
  return {
    items: rival.equation.terms.map(({ label }) => label),
    behind: score - scoreOf(rival),
    lacks: lacks.map(({ name }) => name),
  };
}

function differentFrom(reading: Weighable, others: readonly Weighable[]): readonly Weighable[] {
  const own = keyOf(reading);
  return others.filter((other) => keyOf(other) !== own);
}

function keyOf({ allocations }: Weighable): string {
  return allocations
    .map(({ openItemId, amount }) => `${openItemId} ${amount}`)
    .toSorted()
    .join(',');
}

/** The sum of the weights of everything that speaks for and against a reading. */
export function scoreOf(reading: Weighable): number {
  return sumOf(featuresOf(reading));
}

function sumOf(features: readonly Feature[]): number {
  return features.reduce((total, { weight }) => total + weight, 0);
}

/** Each thing that speaks for or against a reading, once. */
function featuresOf({ evidence, doubts, equation }: Weighable): readonly Feature[] {
  const references = evidence.flatMap((one) => (one.kind === 'reference' ? [one.how] : []));
  const weakest = references.toSorted((a, b) => REFERENCE[a] - REFERENCE[b])[0];
  const isRound = equation.paid.currency === 'IDR' && equation.paid.amount % ROUND_AMOUNT === 0n;
  const all: readonly Feature[] = [
    PRIOR,
    ...(weakest === undefined
      ? []
      : [{ name: `reference-${weakest}`, weight: REFERENCE[weakest] }]),
    ...evidence.flatMap((one) => (one.kind === 'reference' ? [] : [featureOf(one)])),
    ...(weakest === undefined && isRound ? [{ name: 'round-amount', weight: -4 }] : []),
    ...doubts.flatMap((name) => {
      const weight = DOUBT[name];
      return weight === undefined ? [] : [{ name, weight }];
    }),
  ];
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

function featureOf(evidence: Exclude<Evidence, { kind: 'reference' }>): Feature {
  switch (evidence.kind) {
    case 'amount-equals':
      return { name: `amount-${evidence.scope}`, weight: AMOUNT[evidence.scope] };
    case 'account-alias':
      return evidence.confirmations >= ALIAS_OFTEN
        ? { name: 'account-alias-often', weight: 22 }
        : { name: 'account-alias', weight: 16 };
    case 'payer-name':
      return { name: `payer-name-${evidence.how}`, weight: evidence.how === 'equal' ? 14 : 8 };
    default:
      return { name: evidence.kind, weight: EVIDENCE[evidence.kind] };
  }
}
