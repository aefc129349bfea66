import { Temporal } from 'temporal-polyfill';
import { equationOf } from './equation.js';
import type { MatchContext, PayerHypothesis } from './match-context.js';
import type {
  Allocation,
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
import { SUGGESTIONS_MAX } from './matching.js';
import { allocateInFull, fillInOrder, byDueDate, totalOf } from './oldest-first.js';
import { findSubsets } from './subset-sum.js';

type Run = Readonly<{ context: MatchContext; policy: MatchPolicy }>;

/** A possible reading of a payment, before it has its equation. */
type Reading = Readonly<{
  allocations: readonly Allocation[];
  evidence: readonly Evidence[];
  doubts: readonly Doubt[];
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
  const suggestions = payers
    .flatMap((payer) => suggestionsOf(payment, payer, { context, policy }))
    .slice(0, SUGGESTIONS_MAX);
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
    equation: equationOf(payment.amount, allocations, [item]),
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
  return distinctReadings(readingsOf(payment, items, policy)).map((reading) => ({
    customerId: payer.customerId,
    allocations: reading.allocations,
    evidence: [payer.evidence, ...reading.evidence],
    doubts: ['no-reference', ...reading.doubts],
    equation: equationOf(payment.amount, reading.allocations, items),
  }));
}

/**
 * The likeliest first. When none explains the payment, the last one allocates by law, oldest debt
 * first.
 */
function readingsOf(
  payment: Payment,
  items: readonly OpenItem[],
  policy: MatchPolicy,
): readonly Reading[] {
  const paid = payment.amount.amount;
  const due = items.filter(
    ({ dueOn }) => Temporal.PlainDate.compare(dueOn, payment.receivedOn) <= 0,
  );
  const fees = policy.knownFees[payment.amount.currency] ?? [];
  const wholes: readonly Reading[] = [
    ...equalTo(due, paid, 'all-due'),
    ...equalTo(items, paid, 'all-open'),
  ];
  const byItem = [...singleItems(items, paid), ...singleItemsLessFee(items, paid, fees)];
  const explained = [...byItem, ...wholes];
  return explained.length > 0
    ? explained
    : [...combinationsOf(items, paid), inOrderOfLaw(items, paid)];
}

function singleItems(items: readonly OpenItem[], paid: bigint): readonly Reading[] {
  const equal = items.filter(({ open }) => open.amount === paid);
  return equal.map((item) => ({
    allocations: allocateInFull([item]),
    evidence: [{ kind: 'amount-equals', scope: 'one-item' }],
    doubts: equal.length > 1 ? ['several-combinations'] : [],
  }));
}

function singleItemsLessFee(
  items: readonly OpenItem[],
  paid: bigint,
  fees: readonly bigint[],
): readonly Reading[] {
  return fees.flatMap((fee) =>
    items
      .filter(({ open }) => open.amount === paid + fee)
      .map((item): Reading => ({
        allocations: fillInOrder([item], paid),
        evidence: [{ kind: 'known-fee', fee }],
        doubts: ['amount-short'],
      })),
  );
}

function equalTo(
  items: readonly OpenItem[],
  paid: bigint,
  scope: 'all-due' | 'all-open',
): readonly Reading[] {
  if (items.length < 2 || totalOf(items) !== paid) return [];
  const evidence = [{ kind: 'amount-equals', scope } as const];
  return [{ allocations: allocateInFull(items), evidence, doubts: [] }];
}

function combinationsOf(items: readonly OpenItem[], paid: bigint): readonly Reading[] {
  const { solutions, isProved, subsets } = findSubsets(
    items.map(({ open }) => open.amount),
    paid,
  );
  const isOnly = solutions === 1 && isProved;
  return subsets.map((places) => ({
    allocations: allocateInFull(places.flatMap((place) => items[place] ?? [])),
    evidence: isOnly ? [{ kind: 'only-combination', itemsConsidered: items.length }] : [],
    doubts: [
      ...(solutions > 1 ? (['several-combinations'] as const) : []),
      ...(isProved ? [] : (['combination-not-proved'] as const)),
    ],
  }));
}

function inOrderOfLaw(items: readonly OpenItem[], paid: bigint): Reading {
  const isOver = paid > totalOf(items);
  return {
    allocations: fillInOrder(items, paid),
    evidence: [],
    doubts: [isOver ? 'amount-over' : 'amount-short'],
  };
}

function distinctReadings(readings: readonly Reading[]): readonly Reading[] {
  const first = new Map<string, Reading>();
  for (const reading of readings) {
    const key = reading.allocations.map(({ openItemId }) => openItemId).join(' ');
    if (!first.has(key)) first.set(key, reading);
  }
  return [...first.values()];
}

function daysBetween(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return Math.abs(a.until(b, { largestUnit: 'days' }).days);
}
