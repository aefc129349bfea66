import { Temporal } from 'temporal-polyfill';
import type { AccountAlias, MatchFacts } from '../../domain/matching/match-context.js';
import type { OpenItem, Payment, SettledPayment } from '../../domain/matching/matching.js';
import { money } from '../../domain/money/money.js';
import { dateOf } from './year/company-year.js';
import type { Customer } from './year/customers.js';
import type { Owed } from './year/invoices.js';
import { accountOfInvoice } from './year/payments.js';
import type { Line } from './year/truth.js';

/** As far back as the books are read for a bank file. */
const SETTLED_DAYS = 60;

/** The rate of services, which the legal entity of the year lets its payers withhold. */
const WITHHOLDING_BASIS_POINTS = 200;

/** The seller's books of the year, as far as the matcher is told of them. */
export type Books = Readonly<{
  issue: (issued: readonly Owed[]) => void;
  /** Facts for the payments of a day, as they are loaded for a bank file. */
  factsFor: (payments: readonly Payment[], day: number) => MatchFacts;
  /** Books what the line pays; `byPerson` teaches the account. */
  settle: (line: Line, by: 'matcher' | 'person') => void;
}>;

export function openBooks(customers: readonly Customer[]): Books {
  const open = new Map<string, OpenItem>();
  const aliases = new Map<string, AccountAlias>();
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  let settled: SettledPayment[] = [];
  return {
    issue: (issued) => {
      for (const owed of issued) open.set(owed.id, itemOf(owed, byId.get(owed.customerId)));
    },
    factsFor: (payments, day) => {
      const since = dateOf(day - SETTLED_DAYS);
      settled = settled.filter(
        ({ receivedOn }) => Temporal.PlainDate.compare(receivedOn, since) >= 0,
      );
      const openItems = [...open.values()];
      return {
        openItems,
        sameAmounts: sameAmounts(openItems, payments),
        settled,
        aliases: [...aliases.values()],
        virtualAccounts: customers.flatMap(({ id, virtualAccount }) =>
          virtualAccount === undefined ? [] : [{ virtualAccount, customerId: id }],
        ),
        customers: customers.flatMap(({ id, name, legalName }) =>
          [...new Set([name, legalName])].map((one) => ({ customerId: id, name: one })),
        ),
        withholdingBasisPoints: WITHHOLDING_BASIS_POINTS,
      };
    },
    settle: (line, by) => {
      settled.push(...settlementsOf(line, open));
      for (const { openItemId, clears } of line.truth.paid) clear(open, openItemId, clears);
      if (by === 'person' && line.truth.paid.length > 0) learn(aliases, line);
    },
  };
}

function itemOf(owed: Owed, customer: Customer | undefined): OpenItem {
  return {
    id: owed.id,
    invoiceId: owed.invoiceId,
    invoiceNumber: owed.invoiceNumber,
    paymentReference: owed.paymentReference,
    virtualAccount: customer?.virtualAccount === undefined ? undefined : accountOfInvoice(owed),
    customerId: owed.customerId,
    instalment: owed.instalment,
    open: money(owed.amount, 'IDR'),
    dueOn: dateOf(owed.dueOnDay),
    isDisputed: owed.isDisputed,
    taxed: { net: owed.net, tax: owed.tax },
  };
}

/** Of each amount that was paid, two of the items that have it. */
function sameAmounts(items: readonly OpenItem[], payments: readonly Payment[]): OpenItem[] {
  const paid = new Map<bigint, OpenItem[]>(payments.map(({ amount }) => [amount.amount, []]));
  for (const item of items) {
    const same = paid.get(item.open.amount);
    if (same !== undefined && same.length < 2) same.push(item);
  }
  return [...paid.values()].flat();
}

function settlementsOf(
  { payment, truth }: Line,
  open: ReadonlyMap<string, OpenItem>,
): SettledPayment[] {
  const items = truth.paid.flatMap(({ openItemId }) => open.get(openItemId) ?? []);
  return truth.customerIds.flatMap((customerId) => {
    const own = items.filter((item) => item.customerId === customerId);
    if (own.length === 0) return [];
    const references = own.flatMap((one) => [one.invoiceNumber, one.paymentReference ?? '']);
    const { id: paymentId, amount, receivedOn } = payment;
    return [{ paymentId, customerId, amount, receivedOn, references }];
  });
}

function clear(open: Map<string, OpenItem>, id: string, cleared: bigint): void {
  const item = open.get(id);
  if (item === undefined) return;
  const left = item.open.amount - cleared;
  if (left > 0n) open.set(id, { ...item, open: { ...item.open, amount: left } });
  else open.delete(id);
}

/** As `learn_account`: the account of a payment is a sign of every customer whose item a person paid with it. */
function learn(aliases: Map<string, AccountAlias>, { payment, truth }: Line): void {
  const { payerAccount: account } = payment;
  if (account === undefined) return;
  for (const customerId of truth.customerIds) {
    const key = `${account} ${customerId}`;
    const confirmations = (aliases.get(key)?.confirmations ?? 0) + 1;
    aliases.set(key, { account, customerId, confirmations });
  }
}
