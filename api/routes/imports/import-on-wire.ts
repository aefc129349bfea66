import type { ImportFormat } from '../../../activities/imports/import-format.js';
import type { ImportState } from '../../../activities/imports/receive-import.js';
import type { ImportKindName } from '../../../contract/imports/kinds.js';
import { actorNameIn } from '../actor-names.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { whereAll } from '../query-conditions.js';

export type ImportRecord = Readonly<{
  id: string;
  kind: ImportKindName;
  mode: 'write' | 'dry-run';
  state: ImportState;
  profile: string | null;
  file_bytes: number;
  format: ImportFormat | null;
  refusal_code: string | null;
  refusal_detail: string | null;
  refusal_place: string | null;
  received_at: Date;
  received_key: string;
  received_by: string;
  ended_at: Date | null;
  undone_at: Date | null;
  rows: Readonly<Record<string, number>> | null;
}>;

/** Imports with their progress, the latest first. */
export function importRecords(
  prisma: Pick<PrismaClient, '$queryRaw'>,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Promise<ImportRecord[]> {
  return prisma.$queryRaw<ImportRecord[]>`
    SELECT i.id, i.kind, i.mode, i.state, p.code AS profile, i.file_bytes, i.format, i.refusal_code, i.refusal_detail,
      i.refusal_place, i.received_at, i.received_at::text AS received_key,
      ${actorNameIn(Prisma.sql`i.received_by`)} AS received_by, i.ended_at, i.undone_at,
      (SELECT json_object_agg(x.state, x.rows)
       FROM (SELECT r.state, count(*)::int AS rows FROM import_row r WHERE r.import_id = i.id GROUP BY r.state) x) AS rows
    FROM import i LEFT JOIN import_profile p ON p.id = i.profile_id
    WHERE ${whereAll(conditions)}
    ORDER BY i.received_at DESC, i.id DESC
    LIMIT ${limit}`;
}

export function importOnWire(row: ImportRecord) {
  const rows = row.rows ?? {};
  const of = (state: string) => rows[state] ?? 0;
  return {
    id: row.id,
    kind: row.kind,
    mode: row.mode,
    status: row.state,
    profile: row.profile,
    fileBytes: row.file_bytes,
    rows: {
      total: Object.values(rows).reduce((total, some) => total + some, 0),
      waiting: of('read'),
      written: of('written'),
      wouldBeWritten: of('would-be-written'),
      known: of('known'),
      refused: of('refused'),
      undone: of('undone'),
    },
    refusal:
      row.refusal_code === null
        ? null
        : {
            code: row.refusal_code,
            detail: row.refusal_detail ?? '',
            place: row.refusal_place,
          },
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
    endedAt: row.ended_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
  };
}

export function formatOnWire(format: ImportFormat | null) {
  if (format === null) return null;
  const { file, encoding, delimiter, headerLine, header, mapping, unused } = format;
  const columns = Object.entries(mapping).map(([field, column]) => {
    return { field, column: header[column] ?? `#${column + 1}` };
  });
  const { decimalMark, dateOrder } = format;
  return { file, encoding, delimiter, headerLine, columns, unused, decimalMark, dateOrder };
}
