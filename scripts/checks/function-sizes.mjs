import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

/** What a newcomer can read at a glance: half of all functions, and all but one of a hundred, in lines of code. */
const medianMax = 8;
const percentile99Max = 45;

/** Counts every function of the product, tests left out. */
const countingRules = {
  categories: { correctness: 'off' },
  rules: {
    'max-lines-per-function': ['error', { max: 0, skipBlankLines: true, skipComments: true }],
  },
  ignorePatterns: ['generated', 'dist', 'test', 'node_modules'],
};

/**
 * Measures the named functions of the product with the linter, which counts them anyway.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function functionSizes() {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-sizes-'));
  try {
    const config = join(folder, 'count.json');
    writeFileSync(config, JSON.stringify(countingRules));
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    return judged(linesIn(await outputOf([oxlint, '-c', config, '-f', 'json', '.'])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One finding for each function of the project: some megabytes. */
const outputMaxBytes = 128 * 1024 * 1024;

/**
 * What the linter writes; it ends with a failure, because it finds something on purpose.
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
function outputOf(args) {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: outputMaxBytes }, (_error, stdout) =>
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
  const output = `${lines.length} named functions: half of them up to ${median} lines (limit ${medianMax}), 99 % up to ${percentile99} (limit ${percentile99Max}).`;
  const holds = lines.length > 1000 && median <= medianMax && percentile99 <= percentile99Max;
  return { code: holds ? 0 : 1, output };
}
