import { exportFile } from '../../../activities/imports/export-file.js';
import { companyOf } from '../../../activities/company/stores.js';
import { readExportRoute } from '../../../contract/imports/imports.js';
import { sendText } from '../../http/send-text.js';
import { route } from '../../route.js';
import { checkKind } from './kinds-of-role.js';

export const readExport = route(readExportRoute).answers(
  async ({ params: { kind }, principal, response }, { database, clock }) => {
    checkKind(principal.role, kind);
    // Before the first byte: what follows it can no longer be refused.
    await companyOf(database.prisma);
    const text = exportFile(database, { kind, at: clock.iso() });
    await sendText(response, { contentType: 'text/csv', fileName: `${kind}.csv`, text });
    return { kind: 'stream' };
  },
);
