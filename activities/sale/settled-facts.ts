/** What is true of a sale for ever once it is true. False means only that the books must be asked. */
export type SettledFacts = Readonly<{
  /** The goods have left: no later document takes that back, it adds to it. */
  isDelivered: boolean;
  /** Nothing went on account; a sale is immutable. */
  isPaidAtTheTill: boolean;
}>;

export type SettledFactsMemory = Readonly<{
  note: (saleId: string, facts: SettledFacts) => void;
  of: (saleId: string) => SettledFacts | undefined;
}>;

/** More sales than are followed at once by one worker; who is forgotten is read again. */
const SALES_MAX = 1_000;

/**
 * Remembers for a moment what one step of a sale has read and can never change, so that the steps that follow it
 * within milliseconds, in the same worker, need not ask the books for it once more. Losing it costs a round trip.
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
