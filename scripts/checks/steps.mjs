import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { step } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { functionSizes } from './function-sizes.mjs';
import { schemaDrift } from './schema-drift.mjs';

/** @typedef {Readonly<{ passed: number, failed: number }>} Count */

/**
 * Every check by name, in running order: the quick ones first.
 * @type {Readonly<Record<string, (args: readonly string[]) => Promise<Count>>>}
 */
export const steps = {
  format: () =>
    oneStep('format (prettier)', () =>
      node(bin('prettier', 'bin/prettier.cjs'), ['--check', '--log-level=warn', '.']),
    ),
  lint: () =>
    oneStep('lint (oxlint)', () => node(bin('oxlint', 'bin/oxlint'), ['--type-aware', '--quiet'])),
  sizes: () => oneStep('functions fit on a screen', functionSizes),
  types: () =>
    oneStep('types (tsc)', async () => {
      /** @param {string} project */
      const tsc = (project) => node(bin('typescript', 'bin/tsc'), ['-p', project]);
      const product = await tsc('tsconfig.json');
      return product.code === 0 ? tsc('web/tsconfig.json') : product;
    }),
  schema: () => oneStep('tables, functions and schema agree (prisma)', schemaDrift),
  pages: () =>
    oneStep('generated pages fit the sources', () =>
      node(join(root, 'dist', 'scripts', 'generate-docs.js'), ['--check']),
    ),
  unused: () =>
    oneStep('unused code (knip)', () => node(bin('knip', 'bin/knip.js'), ['--no-progress'])),
  unreached: () =>
    // Entries that end in `!` in knip.json are the product; code that only tests, benches or scripts use is not.
    oneStep('code that the product does not reach (knip)', () =>
      node(bin('knip', 'bin/knip.js'), [
        '--no-progress',
        '--production',
        '--include',
        'files,exports',
      ]),
    ),
  tests: runTests,
};

/**
 * @param {string} name of the npm package
 * @param {string} path inside it
 */
function bin(name, path) {
  return join(root, 'node_modules', name, path);
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function node(script, args) {
  return run(process.execPath, [script, ...args], { cwd: root });
}

/**
 * A step counts as one check; the output of a failed step is shown.
 * @param {string} what
 * @param {() => Promise<{ code: number, output: string }>} work
 * @returns {Promise<Count>}
 */
async function oneStep(what, work) {
  let said = '';
  try {
    await step(what, async () => {
      const { code, output } = await work();
      said = output;
      if (code !== 0) throw new Error(what);
    });
    return { passed: 1, failed: 0 };
  } catch {
    process.stdout.write(`${said.trim()}\n`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * Runs vitest, shows its output and takes over its counts. A test file that could not be loaded counts as one failure.
 * @param {readonly string[]} args patterns and flags for vitest
 * @returns {Promise<Count>}
 */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'lunas-count-'));
  const resultFile = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
    const vitest = [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...args];
    const code = await shown(process.execPath, vitest);
    return countIn(resultFile, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {number} code
 * @returns {Count}
 */
function countIn(file, code) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.testResults.filter(isUnread).length;
    // A run may also fail for other reasons than a test: an error that nobody caught.
    return { passed: result.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {{ status: string, assertionResults: readonly unknown[] }} file a test file that could not be loaded? */
function isUnread({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function shown(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
