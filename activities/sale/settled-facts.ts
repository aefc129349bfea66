/** Facts about a sale that never change once true. False only means that the books must be read. */
export type SettledFacts = Readonly<{
  /** The goods have left; later documents do not change that. */
  isDelivered: boolean;
  /** Nothing is on account; a sale is immutable. */
  isPaidAtTheTill: boolean;
}>;

export type SettledFactsMemory = Readonly<{
  note: (saleId: string, facts: SettledFacts) => void;
  of: (saleId: string) => SettledFacts | undefined;
}>;

/** More sales than one worker handles at once; a forgotten one is read again. */
const SALES_MAX = 1_000;

/**
 * Caches unchangeable facts that one step of a sale has read, so that the next steps in the same worker, milliseconds
 * later, need not read them again. Losing an entry costs a round trip.
 */
export function rememberSettledFacts(): SettledFactsMemory {
  const known = new Map<string, SettledFacts>();
  return {
    note: (saleId, facts) => {
      known.set(saleId, facts);
      const [oldest] = known.keys();
      if (known.size > SALES_MAX && oldest !== undefined) known.delete(oldest);
    },
    of: (saleId) => known.get(saleId),
  };
}
