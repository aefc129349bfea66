import pg from 'pg';
import { createCapture } from '../activities/sale/capture/capture.js';
import type { CaptureInput } from '../activities/sale/capture/capture-input.js';
import { createCaptureSources } from '../activities/sale/capture/capture-sources.js';
import type { SaleBody } from '../contract/sale/sale-body.js';
import type { CommandContext } from '../domain/context.js';
import { createClock } from '../platform/clock.js';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { createHttpCaller } from '../platform/http-caller.js';
import { inTurns, median, round, runLoad, type Measured } from './support/load.js';
import type { BenchResult } from './support/result.js';
import { cashSale, seededRandom, sell, type Bodies, type Selling } from './support/sales.js';
import { uuidV7 } from '../platform/uuid-v7.js';

const CALLERS = 16;
const ROUNDS = 3;
const ROUND_MS = 8_000;
const WARM_UP_MS = 4_000;
const PACED_PER_SECOND = 100;
const PACED_MS = 15_000;
const ROUND_TRIPS_PROBE = 200;

type Options = Readonly<{ seed: number; hotSku: 'none' | 'one' }>;

/**
 * Sale capture over HTTP (three lines, receipt document returned) against the same SQL call driven by
 * `pg` from one process without HTTP, in turns on the same server.
 */
export async function benchCapture({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  return capture('capture', { seed, hotSku: 'none' });
}

/** The same with one article in every basket: HTTP with the hot article against HTTP without it. */
export async function benchHotSku({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  return capture('hot-sku', { seed, hotSku: 'one' });
}

async function capture(bench: string, { seed, hotSku }: Options): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  const caller = createHttpCaller(shop.platform.addresses.api, CALLERS);
  const pool = new pg.Pool({ connectionString: shop.platform.database.appUrl, max: CALLERS });
  try {
    const random = seededRandom(seed);
    const spread: Bodies = (till) => cashSale(shop, { till, random });
    const hot: Bodies = (till) =>
      cashSale(shop, { till, random, skus: [shop.items[0]?.sku ?? ''] });
    const overHttp = (bodies: Bodies) => (): Promise<Measured> =>
      runLoad({
        callers: CALLERS,
        durationMs: ROUND_MS,
        operate: (lane) => sell({ shop, caller, bodies }, lane),
      });
    const bare = await bareCapture(shop, { pool, bodies: spread });

    await runLoad({
      callers: CALLERS,
      durationMs: WARM_UP_MS,
      operate: (lane) => sell({ shop, caller, bodies: spread }, lane),
    });
    await runLoad({ callers: CALLERS, durationMs: WARM_UP_MS, operate: bare });
    const measuredBare = (): Promise<Measured> =>
      runLoad({ callers: CALLERS, durationMs: ROUND_MS, operate: bare });
    const { a, b, ratios } =
      hotSku === 'one'
        ? await inTurns(ROUNDS, overHttp(hot), overHttp(spread))
        : await inTurns(ROUNDS, overHttp(spread), measuredBare);
    const paced = await runLoad({
      callers: CALLERS,
      durationMs: PACED_MS,
      perSecond: PACED_PER_SECOND,
      operate: (lane) => sell({ shop, caller, bodies: hotSku === 'one' ? hot : spread }, lane),
    });
    const broken = await shop.brokenInvariants();
    const failures = [...a.failures, ...b.failures, ...paced.failures];
    return {
      bench,
      valid: broken.length === 0 && failures.length === 0,
      seed,
      rate: a.rate,
      yardstick: b.rate,
      ratio: median(ratios),
      p50Ms: a.p50Ms,
      p95Ms: a.p95Ms,
      p99Ms: a.p99Ms,
      cpuMsPerOperation: a.cpuMsPerOperation,
      peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
      details: {
        ratios,
        yardstickRun: b,
        at100PerSecond: {
          rate: paced.rate,
          p50Ms: paced.p50Ms,
          p95Ms: paced.p95Ms,
          p99Ms: paced.p99Ms,
        },
        roundTripsPerSale: await roundTripsPerSale({ shop, caller, bodies: spread }),
        brokenInvariants: broken,
        failures,
      },
    };
  } finally {
    caller.close();
    await pool.end();
    await shop.close();
  }
}

/** The SQL call alone: the input is what the product itself hands to it, prepared before the clock runs. */
async function bareCapture(
  shop: BenchShop,
  { pool, bodies }: Readonly<{ pool: pg.Pool; bodies: Bodies }>,
): Promise<(lane: number) => Promise<void>> {
  const templates = await Promise.all(shop.tills.map((till) => inputOf(shop, bodies(till))));
  const ctx = JSON.stringify(benchContext());
  return async (lane) => {
    const template = templates[lane % templates.length] as CaptureInput;
    const input = JSON.stringify({ ...template, saleId: uuidV7() });
    await pool.query('SELECT capture_sale($1::jsonb, $2::jsonb)', [ctx, input]);
  };
}

/** The input that capture passes to SQL, recorded by a fake database. */
async function inputOf(shop: BenchShop, body: SaleBody): Promise<CaptureInput> {
  let seen: CaptureInput | undefined;
  const capturing = createCapture({
    database: {
      ...shop.database,
      call: async (_command: unknown, _ctx: unknown, input: unknown) => {
        seen = input as CaptureInput;
        throw new Error('seen');
      },
    },
    clock: createClock(),
    sources: createCaptureSources(shop.database),
    workflowLink: (id) => id,
  });
  await capturing({ saleId: uuidV7(), body, seller: {}, ctx: benchContext() }).catch(() => {});
  if (seen === undefined) throw new Error('the capture command did not reach its SQL function');
  return seen;
}

function benchContext(): CommandContext {
  return {
    actor: { kind: 'system', id: 'bench', name: 'bench' },
    origin: 'bench',
    at: new Date().toISOString(),
    requestId: 'bench',
  };
}

/** Statements that the API sent for each sale, as PostgreSQL counted them. */
async function roundTripsPerSale(selling: Selling): Promise<number> {
  const client = new pg.Client({ connectionString: selling.shop.platform.database.ownerUrl });
  await client.connect();
  try {
    const calls = async (): Promise<number> => {
      const { rows } = await client.query<{ calls: string }>(
        `SELECT xact_commit + xact_rollback AS calls FROM pg_stat_database WHERE datname = current_database()`,
      );
      return Number(rows[0]?.calls ?? 0);
    };
    await settle();
    const before = await calls();
    for (let i = 0; i < ROUND_TRIPS_PROBE; i += 1) await sell(selling, i);
    await settle();
    return round(((await calls()) - before) / ROUND_TRIPS_PROBE);
  } finally {
    await client.end();
  }
}

/** A PostgreSQL session publishes its counters at most once a second, and the rest after ten idle seconds. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 11_000));
}
