import { dammDigit } from '../../../domain/invoice/damm.js';
import { MIX } from './mix.js';
import { YEAR_DAYS, type Customer } from './customers.js';
import type { Draw } from './draw.js';

/** One instalment of an invoice, as the payer knows it. */
export type Owed = Readonly<{
  id: string;
  customerId: string;
  invoiceId: string;
  invoiceNumber: string;
  paymentReference: string;
  sequence: number;
  series: string;
  instalment: number;
  instalments: number;
  amount: bigint;
  /** Of the whole invoice. */
  net: bigint;
  tax: bigint;
  issuedOnDay: number;
  dueOnDay: number;
  isDisputed: boolean;
  /** The day on which the payer means to pay; undefined: never. */
  plannedOnDay: number | undefined;
}>;

const SERIES = ['INV/JKT/2026', 'INV/SBY/2026', 'INV/BDG/2026'] as const;
const VAT_PER_CENT = 11n;

/** All invoices of the year by day of issue; numbers run on in each series. */
export function issueInvoices(
  draw: Draw,
  customers: readonly Customer[],
): readonly (readonly Owed[])[] {
  const next = new Map<string, number>(SERIES.map((series, at) => [series, 4_200 + at * 900]));
  const homes = new Map(customers.map(({ id }) => [id, draw.byShare(HOME_SHARES)]));
  const days: Owed[][] = [];
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const issued: Owed[] = [];
    for (const customer of customers) {
      if (!draw.chance(customer.invoicesPerWeek / 7)) continue;
      const series = homes.get(customer.id) ?? SERIES[0];
      const count = draw.chance(0.08) ? 2 : 1;
      for (let one = 0; one < count; one += 1) {
        const sequence = next.get(series) ?? 1;
        next.set(series, sequence + 1);
        issued.push(...issue(draw, { customer, series, sequence, day }));
      }
    }
    days.push(issued);
  }
  return days;
}

const HOME_SHARES = { 'INV/JKT/2026': 0.6, 'INV/SBY/2026': 0.25, 'INV/BDG/2026': 0.15 } as const;

type Issuing = Readonly<{ customer: Customer; series: string; sequence: number; day: number }>;

function issue(draw: Draw, { customer, series, sequence, day }: Issuing): Owed[] {
  const { gross, net } = amountOf(draw, customer);
  const instalments =
    gross > 3_000_000n && draw.chance(MIX.invoice.hasInstalments) ? draw.between(2, 4) : 1;
  const isPaid = !draw.chance(MIX.invoice.neverPaid);
  const isDisputed = draw.chance(MIX.invoice.isDisputed);
  return Array.from({ length: instalments }, (_, at) => {
    const dueOnDay = day + customer.termDays + at * 30;
    const isEarly = customer.amountHabit?.kind === 'early-discount';
    const planned = isEarly
      ? day + draw.between(3, 10)
      : dueOnDay + customer.lateDays + Math.round(draw.normal() * 4);
    return {
      id: `${series}/${sequence}/${at + 1}`,
      customerId: customer.id,
      invoiceId: `${series}/${sequence}`,
      invoiceNumber: numberOf(series, sequence),
      paymentReference: referenceOf(SERIES.indexOf(series as (typeof SERIES)[number]), sequence),
      sequence,
      series,
      instalment: at + 1,
      instalments,
      amount: gross / BigInt(instalments) + (at === 0 ? gross % BigInt(instalments) : 0n),
      net,
      tax: gross - net,
      issuedOnDay: day,
      dueOnDay,
      isDisputed,
      plannedOnDay: isPaid ? Math.max(day, planned) : undefined,
    };
  });
}

function amountOf(draw: Draw, customer: Customer): Readonly<{ gross: bigint; net: bigint }> {
  if (customer.sameAmount !== undefined) {
    return { gross: customer.sameAmount, net: customer.sameAmount - taxIn(customer.sameAmount) };
  }
  const drawn = Math.round(2_200_000 * Math.exp(draw.normal() * 0.9));
  const gross = customer.pricesAreRound ? BigInt(Math.ceil(drawn / 5_000)) * 5_000n : BigInt(drawn);
  return { gross, net: gross - taxIn(gross) };
}

function taxIn(gross: bigint): bigint {
  return (gross * VAT_PER_CENT) / (100n + VAT_PER_CENT);
}

const CODE_OF_LETTER_A = 'A'.charCodeAt(0) - 10;

export function numberOf(series: string, sequence: number): string {
  const stem = `${series}/${String(sequence).padStart(6, '0')}`;
  const digits = stem
    .replaceAll('/', '')
    .replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - CODE_OF_LETTER_A));
  return `${stem}-${dammDigit(digits)}`;
}

function referenceOf(entity: number, sequence: number): string {
  const digits = `260${entity + 1}${String(sequence).padStart(8, '0')}`;
  return digits + dammDigit(digits);
}
