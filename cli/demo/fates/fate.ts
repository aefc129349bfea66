import type { World } from '../world.js';

/** One scenario of the demonstration: what it shows, and the result that it must have. */
export type Fate = Readonly<{
  name: string;
  /** Plays the scenario; returns its result in a few words, throws when the result is wrong. */
  play: (world: World) => Promise<string>;
}>;

/** Throws when the condition does not hold. */
export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

export function idr(amount: bigint): { amount: string; currency: string } {
  return { amount: amount.toString(), currency: 'IDR' };
}
