import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkNodeVersion } from '../../scripts/setup/node-version.mjs';
import { packagesFit } from '../../scripts/setup/packages.mjs';
import { root } from '../../scripts/setup/paths.mjs';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

type Packages = Readonly<Record<string, Readonly<{ version: string; optional?: boolean }>>>;

const express = { 'node_modules/express': { version: '5.3.0' } };
let folder: TempFolder;

beforeEach(() => {
  folder = makeTempFolder();
});

afterEach(() => folder.remove());

describe('packagesFit', () => {
  it('is content when every locked package is there in its version', () => {
    lock('package-lock.json', { '': { version: '0.1.0' }, ...express });
    install(express);
    expect(packagesFit(folder.path)).toBe(true);
  });

  it('wants an installation when there is none, or when a version moved', () => {
    lock('package-lock.json', express);
    expect(packagesFit(folder.path)).toBe(false);
    install({ 'node_modules/express': { version: '5.2.0' } });
    expect(packagesFit(folder.path)).toBe(false);
  });

  it('wants an installation when a folder was deleted by hand', () => {
    lock('package-lock.json', express);
    lock('node_modules/.package-lock.json', express);
    expect(packagesFit(folder.path)).toBe(false);
  });

  it('does not miss optional packages of other platforms', () => {
    lock('package-lock.json', {
      ...express,
      'node_modules/other-machine': { version: '1.0.0', optional: true },
    });
    install(express);
    expect(packagesFit(folder.path)).toBe(true);
  });

  it('says so when the lock file itself is missing', () => {
    expect(() => packagesFit(folder.path)).toThrow(
      /package-lock\.json is missing: get a complete copy/,
    );
  });
});

describe('package-lock.json', () => {
  it('names the binaries of every platform, so that another machine than the one that wrote it gets its own', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !locked.has(name));
    expect(missing).toEqual([]);
  });
});

describe('package.json', () => {
  it('brings a PostgreSQL to every platform that the Temporal SDK has a core for', () => {
    const { optionalDependencies } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as { optionalDependencies: Record<string, string> };
    const cores = readdirSync(join(root, 'node_modules/@temporalio/core-bridge/releases'));
    expect(cores.length).toBeGreaterThanOrEqual(5);
    const brought = Object.keys(optionalDependencies).map((name) => name.split('/').pop());
    expect(new Set(cores.map(platformOf))).toEqual(new Set(brought));
  });
});

describe('checkNodeVersion', () => {
  it('takes 20.19 and everything later', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0'])
      expect(() => checkNodeVersion(version)).not.toThrow();
  });

  it('refuses what is older, with what to do', () => {
    for (const version of ['20.18.3', '18.20.0'])
      expect(() => checkNodeVersion(version)).toThrow(
        `Node ${version} is too old: install Node 20.19 or later`,
      );
  });
});

/** `darwin-arm64` for `aarch64-apple-darwin`. */
function platformOf(triple: string): string {
  const [processor, , system = ''] = triple.split('-');
  return `${system}-${processor === 'aarch64' ? 'arm64' : 'x64'}`;
}

function install(packages: Packages): void {
  lock('node_modules/.package-lock.json', packages);
  for (const path of Object.keys(packages)) mkdirSync(join(folder.path, path), { recursive: true });
}

function lock(file: string, packages: Packages): void {
  const path = join(folder.path, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ lockfileVersion: 3, packages }));
}
