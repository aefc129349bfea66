import { assert } from '../assert.js';

/**
 * One step of the reminder process. `daysPastDue` counts from the due date of the debt, not from the last letter;
 * `minDaysSinceLast` prevents three letters on three days for a debt that was found late. The fee, when there is one,
 * becomes a receivable of its own, once per invoice and level.
 */
export type DunningLevel = Readonly<{
  level: number;
  daysPastDue: number;
  minDaysSinceLast: number;
  feeAmount: bigint | undefined;
  template: string;
}>;

/** When a debt goes to an agency after its last level. */
export type PlacementRule = Readonly<{
  daysPastDue: number;
  minDaysSinceLast: number;
  /** Below this amount an agency costs more than it collects. */
  minAmount: bigint;
}>;

/**
 * The policy of one customer segment in one currency; amounts in its smallest booked unit. Which one holds for a debt is
 * chosen in prisma/functions/dunning/choose_dunning_policy.sql; without one (activities/dunning/dunning-policy-of.ts)
 * there are no letters and no agency, and a person decides.
 */
export type DunningPolicy = Readonly<{
  levels: readonly DunningLevel[];
  placement: PlacementRule | undefined;
  /** Days that money sent on the due date needs to reach us. */
  transitDays: number;
  /** Open amounts up to this get no letter: they are bank fees or roundings. */
  smallRest: bigint;
  /** Bank fees of transfers: a debt short by exactly one of these counts as paid. */
  knownFees: readonly bigint[];
  /**
   * Minimum overdue amount of a customer, over all invoices in the currency, before letters go out.
   */
  customerMinimum: bigint;
  /** Minimum days between any two notices to one customer. */
  customerMinDays: number;
  /**
   * No letters while bank data are older than this, since the debt may have been paid; undefined
   * switches the check off.
   */
  bankDataMaxAgeDays: number | undefined;
}>;

/** The most levels that a policy may have. */
const LEVELS_MAX = 9;

/** Asserts what the rules rely on, so that a wrongly configured policy sends no letters. */
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
