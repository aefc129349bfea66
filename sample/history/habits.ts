import { Temporal } from 'temporal-polyfill';
import type { SampleCustomer } from '../make-customers.js';
import type { Random } from '../random.js';

/** An invoice as its customer sees it. Amounts in rupiah. */
export type InvoiceOnDesk = Readonly<{
  invoiceId: string;
  saleId: string;
  number: string;
  paymentReference: string;
  issuedOn: Temporal.PlainDate;
  items: readonly Readonly<{ dueOn: Temporal.PlainDate; amount: bigint }>[];
  customer: SampleCustomer;
}>;

/** Money that a customer sends; `on` is a day on which banks work. */
export type Transfer = Readonly<{
  on: Temporal.PlainDate;
  amount: bigint;
  text: string;
  creditorReference?: string;
  payerName: string;
  payerAccount: string;
}>;

/** How a customer treats an invoice. */
export type Habit = Readonly<{
  transfers: readonly Transfer[];
  promise?: Readonly<{ madeOn: Temporal.PlainDate; promisedFor: Temporal.PlainDate }>;
  dispute?: Readonly<{
    openedOn: Temporal.PlainDate;
    /** Absent while the dispute is open. */
    settled?: Readonly<{ on: Temporal.PlainDate; for: 'customer' | 'seller' }>;
  }>;
}>;

export type InvoiceWithHabit = Readonly<{ invoice: InvoiceOnDesk; habit: Habit }>;

const FATES = [
  ['prompt', 48],
  ['late', 15],
  ['very-late', 5],
  ['vague', 7],
  ['short', 4],
  ['twice', 1],
  ['promise-kept', 5],
  ['promise-broken', 5],
  ['disputed', 4],
] as const;

/** Weight of the habit `silent`: shops and restaurants fail more often than guests and schools. */
const SILENT_WEIGHT: Readonly<Record<string, number>> = { wholesale: 14, 'hotel-restaurant': 12 };
const SILENT_WEIGHT_OF_OTHERS = 3;

/** Goods came damaged: a fifth of the invoice, to the thousand. */
export function creditFor(total: bigint): bigint {
  return (total / 5n / 1_000n) * 1_000n;
}

/** The same invoice always gets the same habit. */
export function habitOf(invoice: InvoiceOnDesk, random: Random): Habit {
  const days = (from: number, to: number): number => random.whole({ from, to });
  const silent = SILENT_WEIGHT[invoice.customer.segment.code] ?? SILENT_WEIGHT_OF_OTHERS;
  const fate = random.weighted([...FATES, ['silent', silent]] as const);
  switch (fate) {
    case 'prompt':
      return { transfers: everyItem(invoice, { random, days: days(-4, 1) }) };
    case 'late':
      return { transfers: everyItem(invoice, { random, days: days(5, 16) }) };
    case 'very-late':
      return { transfers: everyItem(invoice, { random, days: days(17, 23) }) };
    case 'vague':
      return { transfers: everyItem(invoice, { random, days: days(-2, 6) }).map(withoutReference) };
    case 'short':
      return { transfers: everyItem(invoice, { random, days: days(-2, 3) }).map(lessFee) };
    case 'twice': {
      const once = everyItem(invoice, { random, days: days(-2, 1) });
      const again = once.map((transfer) => ({
        ...transfer,
        on: bankDay(transfer.on.add({ days: 2 })),
      }));
      return { transfers: [...once, ...again] };
    }
    case 'promise-kept':
    case 'promise-broken':
      return promising(invoice, { random, isKept: fate === 'promise-kept' });
    case 'disputed':
      return disputing(invoice, random);
    case 'silent':
      return { transfers: [] };
  }
}

function promising(
  invoice: InvoiceOnDesk,
  { random, isKept }: Readonly<{ random: Random; isKept: boolean }>,
): Habit {
  const madeOn = workDay(lastDueOf(invoice).add({ days: random.whole({ from: 6, to: 10 }) }));
  const promisedFor = madeOn.add({ days: random.whole({ from: 7, to: 14 }) });
  const promise = { madeOn, promisedFor };
  const keptOn = bankDayBefore(promisedFor);
  if (isKept)
    return {
      promise,
      transfers: [transferOf(invoice, { random, on: keptOn, amount: totalOf(invoice) })],
    };
  const isSentAfterAll = random.percent(40);
  const on = bankDay(promisedFor.add({ days: 12 }));
  return {
    promise,
    transfers: isSentAfterAll
      ? [transferOf(invoice, { random, on, amount: totalOf(invoice) })]
      : [],
  };
}

function disputing(invoice: InvoiceOnDesk, random: Random): Habit {
  const openedOn = workDay(lastDueOf(invoice).add({ days: random.whole({ from: -2, to: 4 }) }));
  const ending = random.weighted([
    ['customer', 45],
    ['seller', 25],
    ['nobody', 30],
  ] as const);
  if (ending === 'nobody') return { dispute: { openedOn }, transfers: [] };
  const on = workDay(openedOn.add({ days: random.whole({ from: 5, to: 12 }) }));
  const total = totalOf(invoice);
  const amount = ending === 'customer' ? total - creditFor(total) : total;
  const paidOn = bankDay(on.add({ days: random.whole({ from: 3, to: 9 }) }));
  return {
    dispute: { openedOn, settled: { on, for: ending } },
    transfers: [transferOf(invoice, { random, on: paidOn, amount })],
  };
}

type Sending = Readonly<{ random: Random; days: number }>;

/** Each instalment is paid so many days after its due date, but not before the invoice arrives. */
function everyItem(invoice: InvoiceOnDesk, { random, days }: Sending): Transfer[] {
  return invoice.items.map(({ dueOn, amount }) => {
    const wished = dueOn.add({ days });
    const earliest = invoice.issuedOn.add({ days: 1 });
    const on = bankDay(Temporal.PlainDate.compare(wished, earliest) < 0 ? earliest : wished);
    return transferOf(invoice, { random, on, amount });
  });
}

type Sent = Readonly<{ random: Random; on: Temporal.PlainDate; amount: bigint }>;

/** Length of a payer's name in bank files. */
const PAYER_NAME_MAX = 35;

/** Payers write the invoice number in many ways; a quarter use the reference field of the bank's form. */
function transferOf(
  { number, paymentReference, customer }: InvoiceOnDesk,
  { random, on, amount }: Sent,
): Transfer {
  const payer = {
    payerName: customer.legalName.toUpperCase().slice(0, PAYER_NAME_MAX),
    payerAccount: customer.payerAccount,
  };
  const text = random.weighted([
    [`Pembayaran ${number}`, 30],
    [number, 15],
    [`BAYAR FAKTUR ${number.replaceAll('/', ' ')}`, 15],
    [`Pelunasan ${paymentReference}`, 15],
    ['', 25],
  ] as const);
  if (text !== '') return { on, amount, text, ...payer };
  return { on, amount, text: 'TRF BI-FAST', creditorReference: paymentReference, ...payer };
}

function withoutReference({ creditorReference: _left, ...transfer }: Transfer): Transfer {
  return { ...transfer, text: 'Pembayaran belanja toko' };
}

/** The transferring bank has deducted its fee. */
const TRANSFER_FEE = 6_500n;

function lessFee(transfer: Transfer): Transfer {
  return { ...transfer, amount: transfer.amount - TRANSFER_FEE };
}

function totalOf({ items }: InvoiceOnDesk): bigint {
  return items.reduce((total, { amount }) => total + amount, 0n);
}

function lastDueOf({ items, issuedOn }: InvoiceOnDesk): Temporal.PlainDate {
  return (
    items
      .map(({ dueOn }) => dueOn)
      .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
      .at(-1) ?? issuedOn
  );
}

const FRIDAY = 5;
const SATURDAY = 6;

/** Banks book from Monday to Friday. */
function bankDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= FRIDAY ? day : bankDay(day.add({ days: 1 }));
}

function bankDayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= FRIDAY ? day : bankDayBefore(day.subtract({ days: 1 }));
}

/** The office works until Saturday. */
function workDay(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= SATURDAY ? day : day.add({ days: 1 });
}
