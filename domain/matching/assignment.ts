import { groupBy } from '../group-by.js';
import type { Allocation } from './matching.js';

/** One way to read a payment: what it takes of which items, and how likely that is (decibans). */
export type Choice = Readonly<{ allocations: readonly Allocation[]; score: number }>;

/** A payment that asks for items, with its readings, the likeliest first. */
export type Claim = Readonly<{ id: string; choices: readonly Choice[] }>;

export type Assigned = Readonly<{
  /** The place of the reading among the choices; undefined when the payment gets none of them. */
  choice: number | undefined;
  /** How much worse all claims together come out when this payment does not get this reading. */
  margin: number;
  /** False when there were too many ways to try all: then the margin proves nothing. */
  isProved: boolean;
}>;

/** Eight payments of three readings each have 65,536 ways; most are cut off early. */
const STEPS_MAX = 20_000;

/**
 * Gives items to payments so that the readings that all of them get are together as likely as can be, and nothing is
 * given twice. Payments that ask for no common item do not disturb each other: each connected part is settled by itself.
 * "None of its readings" always competes, with a score of nothing. `openOf` tells what is open on an item. The same
 * claims, in any order, give the same answer.
 */
export function assign(
  claims: readonly Claim[],
  openOf: (openItemId: string) => bigint,
): ReadonlyMap<string, Assigned> {
  const answer = new Map<string, Assigned>();
  const sorted = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const part of connectedParts(sorted)) {
    const best = search(part, openOf, undefined);
    for (const [place, { id }] of part.entries()) {
      const choice = best.picks[place];
      if (choice === undefined || !best.isProved) {
        answer.set(id, { choice, margin: 0, isProved: best.isProved });
        continue;
      }
      const other = search(part, openOf, { place, choice });
      answer.set(id, { choice, margin: best.total - other.total, isProved: other.isProved });
    }
  }
  return answer;
}

type Found = Readonly<{
  picks: readonly (number | undefined)[];
  total: number;
  isProved: boolean;
}>;

/** A reading that is left out, to see what it is worth. */
type Forbidden = Readonly<{ place: number; choice: number }>;

/** Branch and bound, the likeliest reading of each payment first; the first of equally good ways stays. */
function search(
  part: readonly Claim[],
  openOf: (openItemId: string) => bigint,
  forbidden: Forbidden | undefined,
): Found {
  const used = new Map<string, bigint>();
  const bounds = boundsOf(part);
  const picks: (number | undefined)[] = [];
  let best: Found = { picks: [], total: -1, isProved: true };
  let steps = 0;
  const visit = (place: number, total: number): void => {
    steps += 1;
    if (steps > STEPS_MAX || total + (bounds[place] ?? 0) <= best.total) return;
    const claim = part[place];
    if (claim === undefined) {
      best = { picks: [...picks], total, isProved: true };
      return;
    }
    for (const [at, { allocations, score }] of claim.choices.entries()) {
      if (score <= 0 || (forbidden?.place === place && forbidden.choice === at)) continue;
      if (!take(used, allocations, openOf)) continue;
      picks[place] = at;
      visit(place + 1, total + score);
      release(used, allocations);
    }
    picks[place] = undefined;
    visit(place + 1, total);
  };
  visit(0, 0);
  return { ...best, isProved: steps <= STEPS_MAX };
}

/** What the payments from a place on can bring at most. */
function boundsOf(part: readonly Claim[]): readonly number[] {
  const bounds: number[] = [];
  let sum = 0;
  for (const { choices } of part.toReversed()) {
    sum += Math.max(0, ...choices.map(({ score }) => score));
    bounds.unshift(sum);
  }
  return bounds;
}

/** Takes all of the allocations, or none when one of the items has not enough left. */
function take(
  used: Map<string, bigint>,
  allocations: readonly Allocation[],
  openOf: (openItemId: string) => bigint,
): boolean {
  const fits = allocations.every(
    ({ openItemId, amount }) => (used.get(openItemId) ?? 0n) + amount <= openOf(openItemId),
  );
  if (!fits) return false;
  for (const { openItemId, amount } of allocations) {
    used.set(openItemId, (used.get(openItemId) ?? 0n) + amount);
  }
  return true;
}

function release(used: Map<string, bigint>, allocations: readonly Allocation[]): void {
  for (const { openItemId, amount } of allocations) {
    used.set(openItemId, (used.get(openItemId) ?? 0n) - amount);
  }
}

/** Payments that ask for a common item, directly or over others, belong together. */
function connectedParts(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const leaderOf = new Map<string, string>();
  const leader = (key: string): string => {
    let top = key;
    for (let up = leaderOf.get(top); up !== undefined; up = leaderOf.get(top)) top = up;
    return top;
  };
  for (const { id, choices } of claims) {
    for (const { openItemId } of choices.flatMap(({ allocations }) => allocations)) {
      const [own, other] = [leader(`payment ${id}`), leader(`item ${openItemId}`)];
      if (own !== other) leaderOf.set(other, own);
    }
  }
  return [...groupBy(claims, ({ id }) => leader(`payment ${id}`)).values()];
}
