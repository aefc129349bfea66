import { monitorEventLoopDelay } from 'node:perf_hooks';
import { round } from './load.js';

export type Watched<Result> = Readonly<{
  result: Result;
  ms: number;
  /** The longest time that nothing else ran in this process. */
  stallMs: number;
  /** The most that its objects and buffers took, beyond what they took before. */
  peakMb: number;
}>;

const SAMPLE_MS = 5;
const NS_PER_MS = 1_000_000;
const BYTES_PER_MB = 1_048_576;

/** Runs the work and watches this process meanwhile: the event loop, and the memory. */
export async function watch<Result>(work: () => Promise<Result>): Promise<Watched<Result>> {
  globalThis.gc?.();
  const before = usedBytes();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, usedBytes());
  }, SAMPLE_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  try {
    const result = await work();
    const ms = performance.now() - began;
    delay.disable();
    peak = Math.max(peak, usedBytes());
    return {
      result,
      ms: round(ms),
      stallMs: round(delay.max / NS_PER_MS),
      peakMb: round((peak - before) / BYTES_PER_MB),
    };
  } finally {
    clearInterval(sampling);
  }
}

function usedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
