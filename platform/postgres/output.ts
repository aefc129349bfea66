import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import type { PostgresOptions } from './options.js';

/** The destination of the server's output, and its last lines. */
export type ServerOutput = Readonly<{
  target: number | 'pipe';
  follow: (child: ChildProcess) => void;
  recent: () => string;
}>;

// Enough for the lines that explain why a server ended.
const KEPT_CHARACTERS_MAX = 16 * 1024;

export function outputOf({ log, logFile, attachment }: PostgresOptions): ServerOutput {
  return logFile === undefined
    ? pipedOutput(log ?? (() => {}))
    : fileOutput(logFile, attachment ?? 'kept');
}

function pipedOutput(log: (line: string) => void): ServerOutput {
  let kept = '';
  const hear = (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    kept = (kept + text).slice(-KEPT_CHARACTERS_MAX);
    for (const line of text.split('\n')) if (line.trim() !== '') log(line);
  };
  return {
    target: 'pipe',
    follow: (child) => {
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
    },
    recent: () => kept,
  };
}

function fileOutput(path: string, attachment: 'kept' | 'let-go'): ServerOutput {
  const target = openSync(path, 'a', 0o600);
  const startsAt = statSync(path).size;
  return {
    target,
    follow: (child) => {
      closeSync(target);
      if (attachment === 'let-go') child.unref();
    },
    recent: () =>
      readFileSync(path).subarray(startsAt).toString('utf8').slice(-KEPT_CHARACTERS_MAX),
  };
}
