/** How often the memory is looked at; a part of the work takes longer. */
const EVERY_MS = 20;

const BYTES_PER_MB = 1_048_576;

/** Looks at the memory of this process until it is asked for the peak. */
export function sampleMemory(): Readonly<{ peakMb: () => number }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, EVERY_MS);
  return {
    peakMb: () => {
      clearInterval(timer);
      return Math.round(Math.max(peak, process.memoryUsage.rss()) / BYTES_PER_MB);
    },
  };
}
