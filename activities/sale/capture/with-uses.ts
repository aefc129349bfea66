import { Refusal } from '../../../domain/refusal.js';
import type { PricedSale } from '../../../domain/pricing/priced-sale.js';
import { unused, type UsesOf } from '../promotion/promotion-uses.js';

type Prepared = Readonly<{ priced: PricedSale }>;

/** What a till and the books disagree about when a promotion has been given as often as it may. */
const MAY_BE_USED_UP = new Set(['PROMOTION_MISMATCH', 'TENDERS_DO_NOT_ADD_UP']);

/**
 * Prices a sale as if no limit of a promotion were reached; the books count under a lock when they take it. A sale that
 * does not fit is priced again by what has been given so far: most cost no question to the books.
 */
export async function withUses<Result extends Prepared>(
  price: (usesOf: UsesOf) => Promise<Result>,
  readUses: () => Promise<UsesOf | undefined>,
): Promise<Result> {
  const first = await attempt(() => price(unused));
  if (!first.mayBeUsedUp) return first.read();
  const usesOf = await readUses();
  return usesOf === undefined ? first.read() : price(usesOf);
}

async function attempt<Result extends Prepared>(price: () => Promise<Result>) {
  try {
    const result = await price();
    const { exceptions } = result.priced;
    const mayBeUsedUp = exceptions.some(({ code }) => MAY_BE_USED_UP.has(code));
    return { mayBeUsedUp, read: () => result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const read = (): never => {
      throw error;
    };
    return { mayBeUsedUp: MAY_BE_USED_UP.has(error.code), read };
  }
}
