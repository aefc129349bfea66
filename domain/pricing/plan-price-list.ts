import { Refusal } from '../refusal.js';
import {
  isSameScope,
  overlap,
  type HeldList,
  type ListScope,
  type ListTerm,
  type Period,
} from './price-list.js';

export type PlannedTerm = ListScope & Period;

type Known = Readonly<{
  /** The terms of the list until now; undefined for a new one. */
  before: ListTerm | undefined;
  /** The other lists, by their newest terms. */
  others: readonly HeldList[];
  nowMs: number;
}>;

/** Fields that do not change once a list has begun: tills sold by them. */
const FIXED = ['segment', 'storeGroup', 'channel'] as const;

/**
 * Why a list cannot hold as it is planned; undefined when it can. Codes: `PRICE_IN_PAST`, `PRICE_LIST_PERIOD_INVALID`,
 * `PRICE_LIST_HAS_BEGUN`, `PRICE_LIST_OVER`, `PRICE_LIST_OVERLAPS`
 */
export function whyNotPlanned(
  planned: PlannedTerm,
  { before, others, nowMs }: Known,
): Refusal | undefined {
  if (before !== undefined && isOver(before, nowMs)) return over();
  const hasBegun = before !== undefined && before.fromMs <= nowMs;
  const fault = hasBegun
    ? whyNotChanged(planned, before)
    : planned.fromMs < nowMs && inPast('validFrom');
  if (fault) return fault;
  if (planned.untilMs !== undefined && planned.untilMs < nowMs) return inPast('validUntil');
  if (planned.untilMs !== undefined && planned.untilMs <= planned.fromMs) {
    const detail = 'A list ends after it begins.';
    return new Refusal({ code: 'PRICE_LIST_PERIOD_INVALID', param: 'validUntil', detail });
  }
  const other = others.find(({ term }) => isSameScope(term, planned) && overlap(term, planned));
  if (other === undefined) return undefined;
  const detail = `List ${other.code} is for the same stores, channel and segment at that time: end it before, or choose another time.`;
  return new Refusal({ code: 'PRICE_LIST_OVERLAPS', param: 'validFrom', detail });
}

/**
 * The terms of a list that ends at a moment; before its beginning it never holds. Refuses with `PRICE_IN_PAST`,
 * `PRICE_LIST_OVER`, `PRICE_LIST_PERIOD_INVALID`.
 *
 * @throws Refusal
 */
export function endedTerm(
  term: ListTerm,
  { atMs, nowMs }: Readonly<{ atMs: number; nowMs: number }>,
): PlannedTerm {
  if (isOver(term, nowMs)) throw over();
  if (atMs < nowMs) throw inPast('at');
  if (term.untilMs !== undefined && atMs > term.untilMs) {
    const detail = 'The list ends before: change it when it shall hold longer.';
    throw new Refusal({ code: 'PRICE_LIST_PERIOD_INVALID', param: 'at', detail });
  }
  return { ...term, untilMs: Math.max(atMs, term.fromMs) };
}

/** It holds no longer, or never will. */
export function isOver({ fromMs, untilMs }: Period, nowMs: number): boolean {
  return untilMs !== undefined && (untilMs <= nowMs || untilMs <= fromMs);
}

function whyNotChanged(planned: PlannedTerm, before: ListTerm): Refusal | undefined {
  const scope = FIXED.find((field) => planned[field] !== before[field]);
  const param = scope ?? (planned.fromMs === before.fromMs ? undefined : 'validFrom');
  if (param === undefined) return undefined;
  const detail = 'The list holds already: end it, and begin another one.';
  return new Refusal({ code: 'PRICE_LIST_HAS_BEGUN', param, detail });
}

function over(): Refusal {
  const detail = 'The list has ended: begin another one.';
  return new Refusal({ code: 'PRICE_LIST_OVER', param: 'priceListId', detail });
}

function inPast(param: string): Refusal {
  const detail = 'What was sold until now keeps its price: name a moment to come.';
  return new Refusal({ code: 'PRICE_IN_PAST', param, detail });
}
