import { Client, Connection } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { connectWorker } from '../platform/temporal/connect-worker.js';
import { temporalEndpoint } from '../platform/temporal/connection.js';
import { buildNoOpBundle, noOpActivities, NO_OP_QUEUES } from './support/no-op-lives.js';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { cpuByProcess, cpuMsEach, type CpuByProcess } from './support/cpu-by-process.js';
import { createHttpCaller } from '../platform/http-caller.js';
import { busyCpuMs, median, percentiles, round } from './support/load.js';
import type { BenchResult } from './support/result.js';
import { cashSale, seededRandom, sell, type Bodies } from './support/sales.js';
import { uuidV7 } from '../platform/uuid-v7.js';

/** Enough that the start-up does not matter, few enough for some ten seconds. */
const SALES_EACH_ROUND = 400;
/** The CPU time that the development server spends on the same work differs by a third from round to round. */
const ROUNDS = 7;
const CALLERS = 16;
const DRAIN_TIMEOUT_MS = 180_000;
const LOOK_EVERY_MS = 100;

/**
 * Paid sales drained through Temporal against workflows with as many activities of the same kinds that do
 * nothing, on the same server, in turns. The sales are captured while the starter is stopped, so that only
 * what follows the capture is measured.
 */
export async function benchDrain({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('all');
  try {
    const random = seededRandom(seed);
    const client = await connect(shop);
    const noOps = await startNoOps(shop);
    await drainSales(shop, random);
    await noOps.run(client, SALES_EACH_ROUND);
    const runs: { sales: Drained; noOp: NoOpRun }[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      runs.push({
        sales: await drainSales(shop, random),
        noOp: await noOps.run(client, SALES_EACH_ROUND),
      });
    }
    await noOps.close();
    const events = await eventsOfLastSale(shop, client);
    const broken = await shop.brokenInvariants();
    const ratios = runs.map(({ sales, noOp }) => round(sales.rate / noOp.rate));
    const middle = runs.map(({ sales }) => sales).toSorted((x, y) => x.rate - y.rate)[
      Math.floor(ROUNDS / 2)
    ] as Drained;
    return {
      bench: 'drain',
      valid: broken.length === 0,
      seed,
      rate: middle.rate,
      yardstick: median(runs.map(({ noOp }) => noOp.rate)),
      ratio: median(ratios),
      ...middle.toClosed,
      cpuMsPerOperation: middle.cpuMs,
      peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
      details: {
        ratios,
        salesEachRound: SALES_EACH_ROUND,
        eventsOfPaidSale: events,
        cpuMsByProcess: middle.cpuMsByProcess,
        yardstickCpuMs: median(runs.map(({ noOp }) => noOp.cpuMs)),
        brokenInvariants: broken,
      },
    };
  } finally {
    await shop.close();
  }
}

async function connect(shop: BenchShop): Promise<Client> {
  const connection = await Connection.connect(temporalEndpoint(shop.platform.temporal));
  return new Client({ connection });
}

type Drained = Readonly<{
  /** Sales closed a second. */
  rate: number;
  /** From the start of the starter until a sale was closed. */
  toClosed: Readonly<{ p50Ms: number; p95Ms: number; p99Ms: number }>;
  /** CPU time of the whole machine per sale. */
  cpuMs: number;
  cpuMsByProcess: CpuByProcess;
}>;

/** Captures sales with the starter stopped, starts it, and measures until all are closed. */
async function drainSales(shop: BenchShop, random: () => number): Promise<Drained> {
  const starter = shop.platform.child('starter');
  process.kill(starter.pid() ?? 0, 'SIGSTOP');
  const caller = createHttpCaller(shop.platform.addresses.api, CALLERS);
  try {
    const bodies: Bodies = (till) => cashSale(shop, { till, random });
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let i = next++; i < SALES_EACH_ROUND; i = next++)
        await sell({ shop, caller, bodies }, i);
    };
    await Promise.all(Array.from({ length: CALLERS }, lane));
  } finally {
    caller.close();
    process.kill(starter.pid() ?? 0, 'SIGCONT');
  }
  const pids = Object.fromEntries(
    shop.platform.children().map((child) => [child.name, child.pid() ?? 0]),
  );
  const before = cpuByProcess(pids);
  const busyBefore = busyCpuMs();
  const beganAt = new Date();
  const began = performance.now();
  await until(
    async () =>
      (await shop.database.prisma.saleLifecycle.count({ where: { closedAt: null } })) === 0,
  );
  const seconds = (performance.now() - began) / 1000;
  const use = { before, after: cpuByProcess(pids), operations: SALES_EACH_ROUND };
  return {
    rate: round(SALES_EACH_ROUND / seconds),
    toClosed: await timesToClosed(shop, beganAt),
    cpuMs: round((busyCpuMs() - busyBefore) / SALES_EACH_ROUND),
    cpuMsByProcess: cpuMsEach(use),
  };
}

async function timesToClosed({ database }: BenchShop, beganAt: Date): Promise<Drained['toClosed']> {
  const closed = await database.prisma.saleLifecycle.findMany({
    where: { closedAt: { gte: beganAt } },
    select: { closedAt: true },
  });
  return percentiles(closed.map(({ closedAt }) => Number(closedAt) - beganAt.getTime()));
}

/** No-op workflows a second, and the CPU time of the whole machine for each. */
type NoOpRun = Readonly<{ rate: number; cpuMs: number }>;

async function startNoOps(shop: BenchShop) {
  const connection = await connectWorker(shop.platform.temporal);
  const workflowBundle = { code: await buildNoOpBundle() };
  const workers = await Promise.all(
    NO_OP_QUEUES.map((taskQueue) =>
      Worker.create({ connection, taskQueue, workflowBundle, activities: noOpActivities }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    run: async (client: Client, count: number): Promise<NoOpRun> => {
      const busyBefore = busyCpuMs();
      const began = performance.now();
      let next = 0;
      const lane = async (): Promise<void> => {
        for (let i = next++; i < count; i = next++) {
          await client.workflow.start('paidSaleDoingNothing', {
            taskQueue: NO_OP_QUEUES[0] ?? '',
            workflowId: `no-op:${uuidV7()}`,
            args: [],
          });
        }
      };
      await Promise.all(Array.from({ length: CALLERS }, lane));
      await until(async () => noOpsDone() >= count);
      resetNoOps();
      const rate = round(count / ((performance.now() - began) / 1000));
      return { rate, cpuMs: round((busyCpuMs() - busyBefore) / count) };
    },
    close: async () => {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

let done = 0;
noOpActivities.closeSale = async () => {
  done += 1;
};
const noOpsDone = (): number => done;
const resetNoOps = (): void => {
  done = 0;
};

async function eventsOfLastSale(shop: BenchShop, client: Client): Promise<number> {
  const sale = await shop.database.prisma.sale.findFirstOrThrow({ orderBy: { bookedAt: 'desc' } });
  const { events } = await client.workflow.getHandle(`sale:${sale.id}`).fetchHistory();
  return events?.length ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DRAIN_TIMEOUT_MS;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('the sales did not drain in time');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
