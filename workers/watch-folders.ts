import type { Logger } from 'pino';
import { importInbox, type FolderDeps } from '../activities/imports/folder/import-inbox.js';
import { createFolderLook } from '../activities/imports/folder/look-into-folder.js';
import { bankInbox } from '../activities/statement/bank-inbox.js';
import { messageOf, OperatorFault } from '../platform/fault.js';
import { createWakeableLoop } from './wakeable-loop.js';

/** A file that has not changed for so long is at rest. */
const LOOK_EVERY_MS = 5_000;

type Folders = Readonly<{ importFolder: string | undefined; bankFolder: string | undefined }>;

/**
 * Watches the folders that are configured, until it is closed; none when none is.
 *
 * @throws OperatorFault when a folder cannot be made or read
 */
export async function watchFolders(
  deps: FolderDeps & Readonly<{ logger: Logger }>,
  { importFolder, bankFolder }: Folders,
): Promise<Readonly<{ close: () => Promise<void> }>> {
  const looks = [
    ...(importFolder === undefined ? [] : [createFolderLook(importInbox(deps, importFolder))]),
    ...(bankFolder === undefined ? [] : [createFolderLook(bankInbox(deps, bankFolder))]),
  ];
  for (const look of looks) await look().catch(refuseToStart);
  const loops = looks.map((look) =>
    createWakeableLoop({
      work: async () => {
        await look();
        return 0;
      },
      idleMs: LOOK_EVERY_MS,
      logger: deps.logger,
    }),
  );
  return {
    close: async () => {
      await Promise.all(loops.map((loop) => loop.close()));
    },
  };
}

function refuseToStart(error: unknown): never {
  throw new OperatorFault(`A watched folder cannot be used: ${messageOf(error)}`);
}
