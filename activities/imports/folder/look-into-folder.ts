import { lstat, mkdir, opendir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { safeFileName } from '../../../domain/imports/folder-names.js';
import { Refusal } from '../../../domain/refusal.js';
import { DONE, REFUSED, TAKEN, type Door, type Inbox } from './inbox.js';
import { makeFolder } from './make-folder.js';
import { filesIn, ignoreGone, readAsSeen, type FolderFile, type Stamp } from './resting-files.js';
import { writeBeside } from './write-beside.js';

/** Files that one look takes; the next look takes more. */
const FILES_PER_LOOK = 20;

/** Files under way that one look asks about. */
const TAKEN_PER_LOOK = 1_000;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Makes the function that looks into a watched folder once. A file that is as it was at the last look is at rest: its
 * bytes are handed in, it is moved to `taken/{id}`, and from there to `done` or `refused` with a report once the books
 * have ended with it. Killed anywhere in between, the next look goes on: the same bytes have the same id.
 */
export function createFolderLook<OneDoor extends Door>(inbox: Inbox<OneDoor>): () => Promise<void> {
  let seen: ReadonlyMap<string, Stamp> = new Map();
  return async () => {
    for (const name of [TAKEN, DONE, REFUSED]) await makeFolder(join(inbox.root, name));
    await endTaken(inbox);
    const now = new Map<string, Stamp>();
    let taken = 0;
    for (const door of await inbox.doors()) {
      for (const file of await filesIn(door.folder)) {
        // An empty file is one that somebody begins to write.
        if (file.bytes === 0) continue;
        now.set(file.path, file.stamp);
        const isAtRest = seen.get(file.path) === file.stamp;
        if (!isAtRest || taken >= FILES_PER_LOOK) continue;
        taken += 1;
        await take(inbox, door, file);
      }
    }
    seen = now;
  };
}

async function take<OneDoor extends Door>(
  inbox: Inbox<OneDoor>,
  door: OneDoor,
  file: FolderFile,
): Promise<void> {
  const { root, bytesMax } = inbox;
  if (file.bytes > bytesMax) {
    const detail = `The file has ${file.bytes} bytes; ${bytesMax} are the most. Hand it in by parts.`;
    return refuse(root, file, new Refusal({ code: 'PAYLOAD_TOO_LARGE', detail }));
  }
  const content = await readAsSeen(file);
  if (content === undefined) return;
  try {
    const id = await inbox.receive(content, door);
    const { stem, ending } = safeFileName(file.name);
    await mkdir(join(root, TAKEN, id), { recursive: true });
    await rename(file.path, join(root, TAKEN, id, `${stem}${ending}`)).catch(ignoreGone);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await refuse(root, file, error);
  }
}

/** What the books have never had has no id: its stamp tells it from others of its name. */
async function refuse(root: string, file: FolderFile, refusal: Refusal): Promise<void> {
  const { stem, ending } = safeFileName(file.name);
  const name = `${stem}.${file.stamp.replaceAll('/', '-')}`;
  const folder = join(root, REFUSED);
  const report = `${stem}${ending}\n${refusal.code}: ${refusal.detail}\n`;
  await writeBeside(folder, { name: `${name}.report.txt`, text: [report] });
  await rename(file.path, join(folder, `${name}${ending}`)).catch(ignoreGone);
}

/** Goes on with what was taken, also by a process that has ended. */
async function endTaken({ root, outcome }: Pick<Inbox, 'root' | 'outcome'>): Promise<void> {
  let looked = 0;
  for await (const { name: id } of await opendir(join(root, TAKEN))) {
    looked += 1;
    if (looked > TAKEN_PER_LOOK) return;
    if (!UUID.test(id)) continue;
    const folder = join(root, TAKEN, id);
    if (!(await lstat(folder).catch(ignoreGone))?.isDirectory()) continue;
    const end = await outcome(id);
    if (end.kind === 'running') continue;
    const target = join(root, end.kind === 'done' ? DONE : REFUSED);
    for (const { path, name } of await filesIn(folder)) {
      const { stem, ending } = safeFileName(name);
      const report = [`${name}\n${end.report}`];
      await writeBeside(target, { name: `${stem}.${id}.report.txt`, text: report });
      if (end.rejected !== undefined)
        await writeBeside(target, { name: `${stem}.${id}.rejected.csv`, text: end.rejected });
      await rename(path, join(target, `${stem}.${id}${ending}`)).catch(ignoreGone);
    }
    await rmdir(folder).catch(ignoreNotEmpty);
  }
}

/** What somebody else has put there stays. */
function ignoreNotEmpty(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error;
}
