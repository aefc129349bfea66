import { recordListExport as record } from '../../../activities/people/list-exports.js';
import { recordListExportRoute } from '../../../contract/people/list-exports.js';
import { command } from '../../route.js';

export const recordListExport = command(recordListExportRoute).answers(
  async ({ body, tx, ctx }) => {
    const id = await record(tx, ctx, body);
    return { status: 201, body: { id, at: ctx.at } };
  },
);
