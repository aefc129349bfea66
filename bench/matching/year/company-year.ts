import { Temporal } from 'temporal-polyfill';
import { money } from '../../../domain/money/money.js';
import { MIX } from './mix.js';
import { makeCustomers, YEAR_DAYS, type Customer } from './customers.js';
import { drawFrom, type Draw } from './draw.js';
import { issueInvoices, type Owed } from './invoices.js';
import { otherLine } from './other-lines.js';
import { createPayers } from './payers.js';
import type { Sent } from './payments.js';
import type { Line } from './truth.js';

export type CompanyDay = Readonly<{ issued: readonly Owed[]; lines: readonly Line[] }>;

export type CompanyYear = Readonly<{ customers: readonly Customer[]; days: readonly CompanyDay[] }>;

const FIRST_DAY = Temporal.PlainDate.from('2026-01-01');

/** The date of a day of the year. */
export function dateOf(day: number): Temporal.PlainDate {
  return FIRST_DAY.add({ days: day });
}

/** A year of invoices and of the lines of the bank, each with what it is. The same seed gives the same year. */
export function makeCompanyYear(seed: number, customerCount: number = MIX.customers): CompanyYear {
  const draw = drawFrom(seed);
  const customers = makeCustomers(draw, customerCount);
  const issued = issueInvoices(draw, customers);
  const payers = createPayers(draw, customers);
  const repeats = new Map<number, Sent[]>();
  const days: CompanyDay[] = [];
  let lines = 0;
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const sent = [...payers.payOn(day, issued[day] ?? []), ...(repeats.get(day) ?? [])];
    for (const one of sent) repeatLater(draw, { one, day, repeats });
    const others = sent
      .filter(() => draw.chance(MIX.othersPerHundred / 100))
      .map(() => other(draw, payers.open()));
    const mixed = [...sent, ...others].map((one) => ({ one, order: draw.below(1_000_000) }));
    const ordered = mixed.toSorted((a, b) => a.order - b.order).map(({ one }) => one);
    days.push({
      issued: issued[day] ?? [],
      lines: ordered.map((one) => lineOf(one, { number: (lines += 1), day })),
    });
  }
  return { customers, days };
}

type Repeating = Readonly<{ one: Sent; day: number; repeats: Map<number, Sent[]> }>;

/** Some payers send the same money again, some days later. */
function repeatLater(draw: Draw, { one, day, repeats }: Repeating): void {
  if (one.truth.isDuplicate || !draw.chance(MIX.payment.isRepeated)) return;
  const on = day + draw.between(1, 20);
  const truth = {
    ...one.truth,
    kind: 'paid twice',
    paid: [],
    isDecidable: false,
    isDuplicate: true,
  };
  repeats.set(on, [...(repeats.get(on) ?? []), { ...one, truth }]);
}

function other(draw: Draw, open: readonly Owed[]): Sent {
  return {
    ...otherLine(draw, open),
    virtualAccount: undefined,
    truth: {
      kind: 'not of a customer',
      customerIds: [],
      paid: [],
      keptOfAll: 0n,
      isDecidable: false,
      isDuplicate: false,
    },
  };
}

function lineOf(
  { amount, payerName, payerAccount, text, virtualAccount, truth }: Sent,
  { number, day }: Readonly<{ number: number; day: number }>,
): Line {
  return {
    payment: {
      id: `payment-${String(number).padStart(7, '0')}`,
      receivedOn: dateOf(day),
      amount: money(amount, 'IDR'),
      payerName,
      payerAccount,
      virtualAccount,
      references: [],
      text,
    },
    truth,
  };
}
