/** An item of a chain of replacements: the proposed one first, then what is sold instead of it, and so on. */
export type Successor = Readonly<{ id: string; active: boolean }>;

export type Replacement = Readonly<{ kind: 'fits' | 'circle' | 'withdrawn' }>;

/**
 * Whether an item may be replaced by the first of a chain: not when the chain comes back to the item, and not when
 * nothing in the chain is sold.
 */
export function judgeReplacement(itemId: string, chain: readonly Successor[]): Replacement {
  if (chain.some(({ id }) => id === itemId)) return { kind: 'circle' };
  return { kind: chain.some(({ active }) => active) ? 'fits' : 'withdrawn' };
}
