/** The last line of every bench: one JSON object with these names, for people and programs. */
export type BenchResult = Readonly<{
  bench: string;
  /** False when an invariant broke or an operation failed, regardless of speed. */
  valid: boolean;
  seed: number;
  rate: number;
  yardstick: number;
  ratio: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  cpuMsPerOperation: number;
  peakMemoryMb: number;
  details: Readonly<Record<string, unknown>>;
}>;
