/** A random source that gives the same sequence for the same seed, on every machine. */
export type Random = Readonly<{
  /** At least 0, below 1. */
  fraction: () => number;
  /** A whole number, both ends included. */
  whole: (range: Readonly<{ from: number; to: number }>) => number;
  pick: <Choice>(choices: readonly Choice[]) => Choice;
  /** True in this percentage of cases. */
  percent: (share: number) => boolean;
  /** A choice in proportion to its weight. */
  weighted: <Choice>(choices: readonly (readonly [choice: Choice, weight: number])[]) => Choice;
  /** An independent source for `label`: drawing from it does not affect other sources. */
  fork: (label: string) => Random;
}>;

/** The generator mulberry32: 32 bits of state, good enough for invented customers, not for secrets. */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Choice>(choices: readonly Choice[]): Choice =>
    present(choices[Math.floor(fraction() * choices.length)]);
  return {
    fraction,
    pick,
    whole: ({ from, to }) => from + Math.floor(fraction() * (to - from + 1)),
    percent: (share) => fraction() * 100 < share,
    weighted: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = fraction() * total;
      const found = choices.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return present(found ?? choices.at(-1))[0];
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash >>> 0;
}

function present<Choice>(choice: Choice | undefined): Choice {
  if (choice === undefined) throw new Error('there is nothing to choose from');
  return choice;
}
