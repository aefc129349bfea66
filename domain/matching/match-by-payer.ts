import { Temporal } from 'temporal-polyfill';
import { equationOf } from './equation.js';
import type { MatchContext, PayerHypothesis } from './match-context.js';
import type {
  Allocation,
  Counted,
  Doubt,
  Evidence,
  MatchDecision,
  MatchPolicy,
  NoMatchReason,
  OpenItem,
  Payment,
  SettledPayment,
  Suggestion,
} from './matching.js';
import { allocateInFull, fillInOrder, byDueDate, totalOf } from './oldest-first.js';
import { namedInShort } from './named-in-short.js';
import { ranked } from './weigh.js';
import { searchCombinations } from './combination-search.js';
import { explainShort, uniqueCodeOf } from './adjustments.js';
import { keptBackIn } from './kept-back.js';

type Run = Readonly<{ context: MatchContext; policy: MatchPolicy }>;

/** A possible reading of a payment, before it has its equation. */
type Reading = Readonly<{
  allocations: readonly Allocation[];
  evidence: readonly Evidence[];
  doubts: readonly Doubt[];
  counted?: Counted;
}>;

/**
 * Decides about a payment that names no open invoice of ours; `reason` says why. When the payer is known, the
 * customer's open items are suggested, never booked.
 */
export function decideByPayer(
  payment: Payment,
  reason: NoMatchReason,
  { context, policy }: Run,
): MatchDecision {
  const payers = context.payersOf(payment);
  if (payers.length === 0) return decideByAmount(payment, reason, context);
  const suggestions = ranked(
    payers.flatMap((payer) => suggestionsOf(payment, payer, { context, policy })),
  );
  const isExplained = suggestions.some(({ evidence }) =>
    evidence.some(({ kind }) => kind === 'amount-equals' || kind === 'only-combination'),
  );
  const before = payers.flatMap(({ customerId }) => context.settledBy(customerId, payment.amount));
  const rival = isExplained ? undefined : findDuplicate(payment, before, policy);
  if (rival !== undefined) {
    return {
      kind: 'hold',
      reason: 'possible-duplicate',
      rivalPaymentId: rival.paymentId,
      customerId: rival.customerId,
      evidence: payers.map(({ evidence }) => evidence),
      suggestions,
    };
  }
  if (suggestions.length === 0) return { kind: 'none', reasons: [reason, 'payer-owes-nothing'] };
  return { kind: 'suggest', suggestions };
}

/**
 * Of a payer nobody knows the amount is a hint when one open item alone has it: a person is asked. A payment that names
 * an invoice of ours that is paid means that one.
 */
function decideByAmount(
  payment: Payment,
  reason: NoMatchReason,
  context: MatchContext,
): MatchDecision {
  const item = context.onlyItemOf(payment.amount);
  if (item === undefined || item.isDisputed || reason === 'reference-already-paid') {
    return { kind: 'none', reasons: [reason, 'payer-unknown'] };
  }
  const allocations = allocateInFull([item]);
  const suggestion: Suggestion = {
    customerId: item.customerId,
    allocations,
    evidence: [{ kind: 'amount-equals', scope: 'only-item' }],
    doubts: ['no-reference', 'payer-unknown'],
    equation: equationOf(payment.amount, { allocations, evidence: [] }, [item]),
  };
  return { kind: 'suggest', suggestions: [suggestion] };
}

/** An earlier payment of the same amount that is close enough in time to be the same money meant twice. */
export function findDuplicate(
  payment: Payment,
  before: readonly SettledPayment[],
  { duplicateWindowDays }: MatchPolicy,
): SettledPayment | undefined {
  const { amount, currency } = payment.amount;
  return before.find(
    (earlier) =>
      earlier.paymentId !== payment.id &&
      earlier.amount.amount === amount &&
      earlier.amount.currency === currency &&
      daysBetween(earlier.receivedOn, payment.receivedOn) <= duplicateWindowDays,
  );
}

function suggestionsOf(
  payment: Payment,
  payer: PayerHypothesis,
  { context, policy }: Run,
): readonly Suggestion[] {
  const items = context
    .openItemsOf(payer.customerId)
    .filter(({ open, isDisputed }) => !isDisputed && open.currency === payment.amount.currency)
    .toSorted(byDueDate);
  if (items.length === 0) return [];
  const named = namedInShort([...payment.references, payment.text], items);
  return distinctReadings(readingsOf(payment, items, { context, policy })).map((reading) => {
    const numbers = reading.allocations.flatMap(({ openItemId }) => named.get(openItemId) ?? []);
    const isNamed = numbers.length === reading.allocations.length;
    return {
      customerId: payer.customerId,
      allocations: reading.allocations,
      evidence: [payer.evidence, ...(isNamed ? numbers : []), ...reading.evidence],
      doubts: isNamed ? asNamed(reading) : ['no-reference', ...reading.doubts],
      equation: equationOf(payment.amount, reading, items),
      counted: reading.counted,
    };
  });
}

/** Which of several equal sums it is, the payer says with their numbers. */
function asNamed({ doubts }: Reading): readonly Doubt[] {
  return ['reference-completed', ...doubts.filter((doubt) => doubt !== 'several-combinations')];
}

/**
 * The likeliest first: what comes to the payment exactly, then what does when the payer kept something back. When
 * nothing but a sum explains the payment, the last one allocates by law, oldest debt first.
 */
function readingsOf(payment: Payment, items: readonly OpenItem[], run: Run): readonly Reading[] {
  const explained = [...exactReadings(payment, items), ...shortReadings(payment, items, run)];
  const hasReason = explained.some(({ evidence }) =>
    evidence.some(({ kind }) => kind !== 'only-combination'),
  );
  return hasReason ? explained : [...explained, inOrderOfLaw(items, payment)];
}

function exactReadings(payment: Payment, items: readonly OpenItem[]): readonly Reading[] {
  const { combinations, solutions, isProved, itemsConsidered } = searchCombinations(items, {
    paid: payment.amount.amount,
    on: payment.receivedOn,
  });
  const isOnly = solutions === 1 && isProved;
  const only: readonly Evidence[] = isOnly ? [{ kind: 'only-combination', itemsConsidered }] : [];
  return combinations.map((one) => ({
    allocations: allocateInFull(one.items),
    evidence:
      one.scope === undefined ? only : [{ kind: 'amount-equals', scope: one.scope }, ...only],
    doubts: doubtsOfCount(solutions, isProved),
    counted: { solutions, isProved, itemsConsidered },
  }));
}

/** One item, all that is due or all that is open, less what a bank, a law or a coin explains. */
function shortReadings(
  payment: Payment,
  items: readonly OpenItem[],
  { context, policy }: Run,
): readonly Reading[] {
  const { amount, receivedOn } = payment;
  const due = items.filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, receivedOn) <= 0);
  const sets = [...items.map((item) => [item]), ...[due, items].filter(({ length }) => length > 1)];
  const grammar = {
    fees: policy.knownFees[amount.currency] ?? [],
    withholdingBasisPoints: context.withholdingBasisPoints,
  };
  const adjusted = distinctReadings(
    sets.flatMap((set) =>
      explainShort(set, amount, grammar).map(({ allocations, kept }): Reading => ({
        allocations,
        evidence: kept,
        doubts: ['amount-short'],
      })),
    ),
  );
  return adjusted.map((one) => ({
    ...one,
    doubts: [...one.doubts, ...doubtsOfCount(adjusted.length, true)],
  }));
}

function doubtsOfCount(solutions: number, isProved: boolean): readonly Doubt[] {
  return [
    ...(solutions > 1 ? (['several-combinations'] as const) : []),
    ...(isProved ? [] : (['combination-not-proved'] as const)),
  ];
}

function inOrderOfLaw(items: readonly OpenItem[], { amount }: Payment): Reading {
  const isOver = amount.amount > totalOf(items);
  const [only, another] = items;
  const code = only === undefined || another !== undefined ? undefined : uniqueCodeOf(only, amount);
  return {
    allocations: fillInOrder(items, amount.amount),
    evidence: code === undefined ? [] : [{ kind: 'unique-code', amount: code }],
    doubts: [isOver ? 'amount-over' : 'amount-short'],
  };
}

/** Once each; the same items with another reason to be short are another reading. */
function distinctReadings(readings: readonly Reading[]): readonly Reading[] {
  const first = new Map<string, Reading>();
  for (const reading of readings) {
    const ids = reading.allocations.map(({ openItemId }) => openItemId).toSorted();
    const kept = keptBackIn(reading.evidence).map(({ kind, amount }) => `${kind} ${amount}`);
    const key = [...ids, ...kept].join(' ');
    if (!first.has(key)) first.set(key, reading);
  }
  return [...first.values()];
}

function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return Math.abs(a.until(b, { largestUnit: 'days' }).days);
}
