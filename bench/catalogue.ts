import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import pino from 'pino';
import { createCaptureSources } from '../activities/sale/capture/capture-sources.js';
import { createApp } from '../api/app.js';
import { API_LIMITS } from '../api/limits.js';
import type { CommandContext } from '../domain/context.js';
import { loadClock } from '../platform/clock.js';
import { Secret } from '../platform/secret.js';
import type { Database } from '../prisma/database.js';
import { openBenchShop, type BenchShop, type Till } from './support/bench-shop.js';
import { addManyItems, beginVersions, renameItems, VERSIONS } from './support/big-catalogue.js';
import type { Read, Reading } from './support/catalogue-reader.js';
import { median, percentiles, round } from './support/load.js';
import type { BenchResult } from './support/result.js';
import { watch, type Watched } from './support/watch.js';

const SIZES = [5_000, 50_000] as const;
const ROUNDS = 3;
/** A morning's changes. */
const CHANGED = 500;
/** Nobody at a till feels it. */
const STALL_MAX_MS = 50;
const IDLE_MS = 2_000;

/**
 * The catalogue of a small and of a large company with eleven price versions: the snapshot and a delta over HTTP, and
 * the server's own price book, whole and after changes. The server runs in this process, which is watched; the till that
 * reads is a thread of its own.
 */
export async function benchCatalogue({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  const clock = await loadClock(shop.database);
  const server = await serve(shop.database, clock);
  const ctx = benchContext(clock.iso());
  try {
    const versions = await beginVersions(shop.database, ctx);
    const sizes: Size[] = [];
    let there = 0;
    for (const items of SIZES) {
      await addManyItems(shop.database, ctx, { from: there + 1, to: items, versions });
      there = items;
      sizes.push(await measure(shop, { api: addressOf(server), ctx, items }));
    }
    const idle = await watch(() => new Promise((resolve) => setTimeout(resolve, IDLE_MS)));
    return resultOf(sizes, {
      seed,
      idleStallMs: idle.stallMs,
      broken: await shop.brokenInvariants(),
    });
  } finally {
    server.closeAllConnections();
    server.close();
    await shop.close();
  }
}

type Figures = Readonly<{ ms: number; stallMs: number; worstStallMs: number; peakMb: number }>;

type Size = Readonly<{
  items: number;
  snapshot: Figures & Omit<Read, 'version' | 'pageMs'>;
  delta: Figures & Omit<Read, 'version' | 'pageMs'>;
  priceBook: Figures;
  priceBookAfterChanges: Figures;
  pageMs: readonly number[];
}>;

type Place = Readonly<{ api: string; ctx: CommandContext; items: number }>;

async function measure(shop: BenchShop, { api, ctx, items }: Place): Promise<Size> {
  const [{ token }] = shop.tills as [Till];
  await read({ api, token });
  const rounds = [];
  for (let done = 0; done < ROUNDS; done += 1) {
    const snapshot = await watch(() => read({ api, token }));
    const sources = createCaptureSources(shop.database);
    const priceBook = await watch(() => sources.priceBook());
    await renameItems(shop.database, ctx, { count: CHANGED, name: `Nama ${items} ${done}` });
    const since = snapshot.result.version;
    const delta = await watch(() => read({ api, token, since }));
    const priceBookAfterChanges = await watch(() => sources.freshPriceBook());
    rounds.push({ snapshot, delta, priceBook, priceBookAfterChanges });
  }
  return {
    items,
    snapshot: readFigures(rounds.map((one) => one.snapshot)),
    delta: readFigures(rounds.map((one) => one.delta)),
    priceBook: figures(rounds.map((one) => one.priceBook)),
    priceBookAfterChanges: figures(rounds.map((one) => one.priceBookAfterChanges)),
    pageMs: rounds.flatMap(({ snapshot }) => snapshot.result.pageMs),
  };
}

/**
 * Of all rounds the middle, and the shortest of their longest stalls: what other programs of the machine add to one of
 * them is not ours.
 */
function figures(rounds: readonly Watched<unknown>[]): Figures {
  return {
    ms: median(rounds.map(({ ms }) => ms)),
    stallMs: Math.min(...rounds.map(({ stallMs }) => stallMs)),
    worstStallMs: Math.max(...rounds.map(({ stallMs }) => stallMs)),
    peakMb: median(rounds.map(({ peakMb }) => peakMb)),
  };
}

function readFigures(rounds: readonly Watched<Read>[]) {
  const [first] = rounds as [Watched<Read>];
  const { items, pages, bytes, plainBytes } = first.result;
  return { ...figures(rounds), items, pages, bytes, plainBytes };
}

async function read(reading: Reading): Promise<Read> {
  const thread = new Worker(new URL('./support/catalogue-reader.js', import.meta.url), {
    workerData: reading,
  });
  const [end] = (await once(thread, 'message')) as [Read];
  await thread.terminate();
  return end;
}

type Facts = Readonly<{ seed: number; idleStallMs: number; broken: readonly string[] }>;

function resultOf(sizes: readonly Size[], { seed, idleStallMs, broken }: Facts): BenchResult {
  const [small, large] = sizes as [Size, Size];
  const rateOf = ({ snapshot }: Size): number => round((snapshot.items * 1_000) / snapshot.ms);
  const stalls = sizes.flatMap((one) =>
    [one.snapshot, one.delta, one.priceBook, one.priceBookAfterChanges].map((part) => part.stallMs),
  );
  const isWhole = sizes.every(
    ({ items, snapshot, delta }) => snapshot.items >= items && delta.items === CHANGED,
  );
  return {
    bench: 'catalogue',
    valid: isWhole && broken.length === 0 && Math.max(...stalls) <= STALL_MAX_MS,
    seed,
    rate: rateOf(large),
    yardstick: rateOf(small),
    ratio: round(rateOf(large) / rateOf(small)),
    ...percentiles(large.pageMs),
    cpuMsPerOperation: 0,
    peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
    details: {
      versions: VERSIONS,
      stallMaxMs: STALL_MAX_MS,
      idleStallMs,
      sizes: sizes.map(({ pageMs: _pageMs, ...size }) => size),
      growth: growthOf(small, large),
      brokenInvariants: broken,
    },
  };
}

/** How many times as much the large company takes. */
function growthOf(small: Size, large: Size) {
  const times = (of: (size: Size) => number): number => round(of(large) / of(small));
  return {
    items: times(({ items }) => items),
    snapshotBytes: times(({ snapshot }) => snapshot.bytes),
    snapshotMs: times(({ snapshot }) => snapshot.ms),
    snapshotStallMs: times(({ snapshot }) => snapshot.stallMs),
    deltaMs: times(({ delta }) => delta.ms),
    deltaBytes: times(({ delta }) => delta.bytes),
    priceBookMs: times(({ priceBook }) => priceBook.ms),
    priceBookMb: times(({ priceBook }) => priceBook.peakMb),
    priceBookStallMs: times(({ priceBook }) => priceBook.stallMs),
    priceBookAfterChangesMs: times(({ priceBookAfterChanges }) => priceBookAfterChanges.ms),
  };
}

async function serve(
  database: Database,
  clock: Awaited<ReturnType<typeof loadClock>>,
): Promise<Server> {
  const app = createApp({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    limits: API_LIMITS,
    temporalUiUrl: undefined,
    temporalNamespace: 'default',
    version: 'bench',
    realTimeMs: Date.now,
    secureCookies: 'never',
    webhooks: {
      rules: { environment: 'development', resolve: async () => [] },
      codecKey: new Secret(Buffer.alloc(32).toString('base64')),
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function benchContext(at: string): CommandContext {
  const actor = { kind: 'system', id: 'bench', name: 'bench' } as const;
  return { actor, origin: 'bench', at, requestId: 'bench' };
}
