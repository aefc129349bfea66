import type { Database } from '../../../prisma/database.js';
import type { PriceBook } from './capture-catalogue.js';
import { readPriceBook } from './price-book.js';

export type SoldTo = Readonly<{
  id: string;
  number: string;
  name: string;
  language: string;
  active: boolean;
  termsDays: number;
  instalments: number;
}>;

/** Data that capture looks up, cached in memory for a few seconds. */
export type CaptureSources = Readonly<{
  priceBook: () => Promise<PriceBook>;
  /** Checks for changes first; used when something was not found. */
  freshPriceBook: () => Promise<PriceBook>;
  /** By id or number, active or not. */
  customer: (reference: string) => Promise<SoldTo | undefined>;
}>;

/** How long a new price may go unnoticed; tills learn of it no faster. */
const LOOK_AGAIN_AFTER_MS = 2_000;
/** Changes that the cheap check does not see (a name, a tax rule) are read after this time at the latest. */
const READ_ALL_AFTER_MS = 60_000;
const CUSTOMER_FOR_MS = 30_000;
/** About 10 MB; the oldest entry is dropped first. */
const CUSTOMERS_MAX = 50_000;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export function createCaptureSources(
  { prisma }: Pick<Database, 'prisma'>,
  realTimeMs: () => number = Date.now,
): CaptureSources {
  return {
    ...createBookKeeper(prisma, realTimeMs),
    customer: createCustomerLookup(prisma, realTimeMs),
  };
}

type Held = Readonly<{ book: PriceBook; mark: string; readAtMs: number }>;

function createBookKeeper(prisma: Database['prisma'], realTimeMs: () => number) {
  let held: Held | undefined;
  let lookedAtMs = 0;

  const readAll = async (mark: string): Promise<Held> => {
    held = { book: await readPriceBook(prisma), mark, readAtMs: realTimeMs() };
    return held;
  };
  /** Concurrent callers share one query. */
  const look = once(async (): Promise<Held> => {
    lookedAtMs = realTimeMs();
    const mark = await markOf(prisma);
    const old = held === undefined || lookedAtMs - held.readAtMs > READ_ALL_AFTER_MS;
    return held === undefined || old || mark !== held.mark ? readAll(mark) : held;
  });
  return {
    priceBook: async () => {
      if (held === undefined) return (await look()).book;
      // Refreshes in the background; this sale is priced with the cached data.
      if (realTimeMs() - lookedAtMs > LOOK_AGAIN_AFTER_MS) look().catch(() => {});
      return held.book;
    },
    freshPriceBook: async () => (await look()).book,
  };
}

/** Calls during a running call get its answer. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | undefined;
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

/** Changes when a price list or an item is added or removed, and with every till, store and tender limit. */
async function markOf(prisma: Database['prisma']): Promise<string> {
  const [row] = await prisma.$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(' ', (SELECT max(version) FROM catalogue_version), (SELECT count(*) FROM price),
      (SELECT count(*) FROM item WHERE active), (SELECT count(*) FROM item_barcode WHERE removed_at IS NULL),
      (SELECT md5(string_agg(concat_ws(':', t.id, t.location_id), ' ' ORDER BY t.id)) FROM terminal t WHERE t.active),
      (SELECT md5(string_agg(s::text, ' ' ORDER BY s.id)) FROM store s), (SELECT md5(string_agg(x::text, ' ' ORDER BY x.id)) FROM tax_rule x),
      (SELECT string_agg(concat_ws(':', type, per_sale_limit_amount, per_sale_limit_currency), ' ' ORDER BY type)
        FROM tender_rule)) AS mark`;
  return row?.mark ?? '';
}

function createCustomerLookup(prisma: Database['prisma'], realTimeMs: () => number) {
  const known = new Map<string, Readonly<{ customer: SoldTo; readAtMs: number }>>();
  return async (reference: string): Promise<SoldTo | undefined> => {
    const entry = known.get(reference);
    if (entry !== undefined && realTimeMs() - entry.readAtMs < CUSTOMER_FOR_MS)
      return entry.customer;
    const key = reference.toLowerCase();
    const customer = await prisma.customer.findUnique({
      where: UUID.test(key) ? { id: key } : { number: reference },
      select: {
        id: true,
        number: true,
        name: true,
        language: true,
        active: true,
        termsDays: true,
        instalments: true,
      },
    });
    known.delete(reference);
    if (customer === null) return undefined;
    known.set(reference, { customer, readAtMs: realTimeMs() });
    if (known.size > CUSTOMERS_MAX) known.delete(known.keys().next().value ?? reference);
    return customer;
  };
}
