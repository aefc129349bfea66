import { Unzip, UnzipInflate } from 'fflate';
import { Refusal } from '../../../domain/refusal.js';
import type { FileBytes } from './file-row.js';

/** Compressed bytes at a time: a slice unpacks to four megabytes at most, whatever it holds. */
const SLICE_BYTES = 4 * 1024;

/** Unpacked bytes of one part of a workbook: ten times the largest sheet that we promise to read. */
const UNPACKED_BYTES_MAX = 1024 * 1024 * 1024;

/**
 * The unpacked bytes of one part of a workbook, piece by piece; nothing when there is no such part.
 *
 * @throws Refusal `IMPORT_FILE_BROKEN` for what is no archive, breaks off, or unpacks to more than a workbook has
 */
export async function* unzipped(
  bytes: FileBytes,
  isWanted: (name: string) => boolean,
): AsyncGenerator<Uint8Array> {
  const archive = openArchive(isWanted);
  for await (const piece of bytes()) {
    for (let from = 0; from < piece.length; from += SLICE_BYTES) {
      yield* archive.push(piece.subarray(from, from + SLICE_BYTES), 'more');
      if (archive.isRead()) return;
    }
  }
  yield* archive.push(new Uint8Array(), 'end');
  if (archive.isOpen()) throw broken('The workbook breaks off.');
}

/** The names of all parts of a workbook. */
export async function partNames(bytes: FileBytes): Promise<string[]> {
  const names: string[] = [];
  const none = (name: string): boolean => {
    names.push(name);
    return false;
  };
  for await (const _ of unzipped(bytes, none));
  return names;
}

function openArchive(isWanted: (name: string) => boolean) {
  let [unpacked, standing] = [[] as Uint8Array[], 'before' as 'before' | 'open' | 'read'];
  let total = 0;
  const unzip = new Unzip((file) => {
    if (standing !== 'before' || !isWanted(file.name)) return;
    standing = 'open';
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) throw broken('The workbook cannot be unpacked.');
      total += chunk.length;
      if (total > UNPACKED_BYTES_MAX) throw broken('The workbook unpacks to more than it may.');
      unpacked.push(chunk);
      if (isLast) standing = 'read';
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  return {
    isRead: () => standing === 'read',
    isOpen: () => standing === 'open',
    push: (slice: Uint8Array, more: 'more' | 'end'): Uint8Array[] => {
      try {
        unzip.push(slice, more === 'end');
      } catch (error) {
        throw error instanceof Refusal ? error : broken('The workbook cannot be unpacked.');
      }
      const answer = unpacked;
      unpacked = [];
      return answer;
    },
  };
}

function broken(detail: string): Refusal {
  return new Refusal({ code: 'IMPORT_FILE_BROKEN', param: 'file', detail });
}
