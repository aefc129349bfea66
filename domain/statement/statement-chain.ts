import { groupBy } from '../group-by.js';

/** The facts of a statement that decide how it relates to others. Days are ISO, balances booked units. */
export type StatementPart = Readonly<{
  id: string;
  fileId: string;
  /** Source format: `camt.053`, `mt940`, `csv:…`. Two formats describe the same booking differently. */
  format: string;
  number: string | undefined;
  from: string | undefined;
  to: string | undefined;
  opening: bigint | undefined;
  closing: bigint | undefined;
}>;

/**
 * How two statements of one account relate. `apart`: they share no booking. `over`: they overlap, so that equal lines
 * are the same booking. `other-witness`: they cover the same days in different formats. `open`: unknown.
 */
export type PartRelation = 'apart' | 'over' | 'other-witness' | 'open';

/** Reports and notices are not links in the chain of statements. */
const BESIDE_STATEMENTS: readonly string[] = ['camt.052', 'camt.054', 'mt942', 'bai2-interim'];

/**
 * Determines how statements relate. Opening and closing balances chain them: a statement that opens where another
 * closed, directly or through others, cannot repeat its lines. When both open alike, or the chain runs both ways (a day
 * that ends where it began, sent again), the chain decides nothing. `parts` are all statements of the account around
 * those days.
 */
export function createPartRelations(
  parts: readonly StatementPart[],
): (one: StatementPart, other: StatementPart) => PartRelation {
  const balanced = parts.filter(hasBalances);
  const followersOf = createReach(groupBy(balanced, openingKey), {
    leave: closingKey,
    isOnTheWay: (next, start) => isNotEarlier(next, start),
  });
  const forerunnersOf = createReach(groupBy(balanced, closingKey), {
    leave: openingKey,
    isOnTheWay: (before, start) => isNotEarlier(start, before),
  });
  const places = placesInChains(parts);
  return (one, other) => {
    if (one.id === other.id) return 'apart';
    const [place, otherPlace] = [places.get(one.id), places.get(other.id)];
    if (place !== undefined && place === otherPlace) return 'apart';
    const isBefore = followersOf(one).has(other.id);
    const isAfter = forerunnersOf(one).has(other.id);
    const isChained = isBefore !== isAfter && one.opening !== other.opening;
    if (isChained) return 'apart';
    if (one.format !== other.format) return 'other-witness';
    if (one.number !== undefined && one.number === other.number) return 'over';
    return isBefore || isAfter ? 'open' : withoutChain(one, other);
  };
}

/**
 * Statements that follow each other without another that opens or closes alike: the usual chain of an account, in which
 * all lie apart. Answers which chain each is in.
 */
function placesInChains(parts: readonly StatementPart[]): ReadonlyMap<string, number> {
  const balanced = parts.filter(hasBalances);
  const byOpening = groupBy(balanced, openingKey);
  const byClosing = groupBy(balanced, closingKey);
  const onlyOne = (some: readonly StatementPart[] | undefined): StatementPart | undefined =>
    some?.length === 1 ? some[0] : undefined;
  const onlyNext = (part: StatementPart): StatementPart | undefined => {
    const next = onlyOne(byOpening.get(closingKey(part)));
    if (next === undefined || onlyOne(byClosing.get(openingKey(next))) !== part) return undefined;
    return isNotEarlier(next, part) ? next : undefined;
  };
  const places = new Map<string, number>();
  for (const [index, start] of balanced.entries()) {
    let part: StatementPart | undefined = start;
    while (part !== undefined && !places.has(part.id)) {
      places.set(part.id, index);
      part = onlyNext(part);
    }
  }
  return places;
}

function withoutChain(one: StatementPart, other: StatementPart): PartRelation {
  const isBalanced = hasBalances(one) && hasBalances(other);
  if (!isBalanced) return one.fileId === other.fileId ? 'apart' : 'open';
  const sharesEnd = one.opening === other.opening || one.closing === other.closing;
  const sharesDays = one.from === other.from && one.to === other.to;
  return sharesEnd || !sharesDays ? 'over' : 'open';
}

function hasBalances({ opening, closing }: StatementPart): boolean {
  return opening !== undefined && closing !== undefined;
}

type Reach = (start: StatementPart) => ReadonlySet<string>;

type Way = Readonly<{
  /** The balance by which a statement is left on this way. */
  leave: (part: StatementPart) => string;
  isOnTheWay: (part: StatementPart, start: StatementPart) => boolean;
}>;

/** Statements kept in memory as reached; above it they are looked for anew. */
const REACHED_MAX = 500_000;

/**
 * The statements that follow one, or go before it, directly or through others; each balance is visited once. Statements
 * with the same days and the same balance to leave by reach the same statements.
 */
function createReach(meeting: ReadonlyMap<string, readonly StatementPart[]>, way: Way): Reach {
  const known = new Map<string, ReadonlySet<string>>();
  let size = 0;
  return (start) => {
    const key = `${way.leave(start)} ${start.from} ${start.to} ${hasBalances(start)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reached = reachFrom(start, meeting, way);
    size += reached.size;
    if (size > REACHED_MAX) {
      known.clear();
      size = reached.size;
    }
    known.set(key, reached);
    return reached;
  };
}

function reachFrom(
  start: StatementPart,
  meeting: ReadonlyMap<string, readonly StatementPart[]>,
  { leave, isOnTheWay }: Way,
): ReadonlySet<string> {
  const reached = new Set<string>();
  if (!hasBalances(start)) return reached;
  const passed = new Set([leave(start)]);
  for (const balance of passed) {
    for (const part of meeting.get(balance) ?? []) {
      if (!isOnTheWay(part, start)) continue;
      reached.add(part.id);
      passed.add(leave(part));
    }
  }
  return reached;
}

function openingKey(part: StatementPart): string {
  return `${kindOf(part)} ${part.opening}`;
}

function closingKey(part: StatementPart): string {
  return `${kindOf(part)} ${part.closing}`;
}

function kindOf({ format }: StatementPart): string {
  return BESIDE_STATEMENTS.includes(format) ? format : 'statement';
}

/** A statement that began or ended earlier cannot follow; pages of one month may all have its days. */
function isNotEarlier(next: StatementPart, part: StatementPart): boolean {
  const begins = next.from === undefined || part.from === undefined || next.from >= part.from;
  const ends = next.to === undefined || part.to === undefined || next.to >= part.to;
  return begins && ends;
}
