import { Refusal } from '../../../domain/refusal.js';
import type { PriceBook, Till } from './capture-catalogue.js';
import type { CaptureSources } from './capture-sources.js';

/** Limits where a caller may sell: a terminal at itself, staff in their store. */
export type Seller = Readonly<{ terminalId?: string | undefined; storeId?: string | undefined }>;

type Place = Readonly<{ terminalId: string; storeId: string }>;

/** Whether a till, or a sale made at it, belongs to the seller. */
export function isOwn({ terminalId, storeId }: Seller, place: Place): boolean {
  const atOwnTill = terminalId === undefined || terminalId === place.terminalId;
  return atOwnTill && (storeId === undefined || storeId === place.storeId);
}

/** What is tried out is tried out at its own till: nobody books a sale there by mistake. */
function isTriedOut({ terminalId }: Seller, till: Till): boolean {
  return !till.isSandbox || terminalId === till.terminalId;
}

/**
 * The till that a sale names by id or code.
 *
 * @throws Refusal `TERMINAL_UNKNOWN` when there is none, and also when it is another seller's.
 */
export async function findTill(
  sources: CaptureSources,
  { reference, seller }: Readonly<{ reference: string; seller: Seller }>,
): Promise<Till> {
  const find = (book: PriceBook) => book.till(reference);
  const till = find(await sources.priceBook()) ?? find(await sources.freshPriceBook());
  if (till !== undefined && isOwn(seller, till) && isTriedOut(seller, till)) return till;
  throw new Refusal({
    code: 'TERMINAL_UNKNOWN',
    param: 'terminal',
    detail: 'There is no such terminal for you.',
  });
}
