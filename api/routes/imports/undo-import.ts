import { undoImport as undo } from '../../../activities/imports/undo-import.js';
import { undoImportRoute } from '../../../contract/imports/undo.js';
import { command } from '../../route.js';
import { importOnWire } from './import-on-wire.js';
import { visibleImport } from './read-imports.js';

export const undoImport = command(undoImportRoute).answers(
  async ({ params: { importId }, query, principal, tx, ctx }) => {
    await visibleImport(tx, importId, principal.role);
    const { kind } = await undo(tx, ctx, { importId, ...query });
    const body = importOnWire(await visibleImport(tx, importId, principal.role));
    return kind === 'undone' ? { status: 200, body } : { status: 202, body };
  },
);
