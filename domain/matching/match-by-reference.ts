import { equationOf } from './equation.js';
import type { MatchContext, ReferenceFinding } from './match-context.js';
import { findDuplicate } from './match-by-payer.js';
import type {
  Allocation,
  AmountScope,
  Doubt,
  Evidence,
  MatchDecision,
  MatchPolicy,
  OpenItem,
  Payment,
  ReferenceWriting,
  Suggestion,
} from './matching.js';
import { allocateInFull, fillInOrder, byDueDate, isEarly, totalOf } from './oldest-first.js';
import { instalmentsNamed } from './instalments-named.js';
import { explainShort, uniqueCodeOf } from './adjustments.js';
import { isSure, ranked } from './weigh.js';
import { readRoles } from './reference-role.js';
import { findSubsets } from './subset-sum.js';

type Run = Readonly<{ context: MatchContext; policy: MatchPolicy }>;

/** The items whose open amounts equal the payment exactly. */
type ExactFinding = Readonly<{ items: readonly OpenItem[]; scope: AmountScope }>;

/**
 * Decides about a payment that names open invoices of ours: `found` has at least one with open
 * items.
 */
export function decideByReference(
  payment: Payment,
  found: readonly ReferenceFinding[],
  run: Run,
): MatchDecision {
  const { policy } = run;
  const items = distinctItems(found);
  const exact = findExact(items, payment.amount.amount);
  const named = found.map(({ evidence }) => evidence);
  const doubts = doubtsAbout(payment, { found, items: exact?.items ?? items, policy });
  const suggestions = suggestionsFor(payment, items, { named, doubts, run });
  const reading = exact === undefined ? onlyReading(suggestions) : readingOf(payment, exact, named);
  if (reading === undefined || doubts.length > 0) return { kind: 'suggest', suggestions };
  if (!isSure(reading, suggestions)) return { kind: 'suggest', suggestions };
  const { customerId, allocations, evidence, equation } = reading;
  // Only a payment of the same invoice may be a duplicate: a customer may order for the same amount every week.
  const before = found.flatMap(({ settled }) => settled);
  const rival = isEarly(payment, itemsOf(reading, items))
    ? findDuplicate(payment, before, policy)
    : undefined;
  if (rival === undefined) {
    return { kind: 'book', customerId, allocations, evidence, equation, rivals: suggestions };
  }
  return {
    kind: 'hold',
    reason: 'possible-duplicate',
    rivalPaymentId: rival.paymentId,
    customerId,
    evidence,
    suggestions: [reading],
  };
}

function readingOf(payment: Payment, exact: ExactFinding, named: readonly Evidence[]): Suggestion {
  const evidence: Evidence[] = [...named, { kind: 'amount-equals', scope: exact.scope }];
  const allocations = allocateInFull(exact.items);
  const customerId = exact.items[0]?.customerId ?? '';
  const equation = equationOf(payment.amount, { allocations, evidence }, exact.items);
  return { customerId, allocations, evidence, doubts: [], equation };
}

/** The named invoices come to the payment in one way only, each with its oldest instalments. */
function onlyReading([only, another]: readonly Suggestion[]): Suggestion | undefined {
  if (only === undefined || another !== undefined) return undefined;
  return only.doubts.length === 0 && only.equation.rest === 0n ? only : undefined;
}

function itemsOf({ allocations }: Suggestion, items: readonly OpenItem[]): readonly OpenItem[] {
  const paid = new Set(allocations.map(({ openItemId }) => openItemId));
  return items.filter(({ id }) => paid.has(id));
}

/**
 * All named items, or the first instalments of one invoice: a payment of instalments pays the
 * oldest first (KUHPerdata 1397), so there is only one way to read it.
 */
function findExact(items: readonly OpenItem[], paid: bigint): ExactFinding | undefined {
  const isOneInvoice = new Set(items.map(({ invoiceId }) => invoiceId)).size === 1;
  if (totalOf(items) === paid) {
    return { items, scope: isOneInvoice ? 'invoice' : 'all-referenced' };
  }
  if (!isOneInvoice) return undefined;
  let total = 0n;
  for (const [index, { open }] of items.entries()) {
    total += open.amount;
    if (total === paid) return { items: items.slice(0, index + 1), scope: 'earliest-instalments' };
  }
  return undefined;
}

function doubtsAbout(
  payment: Payment,
  {
    found,
    items,
    policy,
  }: Readonly<{
    found: readonly ReferenceFinding[];
    items: readonly OpenItem[];
    policy: MatchPolicy;
  }>,
): readonly Doubt[] {
  const { amount } = payment;
  const limit = policy.autoBookMax[amount.currency];
  const named = instalmentsNamedIn(payment);
  const doubts: readonly (readonly [boolean, Doubt])[] = [
    [items.some(({ open }) => open.currency !== amount.currency), 'currency-differs'],
    [items.some(({ isDisputed }) => isDisputed), 'disputed'],
    [new Set(items.map(({ customerId }) => customerId)).size > 1, 'several-customers'],
    [found.some(({ evidence }) => isWritten(evidence, ['repaired'])), 'reference-repaired'],
    [
      found.some(({ evidence }) => isWritten(evidence, ['completed', 'cut'])),
      'reference-completed',
    ],
    [
      !named.every((one) => items.some(({ instalment }) => instalment === one)),
      'instalment-differs',
    ],
    [found.some(({ open }) => open.length === 0), 'some-references-paid'],
    [limit === undefined || amount.amount > limit, 'above-limit'],
  ];
  return doubts.flatMap(([applies, doubt]) => (applies ? [doubt] : []));
}

function isWritten(evidence: Evidence, ways: readonly ReferenceWriting[]): boolean {
  return evidence.kind === 'reference' && ways.includes(evidence.how);
}

function instalmentsNamedIn({ references, text }: Payment): readonly number[] {
  return instalmentsNamed([...references, text]);
}

type Reasoning = Readonly<{
  named: readonly Evidence[];
  doubts: readonly Doubt[];
  run: Run;
}>;

function suggestionsFor(
  payment: Payment,
  items: readonly OpenItem[],
  { named, doubts, run }: Reasoning,
): readonly Suggestion[] {
  const known = [...items, ...othersOf(items, run)];
  const suggest = (
    allocations: readonly Allocation[],
    evidence: readonly Evidence[],
    more: readonly Doubt[],
  ): Suggestion => ({
    customerId: items[0]?.customerId ?? '',
    allocations,
    evidence: [...named, ...evidence],
    doubts: [...doubts, ...more],
    equation: equationOf(payment.amount, { allocations, evidence }, known),
  });
  if (doubts.includes('currency-differs')) return [suggest([], [], [])];
  const paid = payment.amount.amount;
  const { readings, isProved } = readRoles(items, paid, instalmentsNamedIn(payment));
  const unclear: readonly Doubt[] = [
    ...(readings.length > 1 ? (['several-combinations'] as const) : []),
    ...(isProved ? [] : (['combination-not-proved'] as const)),
  ];
  if (readings.length > 0) {
    return ranked(
      readings.map((one) =>
        suggest(
          allocateInFull(one.items),
          [{ kind: 'amount-equals', scope: one.scope }],
          one.scope === 'all-referenced' || one.scope === 'invoice' ? [] : unclear,
        ),
      ),
    );
  }
  if (paid > totalOf(items)) {
    const more = continued(items, payment, run).map((all) =>
      suggest(allocateInFull(all), [onlyOf(all)], ['reference-completed']),
    );
    const over = suggest(allocateInFull(items), uniqueCode(items, payment), ['amount-over']);
    return ranked([...more, over]);
  }
  const adjusted = explainShort(items, payment.amount, {
    fees: run.policy.knownFees[payment.amount.currency] ?? [],
    withholdingBasisPoints: run.context.withholdingBasisPoints,
  });
  const rivals: readonly Doubt[] = adjusted.length > 1 ? ['several-combinations'] : [];
  const short =
    adjusted.length > 0
      ? adjusted.map(({ allocations, kept }) =>
          suggest(allocations, kept, ['amount-short', ...rivals]),
        )
      : [suggest(fillInOrder(items, paid), [], ['amount-short'])];
  return ranked([...combinations(items, paid, suggest), ...short]);
}

/**
 * The list of numbers goes on where the bank cut the text: the other items of the customer come to the rest of the money
 * in one way only, and all ways were tried.
 */
function continued(
  items: readonly OpenItem[],
  { amount }: Payment,
  run: Run,
): readonly (readonly OpenItem[])[] {
  const others = othersOf(items, run);
  const rest = amount.amount - totalOf(items);
  const { solutions, isProved, hasLarger, subsets } = findSubsets(
    others.map(({ open }) => open.amount),
    rest,
  );
  if (solutions !== 1 || !isProved || hasLarger) return [];
  return subsets.map((places) => [...items, ...places.flatMap((place) => others[place] ?? [])]);
}

/** The other open items of the one customer whose items are named. */
function othersOf(items: readonly OpenItem[], { context }: Run): readonly OpenItem[] {
  const [first] = items;
  if (first === undefined || items.some((one) => one.customerId !== first.customerId)) return [];
  const named = new Set(items.map(({ id }) => id));
  return context
    .openItemsOf(first.customerId)
    .filter(
      ({ id, isDisputed, open }) =>
        !named.has(id) && !isDisputed && open.currency === first.open.currency,
    )
    .toSorted(byDueDate);
}

function onlyOf(items: readonly OpenItem[]): Evidence {
  return { kind: 'only-combination', itemsConsidered: items.length };
}

function uniqueCode(items: readonly OpenItem[], { amount }: Payment): readonly Evidence[] {
  const [only, another] = items;
  const code = only === undefined || another !== undefined ? undefined : uniqueCodeOf(only, amount);
  return code === undefined ? [] : [{ kind: 'unique-code', amount: code }];
}

/** Some of the named items add up to the payment exactly, and no other set of them does. */
function combinations(
  items: readonly OpenItem[],
  paid: bigint,
  suggest: (
    allocations: readonly Allocation[],
    evidence: readonly Evidence[],
    more: readonly Doubt[],
  ) => Suggestion,
): readonly Suggestion[] {
  const { solutions, isProved, hasLarger, subsets } = findSubsets(
    items.map(({ open }) => open.amount),
    paid,
  );
  const evidence: readonly Evidence[] =
    solutions === 1 && isProved && !hasLarger
      ? [{ kind: 'only-combination', itemsConsidered: items.length }]
      : [];
  const doubts: readonly Doubt[] = [
    'amount-short',
    ...(solutions > 1 || hasLarger ? (['several-combinations'] as const) : []),
    ...(isProved ? [] : (['combination-not-proved'] as const)),
  ];
  return subsets.map((places) => {
    const members = places.flatMap((place) => items[place] ?? []);
    return suggest(allocateInFull(members), evidence, doubts);
  });
}

function distinctItems(found: readonly ReferenceFinding[]): readonly OpenItem[] {
  const items = new Map(found.flatMap(({ open }) => open).map((item) => [item.id, item]));
  return [...items.values()].toSorted(byDueDate);
}
