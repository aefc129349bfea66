import { Refusal } from '../../domain/refusal.js';
import { callIn, type Database } from '../../prisma/database.js';

/** Runs all, so many at a time; answers how each ended: `done`, a refusal's code, or the message of a fault. */
export async function atOnce<Given>(
  lanes: number,
  given: readonly Given[],
  work: (one: Given) => Promise<unknown>,
): Promise<string[]> {
  const ends: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < given.length; i = next++) {
      ends[i] = await endOf(() => work(given[i] as Given));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ends;
}

/** `done`, the code of a refusal, or the message of a fault. */
export async function endOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Books whose every tenth command does all its work and is then rolled back, as when a process dies. */
export function breakingOff(database: Database, share: number): Database {
  let calls = 0;
  return {
    ...database,
    call: (command, ctx, input) => {
      calls += 1;
      if (calls % Math.round(1 / share) !== 0) return database.call(command, ctx, input);
      return database.transaction(ctx, async (tx) => {
        await callIn(tx, command, [ctx, input]);
        throw new Error('broken off');
      });
    },
  };
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
