import type { Database } from '../../../prisma/database.js';
import type { PriceBook } from './capture-catalogue.js';
import { readPriceBook, type ReadPriceBook } from './price-book.js';

export type SoldTo = Readonly<{
  id: string;
  number: string;
  name: string;
  language: string;
  segment: string;
  active: boolean;
  termsDays: number;
  instalments: number;
}>;

/** Data that capture looks up, cached in memory for a few seconds. */
export type CaptureSources = Readonly<{
  priceBook: () => Promise<PriceBook>;
  /** Checks for changes first; used when something was not found. */
  freshPriceBook: () => Promise<PriceBook>;
  /** By id or number, active or not; the one that stands for it when it was merged. */
  customer: (reference: string) => Promise<SoldTo | undefined>;
}>;

/** How long a new price may go unnoticed; tills learn of it no faster. */
const LOOK_AGAIN_AFTER_MS = 2_000;
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

type Held = ReadPriceBook & Readonly<{ mark: string }>;

function createBookKeeper(prisma: Database['prisma'], realTimeMs: () => number) {
  let held: Held | undefined;
  let lookedAtMs = 0;

  /** Concurrent callers share one query. */
  const look = once(async (): Promise<Held> => {
    lookedAtMs = realTimeMs();
    const mark = await markOf(prisma);
    if (held?.mark === mark) return held;
    held = { ...(await readPriceBook(prisma, held?.shelf)), mark };
    return held;
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

/** Changes with every change that tills are told of, and with every till, store and legal entity. */
async function markOf(prisma: Database['prisma']): Promise<string> {
  const [row] = await prisma.$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(' ', (SELECT number FROM catalogue_sequence),
      (SELECT md5(string_agg(concat_ws(':', t.id, t.code, t.location_id), ' ' ORDER BY t.id))
        FROM terminal t WHERE t.active),
      (SELECT md5(string_agg(s::text, ' ' ORDER BY s.id)) FROM store s),
      (SELECT md5(string_agg(l::text, ' ' ORDER BY l.id)) FROM legal_entity l)) AS mark`;
  return row?.mark ?? '';
}

const SOLD_TO = {
  id: true,
  number: true,
  name: true,
  language: true,
  segment: true,
  active: true,
  termsDays: true,
  instalments: true,
} as const;

function createCustomerLookup(prisma: Database['prisma'], realTimeMs: () => number) {
  const known = new Map<string, Readonly<{ customer: SoldTo; readAtMs: number }>>();
  return async (reference: string): Promise<SoldTo | undefined> => {
    const entry = known.get(reference);
    if (entry !== undefined && realTimeMs() - entry.readAtMs < CUSTOMER_FOR_MS)
      return entry.customer;
    const key = reference.toLowerCase();
    const found = await prisma.customer.findUnique({
      where: UUID.test(key) ? { id: key } : { number: reference },
      select: { ...SOLD_TO, mergedInto: { select: SOLD_TO } },
    });
    known.delete(reference);
    if (found === null) return undefined;
    const { mergedInto, ...own } = found;
    const customer = mergedInto ?? own;
    known.set(reference, { customer, readAtMs: realTimeMs() });
    if (known.size > CUSTOMERS_MAX) known.delete(known.keys().next().value ?? reference);
    return customer;
  };
}
