import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

/** Limits in lines of code: for half of all functions, and for 99 of 100. */
const MEDIAN_MAX = 8;
const PERCENTILE99_MAX = 45;

/** Counts every function of the product, tests left out. */
const COUNTING_RULES = {
  categories: { correctness: 'off' },
  rules: {
    'max-lines-per-function': ['error', { max: 0, skipBlankLines: true, skipComments: true }],
  },
  ignorePatterns: ['generated', 'dist', 'test', 'node_modules'],
};

/**
 * Measures the named functions of the product with the linter.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function functionSizes() {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-sizes-'));
  try {
    const config = join(folder, 'count.json');
    writeFileSync(config, JSON.stringify(COUNTING_RULES));
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    return judged(linesIn(await outputOf([oxlint, '-c', config, '-f', 'json', '.'])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One finding for each function of the project: some megabytes. */
const OUTPUT_MAX_BYTES = 128 * 1024 * 1024;

/**
 * The linter's output; it ends with a failure, because it reports every function on purpose.
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
function outputOf(args) {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: OUTPUT_MAX_BYTES }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

/**
 * @param {string} output
 * @returns {number[]} ascending
 */
function linesIn(output) {
  /** @type {{ diagnostics: { message: string }[] }} */
  const { diagnostics } = JSON.parse(output);
  return diagnostics
    .map(({ message }) => /function `.*\((\d+)\)/i.exec(message)?.[1])
    .filter((lines) => lines !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** @param {readonly number[]} lines */
function judged(lines) {
  const median = lines[Math.floor(lines.length * 0.5)] ?? 0;
  const percentile99 = lines[Math.floor(lines.length * 0.99)] ?? 0;
  const output = `${lines.length} named functions: half of them up to ${median} lines (limit ${MEDIAN_MAX}), 99 % up to ${percentile99} (limit ${PERCENTILE99_MAX}).`;
  const holds = lines.length > 1000 && median <= MEDIAN_MAX && percentile99 <= PERCENTILE99_MAX;
  return { code: holds ? 0 : 1, output };
}
