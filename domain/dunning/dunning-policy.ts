import { assert } from '../assert.js';

/**
 * One step of the reminder process. `daysPastDue` counts from the due date of the debt, not from the
 * last letter; `minDaysSinceLast` keeps a debt that was found late from getting three letters on
 * three days. The fee, when there is one, becomes a receivable of its own, once per invoice and level.
 */
export type DunningLevel = Readonly<{
  level: number;
  daysPastDue: number;
  minDaysSinceLast: number;
  feeAmount: bigint | undefined;
  template: string;
}>;

/** When a debt goes to an agency after its last level. */
type PlacementRule = Readonly<{
  daysPastDue: number;
  minDaysSinceLast: number;
  /** Below it an agency costs more than it brings. */
  minAmount: bigint;
}>;

/** The policy of one customer segment in one currency; amounts in its smallest booked unit. */
export type DunningPolicy = Readonly<{
  levels: readonly DunningLevel[];
  placement: PlacementRule | undefined;
  /** Days that money sent on the due date needs to reach us. */
  transitDays: number;
  /** Rests up to this are not worth a letter: a bank fee, a rounding. */
  smallRest: bigint;
  /** What a customer must owe overdue, over all invoices in the currency, before letters go out. */
  customerMinimum: bigint;
  /** Days between two notices to one customer, whatever they are about. */
  customerMinDays: number;
  /** Bank data older than this say nothing about who has paid; undefined switches the gate off. */
  bankDataMaxAgeDays: number | undefined;
}>;

/** Levels beyond this are no reminders any more. */
const LEVELS_MAX = 9;

/** A policy that was configured wrongly must not send letters. Asserts what the rules rely on. */
export function assertDunningPolicy({ levels, transitDays, smallRest }: DunningPolicy): void {
  assert(levels.length <= LEVELS_MAX, `a policy has at most ${LEVELS_MAX} levels`);
  assert(
    levels.every(({ level }, index) => level === index + 1),
    'levels are numbered 1, 2, 3 without a gap',
  );
  assert(
    levels.every(({ daysPastDue }, index) => daysPastDue >= (levels[index - 1]?.daysPastDue ?? 0)),
    'a later level is never due before an earlier one',
  );
  assert(transitDays >= 0 && smallRest >= 0n, 'transit days and small rests are not negative');
}
