import { undoImport as undo } from '../../../activities/imports/undo-import.js';
import { undoImportRoute } from '../../../contract/imports/undo.js';
import { command } from '../../route.js';
import { importOnWire } from './import-on-wire.js';
import { visibleImport } from './read-imports.js';

export const undoImport = command(undoImportRoute).answers(
  async ({ params: { importId }, principal, tx, ctx }) => {
    await visibleImport(tx, importId, principal.role);
    await undo(tx, ctx, importId);
    return { status: 200, body: importOnWire(await visibleImport(tx, importId, principal.role)) };
  },
);
