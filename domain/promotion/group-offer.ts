import { allocateByLargestRemainder } from '../money/allocate.js';
import { sumAmounts } from '../money/money.js';
import { multiplyRational, rational } from '../money/rational.js';
import { MILLI_PER_UNIT } from '../quantity/quantity.js';
import type { GroupOffer, PromotedLine } from './promotion.js';

/** A line of which a group takes pieces, and what it gets off. */
export type GroupShare = Readonly<{ line: number; amount: bigint }>;

export type PlacedLine = Readonly<{ line: number; of: PromotedLine }>;

/** `start` is the place of its first piece when the dearest pieces come first. */
type Run = Readonly<{ line: number; net: bigint; pieces: bigint; start: bigint }>;

/**
 * What a group offer gives on lines of its goods: one share for each line that takes part, also where it is zero. The
 * dearest pieces make the first groups, which is best for the customer. Goods in parts of a piece take no part.
 */
export function groupShares(
  offer: GroupOffer,
  lines: readonly PlacedLine[],
): readonly GroupShare[] {
  const runs = runsOf(lines);
  return offer.kind === 'buyGet' ? freePieces(offer, runs) : sharesOfSets(offer, runs);
}

function runsOf(lines: readonly PlacedLine[]): readonly Run[] {
  let start = 0n;
  return lines
    .filter(({ of }) => of.net > 0n && of.quantityMilli % MILLI_PER_UNIT === 0n)
    .map(({ line, of }) => ({ line, net: of.net, pieces: of.quantityMilli / MILLI_PER_UNIT }))
    .toSorted(byDearest)
    .map((run) => {
      const placed = { ...run, start };
      start += run.pieces;
      return placed;
    });
}

type Unplaced = Omit<Run, 'start'>;

function byDearest(a: Unplaced, b: Unplaced): number {
  const difference = b.net * a.pieces - a.net * b.pieces;
  if (difference === 0n) return a.line - b.line;
  return difference > 0n ? 1 : -1;
}

function freePieces(
  { buy, get }: Extract<GroupOffer, { kind: 'buyGet' }>,
  runs: readonly Run[],
): readonly GroupShare[] {
  const size = buy + get;
  const grouped = wholeGroups(runs, size) * size;
  const freeBefore = (place: bigint): bigint => {
    const rest = place % size;
    return (place / size) * get + (rest > buy ? rest - buy : 0n);
  };
  return runs.flatMap((run) => {
    const until = least(run.start + run.pieces, grouped);
    if (run.start >= until) return [];
    const free = freeBefore(until) - freeBefore(run.start);
    return [{ line: run.line, amount: partOf(run, free) }];
  });
}

function sharesOfSets(
  { pieces, price }: Extract<GroupOffer, { kind: 'mixAndMatch' }>,
  runs: readonly Run[],
): readonly GroupShare[] {
  const sets = dearSets(runs, { pieces, price });
  const taken = runs.filter(({ start }) => start < sets * pieces);
  const values = taken.map((run) => partOf(run, takenOf(run, sets * pieces)));
  const discount = sumAmounts(values) - sets * price;
  if (discount <= 0n) return [];
  const shares = allocateByLargestRemainder(discount, values);
  return taken.map(({ line }, index) => ({ line, amount: shares[index] ?? 0n }));
}

/** How many sets cost more than their price. Each costs at most what the one before it does. */
function dearSets(
  runs: readonly Run[],
  { pieces, price }: Readonly<{ pieces: bigint; price: bigint }>,
): bigint {
  const costUntil = (place: bigint): bigint =>
    sumAmounts(runs.map((run) => partOf(run, takenOf(run, place))));
  let low = 0n;
  let high = wholeGroups(runs, pieces);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    const cost = costUntil(middle * pieces) - costUntil((middle - 1n) * pieces);
    if (cost > price) low = middle;
    else high = middle - 1n;
  }
  return low;
}

function wholeGroups(runs: readonly Run[], size: bigint): bigint {
  return sumAmounts(runs.map(({ pieces }) => pieces)) / size;
}

function takenOf({ start, pieces }: Run, until: bigint): bigint {
  return start >= until ? 0n : least(pieces, until - start);
}

/** What some pieces of a line cost, rounded half up. */
function partOf({ net, pieces }: Run, some: bigint): bigint {
  return multiplyRational(net, rational(some, pieces), 'half-up');
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
