import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run, tail } from './run.mjs';

/** Installs the npm packages when `node_modules` is missing or is not what package-lock.json says. */
export async function installPackages(folder = root) {
  if (packagesFit(folder)) return;
  await step('installing the npm packages (a minute or two the first time)', async () => {
    const { program, args } = npmCommand();
    // Not `npm ci`, which deletes existing packages first. This installs the locked versions too, and saves nothing.
    const install = ['install', '--no-save', '--include=dev', '--include=optional'];
    const { code, output } = await run(
      program,
      [...args, ...install, '--no-audit', '--no-fund', '--no-update-notifier'],
      { cwd: folder },
    );
    if (code !== 0) {
      throw new SetupFault(
        `npm install failed; make the npm registry reachable and start again. npm said:\n${tail(output)}`,
      );
    }
  });
}

/**
 * True when every package of package-lock.json is installed in its version. Optional packages may be
 * missing: they are for other platforms.
 * @param {string} folder
 */
export function packagesFit(folder) {
  const wanted = lockedPackages(join(folder, 'package-lock.json'));
  const installed = lockedPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === undefined)
    throw new SetupFault('package-lock.json is missing: get a complete copy of the repository.');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    const found = installed[path];
    if (path === '' || link) return true;
    if (found === undefined) return optional === true;
    return found.version === version && existsSync(join(folder, path));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm as it runs us, else the npm beside this Node, else the one in PATH. */
function npmCommand() {
  const beside = join(
    dirname(process.execPath),
    '..',
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const script = [process.env['npm_execpath'], beside].find(
    (path) => path?.endsWith('npm-cli.js') && existsSync(path),
  );
  return script === undefined
    ? { program: 'npm', args: [] }
    : { program: process.execPath, args: [script] };
}
