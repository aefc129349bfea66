import { importWorkflowId } from '../../../activities/imports/receive-import.js';
import { listImportsRoute, readImportRoute } from '../../../contract/imports/imports.js';
import type { Role } from '../../../contract/roles.js';
import { notFound } from '../../../domain/refusal.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { pageOf } from '../../http/cursor.js';
import { route } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';
import { afterCursor, latestFirst } from '../page-turn.js';
import { formatOnWire, importOnWire, importRecords, type ImportRecord } from './import-on-wire.js';
import { kindsOf } from './kinds-of-role.js';

const LATEST_FIRST = latestFirst(Prisma.sql`i.received_at`, Prisma.sql`i.id`);

export const listImports = route(listImportsRoute).answers(
  async ({ query, principal }, { database }) => {
    const { limit, cursor, status, kind } = query;
    const conditions = [ofRole(principal.role)];
    if (status !== undefined) conditions.push(Prisma.sql`i.state = ${status}`);
    if (kind !== undefined) conditions.push(Prisma.sql`i.kind = ${kind}`);
    conditions.push(...afterCursor(cursor, LATEST_FIRST));
    const rows = await importRecords(database.prisma, conditions, limit + 1);
    const positionOf = (row: ImportRecord) => ({ key: row.received_key, id: row.id });
    return { status: 200, body: pageOf(rows, { limit, positionOf, show: importOnWire }) };
  },
);

export const readImport = route(readImportRoute).answers(
  async ({ params: { importId }, principal }, deps) => {
    const record = await visibleImport(deps.database.prisma, importId, principal.role);
    return {
      status: 200,
      body: {
        ...importOnWire(record),
        format: formatOnWire(record.format),
        workflow: workflowLink(deps, importWorkflowId(importId)),
      },
    };
  },
);

function ofRole(role: Role): Prisma.Sql {
  return Prisma.sql`i.kind = ANY (${[...kindsOf(role)]})`;
}

/** @throws Refusal `NOT_FOUND`, also for kinds that the role does not read */
export async function visibleImport(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  importId: string,
  role: Role,
): Promise<ImportRecord> {
  const conditions = [Prisma.sql`i.id = ${importId}::uuid`, ofRole(role)];
  const [record] = await importRecords(prisma, conditions, 1);
  if (record === undefined) throw notFound();
  return record;
}
