import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

// A size that a person can still open; the file before it is kept as well.
const BYTES_MAX = 20 * 1024 * 1024;

export type LogFile = Readonly<{ write: (text: string) => void; close: () => void; path: string }>;

/** Appends to a log file and starts a new one when it has grown too large, keeping one old one as `.1`. */
export function openLogFile(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  rotateIfLarge(path);
  const state = { file: openSync(path, 'a', 0o600), bytes: statSync(path).size };
  return {
    path,
    write: (text) => {
      if (state.bytes > BYTES_MAX) {
        closeSync(state.file);
        rotateIfLarge(path);
        state.file = openSync(path, 'a', 0o600);
        state.bytes = 0;
      }
      state.bytes += writeSync(state.file, text);
    },
    close: () => closeSync(state.file),
  };
}

/** Renames a log that has grown too large; called before starting a program that writes to it by itself. */
export function rotateIfLarge(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > BYTES_MAX) renameSync(path, `${path}.1`);
}
