import { setTimeout as sleep } from 'node:timers/promises';

/** So many refusals of one caller may wait to be kept; beyond, they are only counted. */
const WAITING_MAX = 200;
/** Memory that their contents may take meanwhile: one large bank file. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024;
/** The rest after each: at most forty a second of one caller, and two megabytes. Keeping them costs the disk what sales cost. */
const PACE_MS = 25;
const BYTES_PER_MS = 2_000;
/** After a large bank file. */
const REST_MAX_MS = 5_000;

/** `keep` gets the number of earlier refusals of this caller that were only counted. */
export type RefusalsInTurn = (
  refused: Readonly<{ caller: string; bytes: number }>,
  keep: (missed: number) => Promise<void>,
) => Promise<void>;

type Line = { waiting: number; bytes: number; missed: number; last: Promise<void> };

/**
 * Keeps the refusals of each caller one after the other, over one connection: a caller that sends nothing but refusals
 * slows down itself and leaves the connections to those who sell.
 */
export function createRefusalsInTurn(
  limits = { waiting: WAITING_MAX, bytes: WAITING_BYTES_MAX, paceMs: PACE_MS },
): RefusalsInTurn {
  const lines = new Map<string, Line>();
  return async ({ caller, bytes }, keep) => {
    const line = lines.get(caller) ?? { waiting: 0, bytes: 0, missed: 0, last: Promise.resolve() };
    lines.set(caller, line);
    if (line.waiting >= limits.waiting || line.bytes + bytes > limits.bytes) {
      line.missed += 1;
      return;
    }
    line.waiting += 1;
    line.bytes += bytes;
    const kept = line.last.then(() => {
      const { missed } = line;
      line.missed = 0;
      return keep(missed);
    });
    const restMs = limits.paceMs + Math.min(bytes / BYTES_PER_MS, REST_MAX_MS);
    line.last = kept.catch(() => {}).then(() => sleep(restMs));
    try {
      await kept;
    } finally {
      line.waiting -= 1;
      line.bytes -= bytes;
      if (line.waiting === 0 && line.missed === 0) lines.delete(caller);
    }
  };
}
