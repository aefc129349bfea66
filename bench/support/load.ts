import { cpus } from 'node:os';

export type Measured = Readonly<{
  operations: number;
  failures: readonly string[];
  seconds: number;
  rate: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** CPU time of the whole machine: server, database and the caller itself. */
  cpuMsPerOperation: number;
}>;

export type Load = Readonly<{
  /** Concurrent callers, each waiting for its answer. */
  callers: number;
  durationMs: number;
  /** One operation; `caller` counts from 0. A throw counts as a failure, with its message. */
  operate: (caller: number) => Promise<unknown>;
  /** Operations a second over all callers; as fast as they can when absent. */
  perSecond?: number;
}>;

/** Only the first failures are kept; a broken run has thousands alike. */
const FAILURES_KEPT = 5;

/** Runs a closed loop of callers for a time and measures each operation. */
export async function runLoad({
  callers,
  durationMs,
  operate,
  perSecond,
}: Load): Promise<Measured> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const cpuBefore = busyCpuMs();
  const startedAt = performance.now();
  const endsAt = startedAt + durationMs;
  const intervalMs = perSecond === undefined ? 0 : (1000 * callers) / perSecond;

  const lane = async (caller: number): Promise<void> => {
    let due = startedAt + (intervalMs * caller) / callers;
    while (performance.now() < endsAt) {
      await sleepUntil(due);
      const began = intervalMs > 0 ? due : performance.now();
      try {
        await operate(caller);
        latencies.push(performance.now() - began);
      } catch (error) {
        if (failures.length < FAILURES_KEPT) failures.push(String(error));
      }
      due += intervalMs;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => lane(caller)));
  const seconds = (performance.now() - startedAt) / 1000;
  return summarise({ latencies, failures, seconds, cpuMs: busyCpuMs() - cpuBefore });
}

function summarise(
  run: Readonly<{
    latencies: number[];
    failures: readonly string[];
    seconds: number;
    cpuMs: number;
  }>,
): Measured {
  const operations = run.latencies.length;
  return {
    operations,
    failures: run.failures,
    seconds: round(run.seconds),
    rate: round(operations / run.seconds),
    ...percentiles(run.latencies),
    cpuMsPerOperation: round(run.cpuMs / Math.max(1, operations)),
  };
}

export function percentiles(
  timesMs: readonly number[],
): Pick<Measured, 'p50Ms' | 'p95Ms' | 'p99Ms'> {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** Runs A and B in turn, so that changes of the machine's speed affect both; returns the median run of each. */
export async function inTurns(
  rounds: number,
  a: () => Promise<Measured>,
  b: () => Promise<Measured>,
): Promise<{ a: Measured; b: Measured; ratios: number[] }> {
  const runs: { a: Measured; b: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push({ a: await a(), b: await b() });
  const middle = (of: (run: { a: Measured; b: Measured }) => Measured): Measured =>
    runs.map(of).toSorted((x, y) => x.rate - y.rate)[Math.floor(runs.length / 2)] as Measured;
  return {
    a: middle((run) => run.a),
    b: middle((run) => run.b),
    ratios: runs.map((run) => round(run.a.rate / run.b.rate)),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function sleepUntil(due: number): Promise<void> {
  const waitMs = due - performance.now();
  if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** CPU time of the whole machine so far, without idle time. */
export function busyCpuMs(): number {
  return cpus().reduce(
    (sum, { times }) => sum + times.user + times.sys + times.nice + times.irq,
    0,
  );
}
