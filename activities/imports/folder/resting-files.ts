import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, opendir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { isForTaking } from '../../../domain/imports/folder-names.js';

/** What tells that nobody has written since the last look. */
export type Stamp = string;

export type FolderFile = Readonly<{ path: string; name: string; bytes: number; stamp: Stamp }>;

/** Entries of one folder that one look goes through; those behind them come when these are gone. */
const ENTRIES_MAX = 1_000;

/** The plain files of a folder that may be taken, by name. Links, pipes and folders are none. */
export async function filesIn(folder: string): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  let entries = 0;
  for await (const { name } of await opendir(folder)) {
    entries += 1;
    if (entries > ENTRIES_MAX) break;
    if (!isForTaking(name)) continue;
    const path = join(folder, name);
    const found = await lstat(path, { bigint: true }).catch(ignoreGone);
    if (found?.isFile() !== true) continue;
    files.push({ path, name, bytes: Number(found.size), stamp: stampOf(found) });
  }
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of a file that is still as it was seen; undefined when it is not. Follows no link, and waits for no pipe. */
export async function readAsSeen({ path, bytes, stamp }: FolderFile): Promise<Buffer | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(ignoreGone);
  if (file === undefined) return undefined;
  try {
    const isAsSeen = async () => stampOf(await file.stat({ bigint: true })) === stamp;
    if (!(await isAsSeen())) return undefined;
    const content = await readBytes(file, bytes);
    return content.length === bytes && (await isAsSeen()) ? content : undefined;
  } finally {
    await file.close();
  }
}

async function readBytes(file: FileHandle, bytes: number): Promise<Buffer> {
  const content = Buffer.alloc(bytes);
  let read = 0;
  while (read < bytes) {
    const { bytesRead } = await file.read(content, read, bytes - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return content.subarray(0, read);
}

function stampOf({ ino, size, mtimeNs }: BigIntStats): Stamp {
  return `${ino}/${size}/${mtimeNs}`;
}

const GONE: readonly unknown[] = ['ENOENT', 'ELOOP', 'ENOTDIR'];

/** Somebody else took it, or it became a link: not ours to take. */
export function ignoreGone(error: NodeJS.ErrnoException): undefined {
  if (GONE.includes(error.code)) return undefined;
  throw error;
}
