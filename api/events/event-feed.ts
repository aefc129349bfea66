import type { Database, Prisma } from '../../prisma/database.js';
import type { Logger } from '../../platform/logger.js';
import { createProgressReader, type ImportProgress } from './import-progress.js';

export type FeedEvent = Readonly<{
  id: bigint;
  saleId: string;
  storeId: string | null;
  kind: string;
  at: Date;
  documentKind: string | null;
  documentNumber: string | null;
}>;

export type Subscriber = Readonly<{
  events: (events: readonly FeedEvent[]) => void;
  /** How far imports are, at most once a second. Nothing of it is kept for who was away. */
  imports: (imports: readonly ImportProgress[]) => void;
}>;

export type Subscription = Readonly<{
  /** Once resolved, every later commit is delivered. Rejects when the books do not answer. */
  ready: Promise<void>;
  end: () => void;
}>;

/** Lifecycle events and the progress of imports for live screens. Reads only while somebody is subscribed. */
export type EventFeed = Readonly<{
  /** Calls `subscriber` with new events in order until it is ended. */
  subscribe: (subscriber: Subscriber) => Subscription;
  /** Events after `id`, at most `FEED_PAGE` of them: what a stream missed while it was broken. */
  since: (id: bigint) => Promise<FeedEvent[]>;
}>;

/** The delay that a lost hint costs. */
const POLL_MS = 2_000;
/** Often enough for who watches rows being written, and little beside writing them. */
const PROGRESS_MS = 1_000;
/** Events per reading; a stream that missed more reads the next page. */
export const FEED_PAGE = 1_000;
/**
 * Ids are assigned before commit, so a higher id may become visible first. Each reading looks back by this many ids,
 * far more than there are concurrent transactions.
 */
export const FEED_LOOK_BACK = 200n;

type Running = Readonly<{ stand: () => Promise<void>; stop: () => void }>;

type FeedParts = Readonly<{
  database: Database;
  logger: Logger;
  listen?: ((wake: () => void) => Readonly<{ close: () => Promise<void> }>) | undefined;
}>;

export function createEventFeed({ database, logger, listen }: FeedParts): EventFeed {
  const subscribers = new Set<Subscriber>();
  let running: Running | undefined;

  const start = (): Running => {
    const reader = createReader(database);
    const progress = createProgressReader(database);
    let stopped = false;
    const look = oneAfterTheOther(async () => {
      const events = await reader.news();
      // A subscriber that joined during this reading gets a reading of its own.
      if (stopped || events.length === 0) return;
      for (const subscriber of subscribers) subscriber.events(events);
    });
    const warn = (error: unknown): void => {
      if (!stopped) logger.warn({ err: error }, 'events could not be read');
    };
    const wake = (): void => void look().catch(warn);
    const lookAtImports = oneAfterTheOther(async () => {
      const imports = await progress.news();
      if (stopped || imports.length === 0) return;
      for (const subscriber of subscribers) subscriber.imports(imports);
    });
    const timers = [
      setInterval(wake, POLL_MS),
      setInterval(() => void lookAtImports().catch(warn), PROGRESS_MS),
    ];
    const listener = listen?.(wake);
    return {
      stand: async () => {
        if (!reader.stands()) await look();
      },
      stop: () => {
        stopped = true;
        for (const timer of timers) clearInterval(timer);
        listener?.close().catch(() => {});
      },
    };
  };
  return {
    subscribe: (subscriber) => {
      subscribers.add(subscriber);
      running ??= start();
      return {
        ready: running.stand(),
        end: () => {
          subscribers.delete(subscriber);
          if (subscribers.size > 0) return;
          running?.stop();
          running = undefined;
        },
      };
    },
    since: (id) => readEvents(database, { gt: id }),
  };
}

/**
 * Runs readings one after the other, so that each event is delivered once and in order. All hints during a reading
 * cause one more reading after it, because the running one may have started before their commits.
 */
function oneAfterTheOther(look: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    if (next !== undefined) return next;
    const looked = last.then(() => {
      next = undefined;
      return look();
    });
    next = looked;
    last = looked.catch(() => {});
    return looked;
  };
}

/** Remembers delivered events; the first reading only finds the newest id. Not for concurrent use. */
function createReader(database: Database) {
  let told: Set<bigint> | undefined;
  let last = 0n;
  const findEnd = async (): Promise<void> => {
    const newest = await database.prisma.lifecycleEvent.findFirst({ orderBy: { id: 'desc' } });
    last = newest?.id ?? 0n;
    const recent = await readEvents(database, { gt: last - FEED_LOOK_BACK });
    told = new Set(recent.map(({ id }) => id));
  };
  return {
    stands: (): boolean => told !== undefined,
    news: async (): Promise<FeedEvent[]> => {
      if (told === undefined) {
        await findEnd();
        return [];
      }
      const known = told;
      const recent = await readEvents(database, { gt: last - FEED_LOOK_BACK });
      const events = recent.filter(({ id }) => !known.has(id));
      for (const { id } of events) {
        known.add(id);
        if (id > last) last = id;
      }
      for (const id of known) if (id <= last - FEED_LOOK_BACK) known.delete(id);
      return events;
    },
  };
}

async function readEvents(
  { prisma }: Database,
  id: Prisma.BigIntFilter<'LifecycleEvent'>,
): Promise<FeedEvent[]> {
  const events = await prisma.lifecycleEvent.findMany({
    where: { id },
    orderBy: { id: 'asc' },
    take: FEED_PAGE,
    include: { sale: { select: { storeId: true } } },
  });
  return events.map((event) => ({
    id: event.id,
    saleId: event.saleId,
    storeId: event.sale.storeId,
    kind: event.kind,
    at: event.at,
    documentKind: event.documentKind,
    documentNumber: event.documentNumber,
  }));
}
