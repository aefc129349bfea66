import type { World } from '../world.js';

/** One life that the demonstration plays: what it shows, and what must come of it. */
export type Fate = Readonly<{
  name: string;
  /** Plays it to its end; answers what came of it in a few words, throws when it is not what must come. */
  play: (world: World) => Promise<string>;
}>;

/** A fate is right only when this holds. */
export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

export function idr(amount: bigint): { amount: string; currency: string } {
  return { amount: amount.toString(), currency: 'IDR' };
}
