import { exactToDecimal } from '../statement/file-amount.js';
import type { Difference, ExactAmount } from '../statement/statement.js';

/** `what` of a row whose balance is not the one before it and its amount. */
export const RUNNING_BALANCE = 'running-balance';

type Step = Readonly<{ amount: ExactAmount; balance: ExactAmount }>;

/** Where the balances of the rows do not follow each other, when rows are read downwards, and upwards. */
type Breaks = { count: number; readonly listed: Difference[] };

/** What is known of the balances behind the rows; rows come one after the other. */
export type RunningBalances = {
  first: Step | undefined;
  last: Step | undefined;
  /** Undefined behind a row that could not be read. */
  before: Step | undefined;
  pairs: number;
  readonly downwards: Breaks;
  readonly upwards: Breaks;
};

/** The first of them show what is wrong. */
const LISTED_MAX = 100;

/** Nothing is known before the first row. */
export function newRunningBalances(): RunningBalances {
  const none = (): Breaks => ({ count: 0, listed: [] });
  return {
    first: undefined,
    last: undefined,
    before: undefined,
    pairs: 0,
    downwards: none(),
    upwards: none(),
  };
}

/** Takes the next row; without amount or balance nothing can be said of it and the next one. */
export function takeBalance(running: RunningBalances, step: Step | undefined, place: string): void {
  const { before } = running;
  running.before = step;
  if (step === undefined) return;
  running.first ??= step;
  running.last = step;
  if (before === undefined) return;
  running.pairs += 1;
  note(running.downwards, { place, stated: step.balance, found: before.balance + step.amount });
  note(running.upwards, { place, stated: before.balance, found: step.balance + before.amount });
}

type Checked = Readonly<{ place: string; stated: ExactAmount; found: ExactAmount }>;

function note(breaks: Breaks, { place, stated, found }: Checked): void {
  if (stated === found) return;
  breaks.count += 1;
  if (breaks.listed.length >= LISTED_MAX) return;
  const what = RUNNING_BALANCE;
  const [as, sum] = [exactToDecimal(stated), exactToDecimal(found)];
  breaks.listed.push({ place, what, stated: as, found: sum });
}

export type FoundBalances = Readonly<{
  opening: ExactAmount | undefined;
  closing: ExactAmount | undefined;
  differences: readonly Difference[];
}>;

/**
 * Opening and closing balance by the balances behind the rows, which stand in the order of the bookings or the latest first.
 * Where most rows fit neither way, the column is no running balance, and nothing is said.
 */
export function balancesOf(running: RunningBalances): FoundBalances {
  const { first, last, pairs, downwards, upwards } = running;
  const isUpwards = upwards.count < downwards.count;
  const { count, listed } = isUpwards ? upwards : downwards;
  if (first === undefined || last === undefined || count * 2 > pairs) {
    return { opening: undefined, closing: undefined, differences: [] };
  }
  const [oldest, latest] = isUpwards ? [last, first] : [first, last];
  return {
    opening: oldest.balance - oldest.amount,
    closing: latest.balance,
    differences: listed,
  };
}
