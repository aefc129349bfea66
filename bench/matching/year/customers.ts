import { FEES, MIX } from './mix.js';
import type { Draw } from './draw.js';

export type OneInvoiceHabit = keyof typeof MIX.oneInvoice;
export type SeveralHabit = keyof typeof MIX.several;
export type PaysBy = keyof typeof MIX.paysBy;

/** The account from which a customer pays from a day of the year on. */
export type PayingAccount = Readonly<{ fromDay: number; number: string; holder: string }>;

export type Habit = Readonly<{ fromDay: number; one: OneInvoiceHabit; several: SeveralHabit }>;

/** What a payer does to the amount, as a habit. */
export type AmountHabit =
  | Readonly<{ kind: 'fee'; fee: bigint }>
  | Readonly<{ kind: 'income-tax-23' | 'income-tax-22' | 'vat-by-collector' | 'early-discount' }>
  | Readonly<{ kind: 'rounded-down' }>
  | Readonly<{ kind: 'unique-code' }>;

export type Customer = Readonly<{
  id: string;
  name: string;
  legalName: string;
  accounts: readonly PayingAccount[];
  habits: readonly Habit[];
  amountHabit: AmountHabit | undefined;
  paysBy: PaysBy;
  virtualAccount: string | undefined;
  termDays: number;
  lateDays: number;
  invoicesPerWeek: number;
  /** Of a customer that orders the same each time: the amount of each invoice. */
  sameAmount: bigint | undefined;
  pricesAreRound: boolean;
  /** The customer that pays for this one. */
  parentId: string | undefined;
}>;

/** Two per cent within ten days, as the contract says. */
export const EARLY_DISCOUNT = { basisPoints: 200n, days: 10 } as const;

export const YEAR_DAYS = 365;

const FIRST = (
  'Sumber Maju Sinar Karya Mitra Berkah Cahaya Bintang Anugerah Harapan Tunas Mega Surya Nusa ' +
  'Putra Jaya Indah Lestari Rejeki Mulia'
).split(' ');
const SECOND = (
  'Abadi Sentosa Makmur Sejahtera Bersama Utama Mandiri Pratama Jaya Lestari Agung Perkasa ' +
  'Raya Gemilang Baru Sakti Timur Barat'
).split(' ');
const THIRD =
  'Niaga Pangan Boga Kimia Tekstil Logam Medika Teknik Kemasan Plastik Elektrik Bangunan'.split(
    ' ',
  );
const PERSON =
  'Budi Siti Agus Dewi Hendra Rina Joko Lina Andi Maya Rudi Wati Eko Yanti Dedi Fitri'.split(' ');
const SURNAME =
  'Santoso Wijaya Lestari Halim Gunawan Pranoto Saputra Kusuma Hartono Setiawan Tanjung'.split(' ');
const FORMS = ['PT', 'PT', 'CV', 'UD', 'Toko', 'Toko'] as const;

export function makeCustomers(draw: Draw, count: number): readonly Customer[] {
  const made: Customer[] = [];
  for (let at = 0; at < count; at += 1) made.push(makeCustomer(draw, made));
  return made;
}

function makeCustomer(draw: Draw, before: readonly Customer[]): Customer {
  const share = MIX.customer;
  const id = `customer-${String(before.length + 1).padStart(4, '0')}`;
  const namesake =
    before.length > 0 && draw.chance(share.sharesItsName) ? draw.pick(before) : undefined;
  const form = draw.pick(FORMS);
  const words = [draw.pick(FIRST), draw.pick(SECOND), draw.pick(THIRD)];
  const name = namesake?.name ?? words.join(' ');
  const legalName = namesake?.legalName ?? (form === 'PT' ? `PT. ${name}` : `${form} ${name}`);
  const canBePaidFor = before.length > 20 && draw.chance(share.isPaidByParent);
  return {
    id,
    name,
    legalName,
    accounts: accountsOf(draw, legalName),
    habits: habitsOf(draw),
    amountHabit: amountHabitOf(draw),
    paysBy: draw.byShare(MIX.paysBy),
    virtualAccount: draw.chance(share.hasVirtualAccount) ? `88081${draw.digits(11)}` : undefined,
    termDays: draw.pick([7, 14, 14, 30, 30, 30, 45]),
    lateDays: Math.max(-5, Math.round(draw.normal() * 6 + 3)),
    invoicesPerWeek: 0.35 * Math.exp(draw.normal() * 0.8),
    sameAmount: draw.chance(share.ordersTheSameEachTime)
      ? BigInt(draw.between(5, 80)) * 111_000n
      : undefined,
    pricesAreRound: draw.chance(0.35),
    parentId: canBePaidFor ? draw.pick(before.slice(0, 20)).id : undefined,
  };
}

function accountsOf(draw: Draw, legalName: string): readonly PayingAccount[] {
  const share = MIX.customer;
  const holder = draw.chance(share.paysFromOwnName) ? personName(draw) : legalName;
  const account = (fromDay: number): PayingAccount => ({
    fromDay,
    number: draw.digits(10),
    holder,
  });
  return [
    account(0),
    ...(draw.chance(share.hasTwoAccounts) ? [account(0)] : []),
    ...(draw.chance(share.changesAccount) ? [account(draw.between(60, 300))] : []),
  ];
}

export function personName(draw: Draw): string {
  return `${draw.pick(PERSON)} ${draw.pick(SURNAME)}`;
}

function habitsOf(draw: Draw): readonly Habit[] {
  const habit = (fromDay: number): Habit => ({
    fromDay,
    one: draw.byShare(MIX.oneInvoice),
    several: draw.byShare(MIX.several),
  });
  const changes = draw.chance(MIX.customer.changesHabit);
  return [habit(0), ...(changes ? [habit(draw.between(60, 300))] : [])];
}

function amountHabitOf(draw: Draw): AmountHabit | undefined {
  const share = MIX.customer;
  if (draw.chance(share.withholdsTax)) {
    return { kind: draw.chance(0.75) ? 'income-tax-23' : 'income-tax-22' };
  }
  if (draw.chance(share.collectsVat)) return { kind: 'vat-by-collector' };
  if (draw.chance(share.hasEarlyDiscount)) return { kind: 'early-discount' };
  if (draw.chance(share.takesOffFee)) return { kind: 'fee', fee: draw.pick(FEES) };
  if (draw.chance(share.roundsDown)) return { kind: 'rounded-down' };
  return draw.chance(share.addsUniqueCode) ? { kind: 'unique-code' } : undefined;
}

/** What holds on a day: the last that has begun. */
export function onDay<T extends Readonly<{ fromDay: number }>>(list: readonly T[], day: number): T {
  return (list.findLast(({ fromDay }) => fromDay <= day) ?? list[0]) as T;
}
