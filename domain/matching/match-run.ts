import { Temporal } from 'temporal-polyfill';
import { paidKey, type MatchContext } from './match-context.js';
import { assign } from './assignment.js';
import { matchPayment } from './match-payment.js';
import type {
  MatchDecision,
  MatchPolicy,
  OpenItem,
  Payment,
  SettledPayment,
  Suggestion,
} from './matching.js';
import { isNamedInFull } from './sure-by-payer.js';
import { BOOK_MARGIN_MIN, scoreOf } from './weigh.js';

/**
 * Matches the payments of a file; each sees the books less what was booked before it. First come those that name their
 * items in full, oldest first: of two payments for one invoice one is booked and the other a possible duplicate, never
 * two bookings. What is left asks for the rest of the items together (`assign`), so that a payment that names nothing
 * takes no item that fits another one as well. Returns decisions by payment id.
 */
export function matchPayments(
  payments: readonly Payment[],
  context: MatchContext,
  policy: MatchPolicy,
): ReadonlyMap<string, MatchDecision> {
  const run = createRun(context);
  const decisions = new Map<string, MatchDecision>();
  const lookedAt = new Map<string, number>();
  const look = (payment: Payment): MatchDecision => {
    const before = decisions.get(payment.id);
    const isStill = before !== undefined && !run.hasChanged(before, lookedAt.get(payment.id) ?? 0);
    const decision = isStill ? before : matchPayment(payment, run.view, policy);
    decisions.set(payment.id, decision);
    lookedAt.set(payment.id, run.bookings());
    return decision;
  };
  const waiting: Payment[] = [];
  for (const payment of payments.toSorted(byReceipt)) {
    const decision = look(payment);
    if (decision.kind === 'book' && isNamedInFull(decision)) run.take(payment, decision);
    else waiting.push(payment);
  }
  const sure = assignedSurely(waiting.map((payment) => ({ payment, decision: look(payment) })));
  for (const payment of waiting) {
    const decision = look(payment);
    if (decision.kind !== 'book') continue;
    if (sure.has(payment.id)) run.take(payment, decision);
    else decisions.set(payment.id, asContested(decision));
  }
  for (const payment of waiting.filter(({ id }) => !sure.has(id))) {
    const decision = look(payment);
    if (decision.kind === 'book') decisions.set(payment.id, asContested(decision));
  }
  return decisions;
}

type Waiting = Readonly<{ payment: Payment; decision: MatchDecision }>;

/**
 * Payments that get the reading under which they would be booked also when all of them ask together, far before every
 * other way to give the items out.
 */
function assignedSurely(waiting: readonly Waiting[]): ReadonlySet<string> {
  const open = new Map<string, bigint>();
  const claims = waiting.map(({ payment, decision }) => {
    const readings = readingsOf(decision);
    for (const { equation } of readings) {
      for (const term of equation.terms) open.set(term.openItemId, term.open);
    }
    return {
      id: payment.id,
      choices: readings.map((one) => ({ allocations: one.allocations, score: scoreOf(one) })),
    };
  });
  const assigned = assign(claims, (openItemId) => open.get(openItemId) ?? 0n);
  const sure = waiting.filter(({ payment, decision }) => {
    const { choice, margin, isProved } = assigned.get(payment.id) ?? NOT_ASSIGNED;
    return decision.kind === 'book' && choice === 0 && isProved && margin >= BOOK_MARGIN_MIN;
  });
  return new Set(sure.map(({ payment }) => payment.id));
}

const NOT_ASSIGNED = { choice: undefined, margin: 0, isProved: false } as const;

/** The likeliest first: what would be booked comes before what is behind it. */
function readingsOf(decision: MatchDecision): readonly Suggestion[] {
  if (decision.kind === 'book') return [{ ...decision, doubts: [] }, ...decision.rivals];
  return decision.kind === 'suggest' ? decision.suggestions : [];
}

/** Another payment asks for the same items: a person says which of them it is. */
function asContested(booking: Booking): MatchDecision {
  const [first, ...others] = readingsOf(booking);
  const contested: readonly Suggestion[] =
    first === undefined ? [] : [{ ...first, doubts: ['payments-compete'] }];
  return { kind: 'suggest', suggestions: [...contested, ...others] };
}

type Booking = Extract<MatchDecision, { kind: 'book' }>;

type Run = Readonly<{
  view: MatchContext;
  take: (payment: Payment, booking: Booking) => void;
  /** How many payments the run has booked. */
  bookings: () => number;
  /** Whether the run has booked something on a customer of the decision after so many bookings. */
  hasChanged: (decision: MatchDecision, since: number) => boolean;
}>;

/** The books less what this run has booked. */
function createRun(context: MatchContext): Run {
  let bookings = 0;
  const bookedOn = new Map<string, number>();
  const taken = new Map<string, bigint>();
  const byInvoice = new Map<string, SettledPayment[]>();
  const byPayer = new Map<string, SettledPayment[]>();
  const stillOpen = (items: readonly OpenItem[]): readonly OpenItem[] =>
    items.some(({ id }) => taken.has(id)) ? items.flatMap((item) => lessTaken(item, taken)) : items;

  return {
    bookings: () => bookings,
    hasChanged: (decision, since) =>
      readingsOf(decision).some(({ customerId }) => (bookedOn.get(customerId) ?? 0) > since),
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
      bookings += 1;
      bookedOn.set(customerId, bookings);
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
