import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { API_LIMITS } from '../api/limits.js';
import { createHttpCaller, type HttpCaller } from '../platform/http-caller.js';
import { uuidV7 } from '../platform/uuid-v7.js';
import { openBenchShop, type BenchShop, type Till } from './support/bench-shop.js';
import type { HostileEnd, Hostility } from './support/hostile-caller.js';
import { median, round, runLoad, type Measured } from './support/load.js';
import type { BenchResult } from './support/result.js';
import { cashSale, seededRandom } from './support/sales.js';

const ROUNDS = 3;
const ROUND_MS = 8_000;
const WARM_UP_MS = 3_000;
/** A busy shop's tills; each waits for its answer. */
const CALLERS = 4;
const PER_SECOND = 20;
/** A hostile caller may make the answers to others slower by half, not more. */
const RATIO_MAX = 1.5;

const KINDS = ['refused-sales', 'documents'] as const;

/** p95 of sales at other tills, alone and beside a till that spends its whole allowed rate on refusals or on documents. */
export async function benchHostile({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  const caller = createHttpCaller(shop.platform.addresses.api, CALLERS);
  try {
    const random = seededRandom(seed);
    const [hostile, ...others] = shop.tills as [Till, ...Till[]];
    const sellAt = async (till: Till) => sell(shop, { caller, till, random });
    const measure = (durationMs = ROUND_MS): Promise<Measured> =>
      runLoad({
        callers: CALLERS,
        durationMs,
        perSecond: PER_SECOND,
        operate: (lane) => sellAt(others[lane % others.length] as Till),
      });
    const saleId = await sellAt(hostile);
    await measure(WARM_UP_MS);
    const beside = async (kind: Hostility['kind']) => {
      const { api } = shop.platform.addresses;
      const perSecond = API_LIMITS.terminalRequestsPerSecond;
      const { token } = hostile;
      const ended = runHostile({ api, token, kind, saleId, perSecond, durationMs: ROUND_MS });
      const measured = await measure();
      return { measured, ...(await ended) };
    };
    const rounds = [];
    for (let round_ = 0; round_ < ROUNDS; round_ += 1)
      for (const kind of KINDS)
        rounds.push({ kind, alone: await measure(), ...(await beside(kind)) });
    return resultOf(rounds, { seed, broken: await shop.brokenInvariants() });
  } finally {
    caller.close();
    await shop.close();
  }
}

type Round = Readonly<{
  kind: Hostility['kind'];
  alone: Measured;
  measured: Measured;
  answers: HostileEnd['answers'];
}>;

function resultOf(
  rounds: readonly Round[],
  { seed, broken }: Readonly<{ seed: number; broken: readonly string[] }>,
): BenchResult {
  const ratioOf = ({ alone, measured }: Round): number => measured.p95Ms / alone.p95Ms;
  const byKind = Object.fromEntries(
    KINDS.map((kind) => {
      const own = rounds.filter((one) => one.kind === kind);
      return [
        kind,
        {
          ratio: round(median(own.map(ratioOf))),
          p95MsAlone: own.map(({ alone }) => alone.p95Ms),
          p95MsBeside: own.map(({ measured }) => measured.p95Ms),
          hostileAnswers: own.map(({ answers }) => answers),
        },
      ];
    }),
  );
  const ratio = Math.max(...Object.values(byKind).map((one) => one.ratio));
  const failures = rounds.flatMap(({ alone, measured }) => [
    ...alone.failures,
    ...measured.failures,
  ]);
  const beside = rounds.map(({ measured }) => measured);
  const middle = (of: (one: Measured) => number): number => median(beside.map(of));
  return {
    bench: 'hostile',
    valid: broken.length === 0 && failures.length === 0 && ratio <= RATIO_MAX,
    seed,
    rate: middle(({ rate }) => rate),
    yardstick: median(rounds.map(({ alone }) => alone.p95Ms)),
    ratio,
    p50Ms: middle(({ p50Ms }) => p50Ms),
    p95Ms: middle(({ p95Ms }) => p95Ms),
    p99Ms: middle(({ p99Ms }) => p99Ms),
    cpuMsPerOperation: middle(({ cpuMsPerOperation }) => cpuMsPerOperation),
    peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
    details: { ratioMax: RATIO_MAX, ...byKind, brokenInvariants: broken, failures },
  };
}

async function runHostile(hostility: Hostility): Promise<HostileEnd> {
  const thread = new Worker(new URL('./support/hostile-caller.js', import.meta.url), {
    workerData: hostility,
  });
  const [end] = (await once(thread, 'message')) as [HostileEnd];
  await thread.terminate();
  return end;
}

async function sell(
  shop: BenchShop,
  {
    caller,
    till,
    random,
  }: Readonly<{ caller: HttpCaller; till: Till; random: ReturnType<typeof seededRandom> }>,
): Promise<string> {
  const saleId = uuidV7();
  const answer = await caller.send({
    method: 'PUT',
    path: `/v1/sales/${saleId}`,
    token: till.token,
    body: cashSale(shop, { till, random }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`);
  return saleId;
}
