import type { Matrix } from './matrix.js';

/** Weights of ISO/IEC 18004 table 11: what makes a code hard to read. */
const RUN = 3;
const BLOCK = 3;
const FINDER_LIKE = 40;
const IMBALANCE = 10;

const RUN_MIN = 5;
/** 1:1:3:1:1 with four light modules on one side. */
const FINDER_PATTERNS = ['10111010000', '00001011101'] as const;

/** Lower is easier to scan. */
export function penaltyOf(matrix: Matrix): number {
  const rows = linesOf(matrix);
  const columns = linesOf(transposed(matrix));
  const lines = [...rows, ...columns];
  return (
    lines.reduce((sum, line) => sum + runPenalty(line) + finderPenalty(line), 0) +
    blockPenalty(matrix) +
    balancePenalty(matrix)
  );
}

function linesOf({ size, dark }: Matrix): string[] {
  return Array.from({ length: size }, (_, y) => dark.subarray(y * size, (y + 1) * size).join(''));
}

function transposed({ size, dark }: Matrix): Matrix {
  const turned = dark.map((_, at) => dark[(at % size) * size + Math.floor(at / size)] ?? 0);
  return { size, dark: turned };
}

function runPenalty(line: string): number {
  const runs = line.match(/0+|1+/g) ?? [];
  return runs
    .filter(({ length }) => length >= RUN_MIN)
    .reduce((sum, { length }) => sum + RUN + length - RUN_MIN, 0);
}

function finderPenalty(line: string): number {
  return FINDER_PATTERNS.reduce((sum, pattern) => sum + countOf(line, pattern) * FINDER_LIKE, 0);
}

function countOf(line: string, pattern: string): number {
  let count = 0;
  for (let at = line.indexOf(pattern); at >= 0; at = line.indexOf(pattern, at + 1)) count += 1;
  return count;
}

/** Squares of two by two in one colour. */
function blockPenalty({ size, dark }: Matrix): number {
  let penalty = 0;
  for (let y = 0; y < size - 1; y++) {
    for (let x = 0; x < size - 1; x++) {
      const at = y * size + x;
      const sum =
        (dark[at] ?? 0) + (dark[at + 1] ?? 0) + (dark[at + size] ?? 0) + (dark[at + size + 1] ?? 0);
      if (sum === 0 || sum === 4) penalty += BLOCK;
    }
  }
  return penalty;
}

/** Every full 5 % away from half dark. */
function balancePenalty({ dark }: Matrix): number {
  const share = dark.reduce((sum, module) => sum + module, 0) / dark.length;
  return Math.floor(Math.abs(share * 100 - 50) / 5) * IMBALANCE;
}
