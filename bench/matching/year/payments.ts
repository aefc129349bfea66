import { MIX } from './mix.js';
import { sumWithHabit, type Owing, type Sum } from './amounts.js';
import { onDay, type Customer } from './customers.js';
import type { Draw } from './draw.js';
import { payerOf, strangerOf, type Payer } from './payer.js';
import { hasRivals } from './rivals.js';
import type { Paid, Truth } from './truth.js';
import { nameOne, nameSeveral, withoutNumber, type Words } from './words.js';

/** A payment as it leaves the payer: what the bank will tell of it, and what it is. */
export type Sent = Readonly<
  Payer & { amount: bigint; text: string; virtualAccount: string | undefined; truth: Truth }
>;

/** What the payers know when they pay. */
export type PayersView = Readonly<{
  draw: Draw;
  day: number;
  /** What is left to pay of the items of a customer. */
  owedBy: (customerId: string) => readonly Owing[];
  /** The customer whose account pays. */
  payerFor: (customer: Customer) => Customer;
  lastPaidNumberOf: (customerId: string) => string | undefined;
  /** Whether the books can know this payer: by an account that paid before, or a name that only one has. */
  isKnown: (payer: Payer, customerId: string) => boolean;
}>;

/** One payment of a customer for these items, which are all of this customer. */
export function payFor(view: PayersView, customer: Customer, owing: readonly Owing[]): Sent {
  const { draw, day } = view;
  const isByParent = view.payerFor(customer) !== customer;
  const isStranger = !isByParent && draw.chance(MIX.payment.comesFromStranger);
  const payer = isStranger ? strangerOf(draw) : payerOf(draw, view.payerFor(customer), day);
  const sum = sumOf(draw, { customer, owing, day });
  const account = accountPaidInto(draw, customer, owing);
  const words =
    account === undefined
      ? wordsOf(view, customer, owing)
      : { text: account.number, naming: account.naming };
  const isNumbered = words.naming !== 'none' && words.naming !== 'virtual account';
  const isKnown = words.naming === 'virtual account' || view.isKnown(payer, customer.id);
  const owed = view.owedBy(customer.id);
  const rivals =
    !isNumbered &&
    hasRivals(
      owed.map(({ left }) => left),
      sum.amount,
    );
  return {
    ...payer,
    amount: sum.amount,
    text: words.text,
    virtualAccount: account?.number,
    truth: {
      kind: kindOf({ sum, words, isByParent, isStranger, owing }),
      customerIds: [customer.id],
      paid: inOrderOfLaw(sum.paid, { owing, owed, words }),
      keptOfAll: sum.keptOfAll,
      isDecidable: isNumbered || (isKnown && !rivals),
      isDuplicate: false,
    },
  };
}

type Ordering = Readonly<{ owing: readonly Owing[]; owed: readonly Owing[]; words: Words }>;

/**
 * Whoever pays one of several equal instalments and does not say which, pays the oldest (KUHPerdata 1397), whatever was
 * on the payer's mind.
 */
function inOrderOfLaw(paid: readonly Paid[], { owing, owed, words }: Ordering): readonly Paid[] {
  const [first] = owing;
  const isOne = owing.every(({ invoiceId }) => invoiceId === first?.invoiceId);
  if (first === undefined || first.instalments === 1 || !isOne || INSTALMENT.test(words.text))
    return paid;
  const ofInvoice = owed.filter(({ invoiceId }) => invoiceId === first.invoiceId);
  const oldest = ofInvoice.toSorted((a, b) => a.instalment - b.instalment).slice(0, paid.length);
  const isSame = oldest.every(({ left }, at) => left === paid[at]?.clears);
  return isSame
    ? paid.map((one, at) => ({ ...one, openItemId: oldest[at]?.id ?? one.openItemId }))
    : paid;
}

const INSTALMENT = /cicilan|angsuran|termin/;

/** One payment of a parent for itself and for the customers for whom it pays. */
export function payForMany(view: PayersView, parent: Customer, owing: readonly Owing[]): Sent {
  const { draw, day } = view;
  const sum = sumWithHabit(owing, undefined, day);
  const words = nameSeveral(draw, owing, { habit: 'list', isShort: false });
  return {
    ...payerOf(draw, parent, day),
    amount: sum.amount,
    text: words.text,
    virtualAccount: undefined,
    truth: {
      kind: 'parent for several customers',
      customerIds: [...new Set(owing.map(({ customerId }) => customerId))],
      paid: sum.paid,
      keptOfAll: 0n,
      isDecidable: true,
      isDuplicate: false,
    },
  };
}

/** Money for goods that are not invoiced yet. */
export function payAhead(view: PayersView, customer: Customer): Sent {
  const { draw, day } = view;
  return {
    ...payerOf(draw, customer, day),
    amount: BigInt(draw.between(2, 60)) * 250_000n,
    text: draw.pick([`DP PO ${draw.digits(8)}`, 'uang muka', `deposit order ${draw.digits(6)}`]),
    virtualAccount: undefined,
    truth: {
      kind: 'ahead of its invoice',
      customerIds: [customer.id],
      paid: [],
      keptOfAll: 0n,
      isDecidable: false,
      isDuplicate: false,
    },
  };
}

type Paying = Readonly<{ customer: Customer; owing: readonly Owing[]; day: number }>;

function sumOf(draw: Draw, { customer, owing, day }: Paying): Sum {
  const share = MIX.payment;
  const [only, another] = owing;
  if (only !== undefined && another === undefined) {
    if (draw.chance(share.isPart)) return partOf(draw, only);
    if (draw.chance(share.isTooMuch)) return tooMuchFor(draw, only);
  }
  const habit = draw.chance(share.keepsHabitOfAmount) ? customer.amountHabit : undefined;
  return sumWithHabit(owing, habit, day);
}

function partOf(draw: Draw, { id, left }: Owing): Sum {
  const half = (left * BigInt(draw.between(25, 75))) / 100n;
  const amount = half > 200_000n ? half - (half % 100_000n) : half;
  const paid = [{ openItemId: id, clears: amount, keptHere: 0n }];
  return { amount, paid, keptOfAll: 0n, kind: 'part payment' };
}

function tooMuchFor(draw: Draw, { id, left }: Owing): Sum {
  const step = draw.pick([1_000n, 10_000n, 50_000n, 100_000n]);
  const amount = (left / step + 1n) * step;
  const paid = [{ openItemId: id, clears: left, keptHere: 0n }];
  return { amount, paid, keptOfAll: 0n, kind: 'too much' };
}

function accountPaidInto(
  draw: Draw,
  { virtualAccount }: Customer,
  owing: readonly Owing[],
):
  | Readonly<{ number: string; naming: 'virtual account' | 'virtual account of invoice' }>
  | undefined {
  if (virtualAccount === undefined) return undefined;
  const [only, another] = owing;
  const isOne = only !== undefined && another === undefined && only.instalments === 1;
  return isOne && draw.chance(0.4)
    ? { number: accountOfInvoice(only), naming: 'virtual account of invoice' }
    : { number: virtualAccount, naming: 'virtual account' };
}

/** A virtual account that was made for one invoice. */
export function accountOfInvoice({ paymentReference }: Pick<Owing, 'paymentReference'>): string {
  return `88082${paymentReference.slice(2, 12)}1`;
}

function wordsOf(view: PayersView, customer: Customer, owing: readonly Owing[]): Words {
  const { draw, day } = view;
  const share = MIX.payment;
  const habit = draw.chance(share.followsHabit)
    ? onDay(customer.habits, day)
    : { one: draw.byShare(MIX.oneInvoice), several: draw.byShare(MIX.several) };
  const [first] = owing;
  const isOne = new Set(owing.map(({ invoiceId }) => invoiceId)).size === 1;
  if (first === undefined) return { text: withoutNumber(draw), naming: 'none' };
  if (!isOne)
    return nameSeveral(draw, owing, {
      habit: habit.several,
      isShort: draw.chance(share.hasShortText),
    });
  const wrong = draw.chance(share.namesPaidInvoice)
    ? view.lastPaidNumberOf(customer.id)
    : undefined;
  return wrong === undefined
    ? nameOne(draw, first, habit.one)
    : { text: `PEMBAYARAN ${wrong}`, naming: 'paid invoice' };
}

type Made = Readonly<{
  sum: Sum;
  words: Words;
  isByParent: boolean;
  isStranger: boolean;
  owing: readonly Owing[];
}>;

/** The name in the figures: what is most peculiar about the payment. */
function kindOf({ sum, words, isByParent, isStranger, owing }: Made): string {
  const isNumbered = words.naming !== 'none' && words.naming !== 'virtual account';
  const named = isNumbered ? 'with number' : 'without number';
  if (isStranger) return `from a stranger, ${named}`;
  if (sum.kind !== undefined) return `${sum.kind}, ${named}`;
  if (isByParent) return `parent for one customer, ${named}`;
  if (owing.length > 1) return `several: ${words.naming}`;
  return `${(owing[0]?.instalments ?? 1) > 1 ? 'instalment' : 'one invoice'}: ${words.naming}`;
}
