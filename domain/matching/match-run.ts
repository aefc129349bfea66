import { Temporal } from 'temporal-polyfill';
import { paidKey, type MatchContext } from './match-context.js';
import { matchPayment } from './match-payment.js';
import type { MatchDecision, MatchPolicy, OpenItem, Payment, SettledPayment } from './matching.js';

/**
 * Matches the payments of a file one after the other, oldest first; each sees the books less what was booked before it.
 * So two payments in one file for the same invoice are one booking and one possible duplicate, never two bookings.
 * Returns decisions by payment id.
 */
export function matchPayments(
  payments: readonly Payment[],
  context: MatchContext,
  policy: MatchPolicy,
): ReadonlyMap<string, MatchDecision> {
  const run = createRun(context);
  const decisions = new Map<string, MatchDecision>();
  for (const payment of payments.toSorted(byReceipt)) {
    const decision = matchPayment(payment, run.view, policy);
    if (decision.kind === 'book') run.take(payment, decision);
    decisions.set(payment.id, decision);
  }
  return decisions;
}

type Booking = Extract<MatchDecision, { kind: 'book' }>;

/** The books less what this run has booked. */
function createRun(
  context: MatchContext,
): Readonly<{ view: MatchContext; take: (payment: Payment, booking: Booking) => void }> {
  const taken = new Map<string, bigint>();
  const byInvoice = new Map<string, SettledPayment[]>();
  const byPayer = new Map<string, SettledPayment[]>();
  const stillOpen = (items: readonly OpenItem[]): readonly OpenItem[] =>
    items.some(({ id }) => taken.has(id)) ? items.flatMap((item) => lessTaken(item, taken)) : items;

  return {
    view: {
      ...context,
      openItemsOf: (customerId) => stillOpen(context.openItemsOf(customerId)),
      // An item of which this run has taken something has another amount now.
      onlyItemOf: (amount) => {
        const item = context.onlyItemOf(amount);
        return item === undefined || taken.has(item.id) ? undefined : item;
      },
      settledBy: (customerId, amount) => [
        ...context.settledBy(customerId, amount),
        ...(byPayer.get(paidKey(customerId, amount)) ?? []),
      ],
      findReference: (candidate) => {
        const finding = context.findReference(candidate);
        if (finding === undefined) return undefined;
        const now = finding.open.flatMap(({ invoiceId }) => byInvoice.get(invoiceId) ?? []);
        return {
          ...finding,
          open: stillOpen(finding.open),
          settled: now.length === 0 ? finding.settled : [...finding.settled, ...now],
        };
      },
    },
    take: ({ id: paymentId, amount, receivedOn }, { customerId, equation }) => {
      const references = equation.terms.map(({ label }) => label);
      const settled = { paymentId, customerId, amount, receivedOn, references };
      for (const term of equation.terms) {
        taken.set(term.openItemId, (taken.get(term.openItemId) ?? 0n) + term.amount);
      }
      for (const { invoiceId } of equation.terms) addTo(byInvoice, invoiceId, settled);
      addTo(byPayer, paidKey(customerId, amount), settled);
    },
  };
}

function addTo(index: Map<string, SettledPayment[]>, key: string, settled: SettledPayment): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [settled]);
  else known.push(settled);
}

function lessTaken(item: OpenItem, taken: ReadonlyMap<string, bigint>): readonly OpenItem[] {
  const amount = item.open.amount - (taken.get(item.id) ?? 0n);
  return amount > 0n ? [{ ...item, open: { ...item.open, amount } }] : [];
}

function byReceipt(a: Payment, b: Payment): number {
  const dates = Temporal.PlainDate.compare(a.receivedOn, b.receivedOn);
  if (dates !== 0) return dates;
  return a.id < b.id ? -1 : 1;
}
