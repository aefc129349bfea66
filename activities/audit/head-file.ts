import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TrailName } from '../../domain/audit/seal.js';
import { hasCode } from '../../platform/fault.js';

const headForm = z
  .object({
    lastRow: z.string().regex(/^-?\d+$/),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    sealedAt: z.string(),
    keyId: z.string(),
    signature: z.string(),
  })
  .readonly();

/** The newest seal, as recorded outside the database. */
export type Head = z.output<typeof headForm>;

/** A line is about 300 bytes: this many bytes hold the last lines, even when a crash cut one off. */
const TAIL_BYTES = 8_192;

/** One JSON line for each seal, only ever appended to. */
export function headFileIn(folder: string, trail: TrailName): string {
  return join(folder, `${trail}-heads.jsonl`);
}

/** Appends and waits for the disk; a line that a crash has cut off is closed first. */
export function appendHead(folder: string, trail: TrailName, head: Head): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(headFileIn(folder, trail), 'a+', 0o600);
  try {
    const tail = tailOf(file);
    const begin = tail === '' || tail.endsWith('\n') ? '' : '\n';
    writeSync(file, `${begin}${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The last whole line; undefined when there is none. */
export function readLastHead(folder: string, trail: TrailName): Head | undefined {
  const tail = readTail(headFileIn(folder, trail));
  for (const line of tail.split('\n').toReversed()) {
    const head = headIn(line);
    if (head !== undefined) return head;
  }
  return undefined;
}

function headIn(line: string): Head | undefined {
  try {
    return headForm.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function readTail(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
  try {
    return tailOf(file);
  } finally {
    closeSync(file);
  }
}

function tailOf(file: number): string {
  const { size } = fstatSync(file);
  const length = Math.min(size, TAIL_BYTES);
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, size - length);
  return bytes.toString('utf8');
}
