import type { RowChange, RowFault } from '../../../activities/imports/import-rows.js';
import { rejectedFile } from '../../../activities/imports/rejected-file.js';
import { listImportRowsRoute, readRejectedRoute } from '../../../contract/imports/imports.js';
import type { IMPORT_ROW_STATES } from '../../../contract/imports/kinds.js';
import { cellText, type Cell } from '../../../domain/imports/fields.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { decodeCursor, encodeCursor } from '../../http/cursor.js';
import { sendText } from '../../http/send-text.js';
import { route } from '../../route.js';
import { visibleImport } from './read-imports.js';

export const listImportRows = route(listImportRowsRoute).answers(
  async ({ params: { importId }, query, principal }, { database: { prisma } }) => {
    await visibleImport(prisma, importId, principal.role);
    const { limit, cursor, status } = query;
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, BY_LINE).key);
    const rows = await prisma.importRow.findMany({
      where: { importId, line: { gt: after }, ...(status === undefined ? {} : { state: status }) },
      orderBy: { line: 'asc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const nextCursor =
      last === undefined ? null : encodeCursor({ key: String(last.line), id: importId });
    return { status: 200, body: { data: page.map(rowOnWire), nextCursor } };
  },
);

const BY_LINE = { key: /^\d{1,9}$/, id: { test: () => true } };

type RowRecord = Awaited<ReturnType<PrismaClient['importRow']['findMany']>>[number];

function rowOnWire({ line, state, key, subjectId, cells, changes, faults }: RowRecord) {
  return {
    line,
    status: state as (typeof IMPORT_ROW_STATES)[number],
    key,
    subjectId,
    cells: (cells as unknown as Cell[]).map(cellText),
    changes: (changes ?? []) as unknown as RowChange[],
    faults: (faults ?? []) as unknown as RowFault[],
  };
}

export const readRejected = route(readRejectedRoute).answers(
  async ({ params: { importId }, principal, response }, { database }) => {
    const { format } = await visibleImport(database.prisma, importId, principal.role);
    const text = rejectedFile(database, { importId, format });
    await sendText(response, {
      contentType: 'text/csv',
      fileName: `rejected-${importId}.csv`,
      text,
    });
    return { kind: 'stream' };
  },
);
