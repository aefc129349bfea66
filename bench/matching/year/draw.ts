import { seededRandom } from '../../support/sales.js';

/** Random choices, repeatable by their seed. */
export type Draw = Readonly<{
  chance: (share: number) => boolean;
  /** A whole number from 0 up to, and without, the bound. */
  below: (bound: number) => number;
  between: (least: number, most: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** A name by its share; the shares need not come to 1. */
  byShare: <K extends string>(shares: Readonly<Record<K, number>>) => K;
  /** About 0, nearly always within three. */
  normal: () => number;
  digits: (count: number) => string;
}>;

const NORMAL_PARTS = 6;

export function drawFrom(seed: number): Draw {
  const random = seededRandom(seed);
  const below = (bound: number): number => Math.floor(random() * bound);
  return {
    chance: (share) => random() < share,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    byShare: (shares) => {
      const entries = Object.entries<number>(shares) as [keyof typeof shares, number][];
      let left = random() * entries.reduce((sum, [, share]) => sum + share, 0);
      const chosen = entries.find(([, share]) => (left -= share) < 0);
      return (chosen ?? (entries.at(-1) as (typeof entries)[number]))[0];
    },
    normal: () => {
      const sum = Array.from({ length: NORMAL_PARTS }, random).reduce((all, one) => all + one, 0);
      return (sum - NORMAL_PARTS / 2) * Math.SQRT2;
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  };
}
