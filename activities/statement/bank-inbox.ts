import { STATEMENT_FILE_BYTES_MAX } from '../../contract/statement/bank-statements.js';
import { systemContext } from '../../platform/context.js';
import type { FolderDeps } from '../imports/folder/import-inbox.js';
import type { FolderOutcome, Inbox } from '../imports/folder/inbox.js';
import { receiveStatement, STOPPED } from './receive-statement.js';

/**
 * Bank files of a watched folder, as a machine feeds them: whoever runs the servers says who writes there, and no second
 * person is asked.
 */
export function bankInbox({ database, clock, hint }: FolderDeps, root: string): Inbox {
  return {
    root,
    bytesMax: STATEMENT_FILE_BYTES_MAX,
    doors: async () => [{ folder: root, says: 'bank' }],
    receive: async (content) => {
      const ctx = systemContext({ clock, name: 'folder', origin: 'folder:bank' });
      const file = { content, bankAccountId: undefined, source: 'feed' } as const;
      const { id } = await database.transaction(ctx, (tx) => receiveStatement(tx, ctx, file));
      hint();
      return id;
    },
    outcome: async (id): Promise<FolderOutcome> => {
      const found = await database.prisma.bankStatement.findUnique({
        where: { id },
        select: { state: true, refusalCode: true, refusalDetail: true, refusalPlace: true },
      });
      if (found === null)
        return { kind: 'refused', report: `The books have no bank file ${id}.\n` };
      const { state, refusalCode, refusalDetail, refusalPlace } = found;
      if (state === 'booked') return { kind: 'done', report: `Bank file ${id}: booked\n` };
      if (!STOPPED.includes(state)) return { kind: 'running' };
      const why = `${refusalPlace ?? ''} ${refusalCode ?? ''}: ${refusalDetail ?? ''}`.trim();
      return { kind: 'refused', report: `Bank file ${id}: ${state}\n${why}\n` };
    },
  };
}
