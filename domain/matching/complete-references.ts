import type { MatchContext, ReferenceFinding } from './match-context.js';
import { decideByReference } from './match-by-reference.js';
import type { Evidence, MatchDecision, MatchPolicy, OpenItem, Payment } from './matching.js';
import { ranked } from './weigh.js';
import { totalOf } from './oldest-first.js';
import { referenceKey } from './reference-key.js';
import type { CutReference, ShortReferences } from './short-references.js';
import { findSubsets } from './subset-sum.js';

type Run = Readonly<{ context: MatchContext; policy: MatchPolicy }>;

/** What the payment names in full (`firm`), and what it names in short. */
type Named = Readonly<{ firm: readonly ReferenceFinding[]; short: ShortReferences }>;

/** An open item that a shortened number may mean. */
type Meant = Readonly<{ item: OpenItem; evidence: Evidence }>;

/** So many ways are weighed; the best of them are offered. */
const WAYS_MAX = 10;

/** A beginning that more open items have says nothing. */
const CUT_ITEMS_MAX = 30;

/**
 * Offers the invoices that a payment names in short, beside those that it names in full: from lists and ranges, without
 * a check digit, cut off by the bank. They are looked for among the open items of the customers whom the other numbers
 * or the payer point to, and offered only when all of it together comes to the payment; never booked. Undefined when
 * nothing does.
 */
export function offerCompleted(
  payment: Payment,
  { firm, short }: Named,
  run: Run,
): MatchDecision | undefined {
  const rest = payment.amount.amount - totalOf(firm.flatMap(({ open }) => open));
  if (rest <= 0n || short.completed.length + short.cut.length === 0) return undefined;
  const known = customersOf(payment, firm, run.context);
  const completed = completedItems(payment, { firm, short }, { known, context: run.context });
  const taken = new Set([...firm.flatMap(({ open }) => open), ...completed.map(itemOf)]);
  const cut = cutItems(short.cut, { known, taken, context: run.context });
  const ways = waysTo(rest, completed, cut);
  const suggestions = ways.slice(0, WAYS_MAX).flatMap((meant) => {
    const decision = decideByReference(payment, [...firm, ...meant.map(asFinding)], run);
    return decision.kind === 'suggest' ? decision.suggestions.slice(0, 1) : [];
  });
  if (suggestions.length === 0) return undefined;
  return {
    kind: 'suggest',
    suggestions: ranked(
      suggestions.map((one) => ({
        ...one,
        doubts: ways.length > 1 ? [...one.doubts, 'several-combinations'] : one.doubts,
      })),
    ),
  };
}

/** Every way to make the rest of the completed items and at most one that was cut off. */
function waysTo(
  rest: bigint,
  completed: readonly Meant[],
  cut: readonly Meant[],
): readonly (readonly Meant[])[] {
  const amounts = completed.map(({ item }) => item.open.amount);
  return [[], ...cut.map((one) => [one])].flatMap((last) => {
    const left = rest - totalOf(last.map(itemOf));
    if (left === 0n) return last.length === 0 ? [] : [last];
    if (left < 0n) return [];
    return findSubsets(amounts, left).subsets.map((places) => [
      ...places.flatMap((place) => completed[place] ?? []),
      ...last,
    ]);
  });
}

/** Customers of the invoices that are named in full, or else those who may have paid. */
function customersOf(
  payment: Payment,
  firm: readonly ReferenceFinding[],
  context: MatchContext,
): ReadonlySet<string> {
  const named = firm.flatMap(({ open }) => open).map(({ customerId }) => customerId);
  const payers = named.length > 0 ? [] : context.payersOf(payment);
  return new Set([...named, ...payers.map(({ customerId }) => customerId)]);
}

type World = Readonly<{ known: ReadonlySet<string>; context: MatchContext }>;

/** Of a payer whom nobody knows, all of them are of one customer. */
function completedItems(
  { amount }: Payment,
  { firm, short }: Named,
  { known, context }: World,
): readonly Meant[] {
  const before = new Set(firm.map(({ reference }) => reference));
  const meant = new Map<string, Meant>();
  for (const candidate of short.completed) {
    const finding = context.findReference(candidate);
    if (finding === undefined || before.has(finding.reference)) continue;
    for (const item of finding.open) {
      if (item.open.currency !== amount.currency) continue;
      if (known.size > 0 && !known.has(item.customerId)) continue;
      if (!meant.has(item.id)) {
        meant.set(item.id, { item, evidence: asWritten(finding.evidence, 'completed') });
      }
    }
  }
  const all = [...meant.values()];
  const isOneCustomer = new Set(all.map(({ item }) => item.customerId)).size === 1;
  return known.size > 0 || isOneCustomer ? all : [];
}

function cutItems(
  cut: readonly CutReference[],
  { known, taken, context }: World & Readonly<{ taken: ReadonlySet<OpenItem> }>,
): readonly Meant[] {
  const open = [...known].flatMap((customerId) => context.openItemsOf(customerId));
  const meant = cut.flatMap(({ stem, written }) =>
    open
      .filter((item) => !taken.has(item) && namesOf(item).some((name) => name.startsWith(stem)))
      .map((item): Meant => ({
        item,
        evidence: { kind: 'reference', reference: item.invoiceNumber, written, how: 'cut' },
      })),
  );
  return meant.length > CUT_ITEMS_MAX ? [] : meant;
}

function namesOf({ invoiceNumber, paymentReference }: OpenItem): readonly string[] {
  return [invoiceNumber, paymentReference ?? ''].map(referenceKey);
}

function itemOf({ item }: Meant): OpenItem {
  return item;
}

function asFinding({ item, evidence }: Meant): ReferenceFinding {
  return { reference: item.invoiceNumber, evidence, open: [item], settled: [] };
}

/** The evidence of a reference, with how its number came to be. */
export function asWritten(evidence: Evidence, how: 'listed' | 'completed' | 'repaired'): Evidence {
  return evidence.kind === 'reference' ? { ...evidence, how } : evidence;
}
