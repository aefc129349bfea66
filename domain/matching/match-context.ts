import type { Money } from '../money/money.js';
import { normaliseAccount } from '../statement/text.js';
import type { ReferenceCandidate } from './extract-references.js';
import { groupBy } from '../group-by.js';
import type { Evidence, OpenItem, Payment, SettledPayment } from './matching.js';
import { buildNameIndex, type NamedCustomer } from './names.js';
import { foldLookAlikes, isDigitRich, referenceKey } from './reference-key.js';

/** A bank account that paid for a customer before; `confirmations` counts how often a person agreed. */
export type AccountAlias = Readonly<{
  account: string;
  customerId: string;
  confirmations: number;
}>;

/** A virtual account that stands for a customer, whatever the invoice. */
export type CustomerVirtualAccount = Readonly<{ virtualAccount: string; customerId: string }>;

export type MatchFacts = Readonly<{
  openItems: readonly OpenItem[];
  /** Of each amount that was paid, two of the items of any customer that have it, or the only one. */
  sameAmounts: readonly OpenItem[];
  settled: readonly SettledPayment[];
  aliases: readonly AccountAlias[];
  virtualAccounts: readonly CustomerVirtualAccount[];
  customers: readonly NamedCustomer[];
  /** The rate at which payers may withhold tax from the legal entity. */
  withholdingBasisPoints: number;
}>;

/** One of our references found in a payment. `open` is empty when all of it was paid before. */
export type ReferenceFinding = Readonly<{
  reference: string;
  evidence: Evidence;
  open: readonly OpenItem[];
  settled: readonly SettledPayment[];
}>;

/** Customers who may have paid, the most certain first. */
export type PayerHypothesis = Readonly<{ customerId: string; evidence: Evidence }>;

/**
 * The books as the matcher sees them. Every question is a hash lookup (for a truncated name a
 * binary search), whatever the number of open items.
 */
export type MatchContext = Readonly<{
  seriesHeads: ReadonlySet<string>;
  /** The whole series, such as `INV/JKT/2026`. */
  seriesPrefixes: ReadonlySet<string>;
  withholdingBasisPoints: number;
  findReference: (candidate: ReferenceCandidate) => ReferenceFinding | undefined;
  openItemsOf: (customerId: string) => readonly OpenItem[];
  /** The only open item of all customers that has this amount. */
  onlyItemOf: (amount: Money) => OpenItem | undefined;
  payersOf: (payment: Payment) => readonly PayerHypothesis[];
  settledBy: (customerId: string, amount: Money) => readonly SettledPayment[];
}>;

/** Payer hypotheses beyond the third explain a payment no better than the first three. */
const PAYERS_MAX = 3;

type ReferenceEntry = {
  readonly reference: string;
  readonly open: OpenItem[];
  settled: readonly SettledPayment[];
};

/** One shared empty list for the millions of references that are not paid yet. */
const NOT_SETTLED: readonly SettledPayment[] = [];

type ReferenceIndex = ReadonlyMap<string, ReferenceEntry>;

/** Prepares the facts of the books for many payments: open items by reference and by customer, and what was settled. */
export function buildMatchContext(facts: MatchFacts): MatchContext {
  const references = indexReferences(facts);
  const byCustomer = groupBy(facts.openItems, ({ customerId }) => customerId);
  const byAmount = groupBy(facts.sameAmounts, ({ open }) => amountKey(open));
  const settled = groupBy(facts.settled, ({ customerId, amount }) => paidKey(customerId, amount));
  return {
    seriesHeads: seriesHeadsOf(facts),
    seriesPrefixes: new Set(
      facts.openItems.map(({ invoiceNumber: one }) => one.slice(0, one.lastIndexOf('/'))),
    ),
    withholdingBasisPoints: facts.withholdingBasisPoints,
    findReference: (candidate) => findReference(references, candidate),
    openItemsOf: (customerId) => byCustomer.get(customerId) ?? [],
    onlyItemOf: (amount) => {
      const [only, another] = byAmount.get(amountKey(amount)) ?? [];
      return another === undefined ? only : undefined;
    },
    payersOf: createPayerSearch(facts),
    settledBy: (customerId, amount) => settled.get(paidKey(customerId, amount)) ?? [],
  };
}

/** First groups of the invoice numbers in the books: `INV/JKT/2026/000123-9` begins with `INV`. */
function seriesHeadsOf({ openItems, settled }: MatchFacts): ReadonlySet<string> {
  const heads = new Set<string>();
  for (const { invoiceNumber } of openItems) heads.add(headOf(invoiceNumber));
  for (const { references } of settled) for (const one of references) heads.add(headOf(one));
  heads.delete('');
  return heads;
}

function headOf(reference: string): string {
  return /^(?<head>[A-Za-z][A-Za-z0-9]*)[^A-Za-z0-9]/.exec(reference)?.[1]?.toUpperCase() ?? '';
}

function indexReferences({ openItems, settled }: MatchFacts): ReferenceIndex {
  const index = new Map<string, ReferenceEntry>();
  const entryOf = (reference: string): ReferenceEntry => {
    const key = foldLookAlikes(referenceKey(reference));
    const known = index.get(key);
    if (known !== undefined) return known;
    const entry: ReferenceEntry = { reference, open: [], settled: NOT_SETTLED };
    index.set(key, entry);
    return entry;
  };
  for (const item of openItems) {
    const names = [item.invoiceNumber, item.paymentReference, item.virtualAccount];
    for (const name of names) if (name !== undefined && name !== '') entryOf(name).open.push(item);
  }
  for (const payment of settled) {
    for (const reference of payment.references) {
      const entry = entryOf(reference);
      entry.settled = [...entry.settled, payment];
    }
  }
  return index;
}

function findReference(
  index: ReferenceIndex,
  { key, written }: ReferenceCandidate,
): ReferenceFinding | undefined {
  const folded = foldLookAlikes(key);
  const entry = index.get(folded);
  if (entry === undefined) return undefined;
  const isSame = referenceKey(entry.reference) === key;
  if (!isSame && !isDigitRich(key)) return undefined;
  const evidence: Evidence = {
    kind: 'reference',
    reference: entry.reference,
    written,
    how: howWritten(entry.reference, { written, isSame }),
  };
  return { reference: entry.reference, evidence, open: entry.open, settled: entry.settled };
}

function howWritten(
  reference: string,
  { written, isSame }: Readonly<{ written: string; isSame: boolean }>,
): 'as-printed' | 'separators-differ' | 'look-alikes' {
  if (!isSame) return 'look-alikes';
  return written === reference.toUpperCase() ? 'as-printed' : 'separators-differ';
}

function createPayerSearch(facts: MatchFacts): MatchContext['payersOf'] {
  const names = buildNameIndex(facts.customers);
  const aliases = groupBy(facts.aliases, ({ account }) => normaliseAccount(account));
  const virtualAccounts = groupBy(facts.virtualAccounts, ({ virtualAccount }) =>
    normaliseAccount(virtualAccount),
  );
  return (payment) => {
    const name = payment.payerName ?? '';
    const hypotheses: PayerHypothesis[] = [
      ...(payment.customerId === undefined ? [] : [keptFor(payment.customerId)]),
      ...lookUp(virtualAccounts, payment.virtualAccount).map(({ customerId }) => ({
        customerId,
        evidence: { kind: 'virtual-account', customerId } as const,
      })),
      ...lookUp(aliases, payment.payerAccount)
        .toSorted((a, b) => b.confirmations - a.confirmations)
        .map(({ customerId, confirmations }) => ({
          customerId,
          evidence: { kind: 'account-alias', customerId, confirmations } as const,
        })),
      ...names.equal(name).map(byName(name, 'equal')),
      ...names.beginningWith(name).map(byName(name, 'cut-off')),
    ];
    return distinctCustomers(hypotheses).slice(0, PAYERS_MAX);
  };
}

function keptFor(customerId: string): PayerHypothesis {
  return { customerId, evidence: { kind: 'kept-for', customerId } };
}

function byName(name: string, how: 'equal' | 'cut-off'): (customerId: string) => PayerHypothesis {
  return (customerId) => ({ customerId, evidence: { kind: 'payer-name', customerId, name, how } });
}

function lookUp<T>(
  index: ReadonlyMap<string, readonly T[]>,
  account: string | undefined,
): readonly T[] {
  return account === undefined ? [] : (index.get(normaliseAccount(account)) ?? []);
}

function distinctCustomers(hypotheses: readonly PayerHypothesis[]): readonly PayerHypothesis[] {
  const first = new Map<string, PayerHypothesis>();
  for (const hypothesis of hypotheses) {
    if (!first.has(hypothesis.customerId)) first.set(hypothesis.customerId, hypothesis);
  }
  return [...first.values()];
}

function amountKey({ amount, currency }: Money): string {
  return `${currency} ${amount}`;
}

/** Payments are compared by payer and amount. */
export function paidKey(customerId: string, { amount, currency }: Money): string {
  return `${customerId} ${currency} ${amount}`;
}
