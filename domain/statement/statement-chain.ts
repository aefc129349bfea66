import { groupBy } from '../group-by.js';

/** The facts of a statement that decide how it relates to others. Days are ISO, balances booked units. */
export type StatementPart = Readonly<{
  id: string;
  fileId: string;
  /** Source format: `camt.053`, `camt.054`, `csv:…`. Two formats describe the same booking differently. */
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
const BESIDE_STATEMENTS: readonly string[] = ['camt.052', 'camt.054'];

/**
 * Determines how statements relate. Opening and closing balances chain them: a statement that opens where another
 * closed, directly or through others, cannot repeat its lines. When both open alike, or the chain runs both ways (a day
 * that ends where it began, sent again), the chain decides nothing. `parts` are all statements of the account around
 * those days.
 */
export function createPartRelations(
  parts: readonly StatementPart[],
): (one: StatementPart, other: StatementPart) => PartRelation {
  const reachableFrom = createReach(parts);
  return (one, other) => {
    if (one.id === other.id) return 'apart';
    const isBefore = reachableFrom(one).has(other.id);
    const isAfter = reachableFrom(other).has(one.id);
    const isChained = isBefore !== isAfter && one.opening !== other.opening;
    if (isChained) return 'apart';
    if (one.format !== other.format) return 'other-witness';
    if (one.number !== undefined && one.number === other.number) return 'over';
    return isBefore || isAfter ? 'open' : withoutChain(one, other);
  };
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

/** The statements that follow one, directly or through others; each balance is visited once. */
function createReach(parts: readonly StatementPart[]): Reach {
  const byOpening = groupBy(parts.filter(hasBalances), openingKey);
  const known = new Map<string, ReadonlySet<string>>();
  return (start) => {
    const reached = known.get(start.id) ?? reachFrom(start, byOpening);
    known.set(start.id, reached);
    return reached;
  };
}

function reachFrom(
  start: StatementPart,
  byOpening: ReadonlyMap<string, readonly StatementPart[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  if (!hasBalances(start)) return reached;
  const passed = new Set([closingKey(start)]);
  for (const balance of passed) {
    for (const next of byOpening.get(balance) ?? []) {
      if (next.id === start.id || !isNotEarlier(next, start)) continue;
      reached.add(next.id);
      passed.add(closingKey(next));
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
