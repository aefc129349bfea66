import { groupBy } from '../group-by.js';
import type { AmountScope, OpenItem } from './matching.js';
import { totalOf } from './oldest-first.js';

/** A reading of the named invoices under which the payment is used up. */
export type RoleReading = Readonly<{ items: readonly OpenItem[]; scope: AmountScope }>;

export type RoleFinding = Readonly<{
  /** The likeliest first. */
  readings: readonly RoleReading[];
  /** False when there were too many ways to try all: then a single reading proves nothing. */
  isProved: boolean;
}>;

/** Eight invoices of three instalments each have 6,561 ways. */
const STEPS_MAX = 20_000;

/** More readings than this are no explanation. */
const READINGS_MAX = 10;

/**
 * Decides by amount and order what a reference stands for: the whole invoice, its oldest instalments, or one of them.
 * Of each named invoice something is paid, the oldest instalments first (KUHPerdata 1397), unless the payer names
 * another (`named`, KUHPerdata 1396) or only one later instalment has the amount. `items` come by due date.
 */
export function readRoles(
  items: readonly OpenItem[],
  paid: bigint,
  named: readonly number[],
): RoleFinding {
  const invoices = [...groupBy(items, ({ invoiceId }) => invoiceId).values()];
  const [only, another] = invoices;
  if (only === undefined) return { readings: [], isProved: true };
  return another === undefined
    ? { readings: distinct(readingsOfOne(only, paid, named)), isProved: true }
    : readingsOfEach(invoices, paid);
}

function readingsOfOne(
  items: readonly OpenItem[],
  paid: bigint,
  named: readonly number[],
): readonly RoleReading[] {
  const said = items.filter(({ instalment }) => named.includes(instalment));
  const readings: RoleReading[] =
    said.length === 0 ? [] : [{ items: said, scope: 'named-instalment' }];
  for (const index of items.keys()) {
    const isAll = index === items.length - 1;
    const oldest = items.slice(0, index + 1);
    readings.push({ items: oldest, scope: isAll ? 'invoice' : 'earliest-instalments' });
  }
  for (const item of items) readings.push({ items: [item], scope: 'one-instalment' });
  return readings.filter((reading) => totalOf(reading.items) === paid);
}

/** Of several invoices: all ways to pay at least the oldest instalment of each. */
function readingsOfEach(invoices: readonly (readonly OpenItem[])[], paid: bigint): RoleFinding {
  const readings: RoleReading[] = [];
  let steps = 0;
  const whole = invoices.reduce((count, items) => count + items.length, 0);
  const visit = (place: number, taken: readonly OpenItem[], left: bigint): void => {
    steps += 1;
    if (steps > STEPS_MAX || readings.length >= READINGS_MAX) return;
    const items = invoices[place];
    if (items === undefined) {
      if (left !== 0n) return;
      const scope = taken.length === whole ? 'all-referenced' : 'instalments-of-each';
      readings.push({ items: taken, scope });
      return;
    }
    let rest = left;
    for (const [index, { open }] of items.entries()) {
      rest -= open.amount;
      if (rest < 0n) return;
      visit(place + 1, [...taken, ...items.slice(0, index + 1)], rest);
    }
  };
  visit(0, [], paid);
  return { readings, isProved: steps <= STEPS_MAX && readings.length < READINGS_MAX };
}

function distinct(readings: readonly RoleReading[]): readonly RoleReading[] {
  const first = new Map<string, RoleReading>();
  for (const reading of readings) {
    const key = reading.items.map(({ id }) => id).join(' ');
    if (!first.has(key)) first.set(key, reading);
  }
  return [...first.values()];
}
