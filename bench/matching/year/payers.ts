import { groupBy } from '../../../domain/group-by.js';
import { CUT_NAME_LENGTH, MIX } from './mix.js';
import type { Owing } from './amounts.js';
import type { Customer } from './customers.js';
import type { Draw } from './draw.js';
import type { Owed } from './invoices.js';
import type { Payer } from './payer.js';
import { payAhead, payFor, payForMany, type PayersView, type Sent } from './payments.js';

export type Payers = Readonly<{
  /** What all customers send on a day, after the invoices of the day have come. */
  payOn: (day: number, issued: readonly Owed[]) => readonly Sent[];
  open: () => readonly Owed[];
}>;

/** Customers pay what they mean to pay together in so many days. */
const RUN_DAYS = { each: 1, week: 7, month: 30 } as const;

type State = Readonly<{
  owing: Map<string, Owing[]>;
  lastPaid: Map<string, string>;
  accountsSeen: Map<string, string>;
}>;

/** The customers as payers: they know what they owe, and not what the books have made of their payments. */
export function createPayers(draw: Draw, customers: readonly Customer[]): Payers {
  const state: State = { owing: new Map(), lastPaid: new Map(), accountsSeen: new Map() };
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const payerFor = (customer: Customer): Customer => byId.get(customer.parentId ?? '') ?? customer;
  const groups = groupBy(customers, (customer) => payerFor(customer).id);
  const isKnown = knowsPayers(customers, state);
  const viewOn = (day: number): PayersView => ({
    draw,
    day,
    owedBy: (customerId) => state.owing.get(customerId) ?? [],
    payerFor,
    lastPaidNumberOf: (customerId) => state.lastPaid.get(customerId),
    isKnown,
  });
  return {
    open: () => [...state.owing.values()].flat(),
    payOn: (day, issued) => {
      for (const owed of issued) {
        const known = state.owing.get(owed.customerId) ?? [];
        state.owing.set(owed.customerId, [...known, { ...owed, left: owed.amount }]);
      }
      const view = viewOn(day);
      const sent: Sent[] = [];
      const send = (one: Sent): void => {
        take(state, { view, one });
        sent.push(one);
      };
      for (const members of groups.values()) payGroup(view, members, send);
      return sent;
    },
  };
}

/** What a customer and those for whom it pays send on a day. */
function payGroup(view: PayersView, members: readonly Customer[], send: (one: Sent) => void): void {
  const [one] = members;
  const due = members.map((customer) => ({ customer, owing: dueNow(view, customer) }));
  const paying = due.filter(({ owing }) => owing.length > 0);
  if (one !== undefined && paying.length > 1 && view.draw.chance(0.5)) {
    const all = paying.flatMap(({ owing }) => owing);
    send(payForMany(view, view.payerFor(one), all));
    return;
  }
  for (const { customer, owing } of paying) {
    const payments = customer.paysBy === 'each' ? owing.map((item) => [item]) : [owing];
    for (const list of payments) send(payFor(view, customer, list));
    if (view.draw.chance(MIX.payment.isAhead)) send(payAhead(view, customer));
  }
}

function dueNow({ owedBy, day }: PayersView, customer: Customer): readonly Owing[] {
  const every = RUN_DAYS[customer.paysBy];
  if (day % every !== Number(customer.id.slice(-4)) % every) return [];
  return owedBy(customer.id).filter(
    ({ plannedOnDay }) => plannedOnDay !== undefined && plannedOnDay <= day,
  );
}

/** What the payer believes to have paid is off his list; the rest of a part he pays later. */
function take(
  { owing, lastPaid, accountsSeen }: State,
  { view, one }: Readonly<{ view: PayersView; one: Sent }>,
): void {
  const clears = new Map(one.truth.paid.map((paid) => [paid.openItemId, paid.clears]));
  for (const customerId of one.truth.customerIds) {
    const list = owing.get(customerId) ?? [];
    const later = view.day + view.draw.between(10, 40);
    owing.set(
      customerId,
      list.flatMap((item) => {
        const left = item.left - (clears.get(item.id) ?? 0n);
        if (left === item.left) return [item];
        lastPaid.set(customerId, item.invoiceNumber);
        return left > 0n ? [{ ...item, left, plannedOnDay: later }] : [];
      }),
    );
    if (one.payerAccount !== undefined)
      accountsSeen.set(`${one.payerAccount} ${customerId}`, customerId);
  }
}

/** An account that paid for the customer before, or a name, cut or whole, that fits no other customer. */
function knowsPayers(
  customers: readonly Customer[],
  { accountsSeen }: State,
): PayersView['isKnown'] {
  const names = customers.flatMap(({ id, name, legalName }) =>
    [...new Set([name, legalName])].map((one) => ({ id, name: one.toUpperCase() })),
  );
  const bearers = new Map<string, Set<string>>();
  for (const { id, name } of names) {
    for (const one of [name, name.slice(0, CUT_NAME_LENGTH).trim()]) {
      bearers.set(one, (bearers.get(one) ?? new Set()).add(id));
    }
  }
  return ({ payerName, payerAccount }: Payer, customerId) => {
    if (accountsSeen.has(`${payerAccount ?? ''} ${customerId}`)) return true;
    const fits = bearers.get(payerName ?? '');
    return fits?.size === 1 && fits.has(customerId);
  };
}
