import { Refusal } from '../../domain/refusal.js';

export type FairTurnLimits = Readonly<{
  /** Calls that are worked on at the same time: enough to keep two cores and the connection pool busy. */
  atOnce: number;
  /** Of these, of one caller: a gateway with many tills still gets several hundred sales a second. */
  ofOneAtOnce: number;
  /** Calls of one caller that may wait for their turn. */
  waitingOfOne: number;
}>;

/** Waits for a turn of this caller; call the answer when the work is done. */
export type FairTurns = (caller: string) => Promise<() => void>;

type Line = { running: number; waiting: (() => void)[] };

/**
 * Lets callers take turns: however many calls one of them sends, the next call of another waits for one turn, not for all
 * of these.
 *
 * @throws Refusal `RATE_LIMITED` when too many of the caller wait already
 */
export function createFairTurns({ atOnce, ofOneAtOnce, waitingOfOne }: FairTurnLimits): FairTurns {
  // Whoever has the fewest turns is next; among those alike, who got the last one longest ago.
  const lines = new Map<string, Line>();
  let running = 0;

  const begin = (caller: string, line: Line): void => {
    running += 1;
    line.running += 1;
    lines.delete(caller);
    lines.set(caller, line);
  };
  const next = (): void => {
    if (running >= atOnce) return;
    const [first] = [...lines]
      .filter(([, line]) => line.waiting.length > 0 && line.running < ofOneAtOnce)
      .toSorted(([, one], [, other]) => one.running - other.running);
    if (first === undefined) return;
    const [caller, line] = first;
    begin(caller, line);
    line.waiting.shift()?.();
  };
  const releaseOf = (caller: string, line: Line) => (): void => {
    running -= 1;
    line.running -= 1;
    if (line.running === 0 && line.waiting.length === 0) lines.delete(caller);
    next();
  };
  return (caller) => {
    const line = lines.get(caller) ?? { running: 0, waiting: [] };
    const release = releaseOf(caller, line);
    if (running < atOnce && line.running < ofOneAtOnce) {
      begin(caller, line);
      return Promise.resolve(release);
    }
    if (line.waiting.length >= waitingOfOne) {
      const detail = `At most ${waitingOfOne} calls of one caller wait for their turn.`;
      return Promise.reject(new Refusal({ code: 'RATE_LIMITED', detail }));
    }
    lines.set(caller, line);
    return new Promise((resolve) => {
      line.waiting.push(() => resolve(release));
    });
  };
}
