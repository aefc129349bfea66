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

/** What the rules rely on and a policy does not keep: the place in the policy and a sentence. */
export type PolicyFault = Readonly<{ param: string; detail: string }>;

/** The first thing that the rules rely on and these levels do not keep. */
export function faultOfLevels(
  levels: readonly Pick<DunningLevel, 'level' | 'daysPastDue'>[],
): PolicyFault | undefined {
  if (levels.length > LEVELS_MAX) {
    return { param: 'levels', detail: `A policy has at most ${LEVELS_MAX} levels.` };
  }
  const gap = levels.findIndex(({ level }, index) => level !== index + 1);
  if (gap >= 0) {
    return { param: `levels[${gap}]`, detail: 'The levels are numbered 1, 2, 3 without a gap.' };
  }
  const early = levels.findIndex(
    ({ daysPastDue }, index) => daysPastDue < (levels[index - 1]?.daysPastDue ?? 0),
  );
  if (early < 0) return undefined;
  const detail = 'A later level is never due before an earlier one.';
  return { param: `levels[${early}].daysPastDue`, detail };
}

/** Asserts what the rules rely on, so that a wrongly configured policy sends no letters. */
export function assertDunningPolicy({ levels, transitDays, smallRest }: DunningPolicy): void {
  const fault = faultOfLevels(levels);
  assert(fault === undefined, fault?.detail ?? '');
  assert(transitDays >= 0 && smallRest >= 0n, 'transit days and small rests are not negative');
}
