import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../platform/config.js';
import { loadSecrets, removeSecrets } from '../../platform/secrets.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';

let folder: TempFolder;

beforeEach(() => {
  folder = makeTempFolder();
});

afterEach(() => folder.remove());

describe('loadSecrets', () => {
  it('makes secrets once, keeps them, and lets only their owner read them', () => {
    const first = loadSecrets(folder.path);
    expect(loadSecrets(folder.path)).toEqual(first);
    expect(statSync(join(folder.path, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('makes others for another installation', () => {
    const other = makeTempFolder();
    const [here, there] = [loadSecrets(folder.path), loadSecrets(other.path)];
    other.remove();
    for (const name of Object.keys(here) as (keyof typeof here)[])
      expect(there[name]).not.toBe(here[name]);
  });

  it('makes a codec key of 32 bytes', () => {
    expect(Buffer.from(loadSecrets(folder.path).codecKey, 'base64')).toHaveLength(32);
  });

  it('makes an Ed25519 key for the seals of the audit trail', () => {
    const { auditKey } = loadSecrets(folder.path);
    expect(readConfig(['auditKey'], { LUNAS_AUDIT_KEY: auditKey }).auditKey.reveal()).toBe(
      auditKey,
    );
  });

  it('gives an installation from before the trail was sealed its key, and keeps all other secrets', () => {
    const file = join(folder.path, 'secrets.json');
    const { auditKey, ...older } = loadSecrets(folder.path);
    writeFileSync(file, JSON.stringify(older));
    const { auditKey: added, ...kept } = loadSecrets(folder.path);
    expect(kept).toEqual(older);
    expect(added).not.toBe(auditKey);
    expect(loadSecrets(folder.path).auditKey).toBe(added);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not replace a damaged file, but says what to do', () => {
    const file = join(folder.path, 'secrets.json');
    writeFileSync(file, '{"codecKey":');
    expect(() => loadSecrets(folder.path)).toThrow(/secrets\.json is damaged: restore it/);
    expect(readFileSync(file, 'utf8')).toBe('{"codecKey":');
  });

  it('makes new ones after they were removed', () => {
    const before = loadSecrets(folder.path);
    removeSecrets(folder.path);
    expect(loadSecrets(folder.path).codecKey).not.toBe(before.codecKey);
  });
});
