import type { ImportKindName } from '../../contract/imports/kinds.js';
import type { Transaction } from '../../prisma/database.js';

/** What imports of this kind had brought in under these keys before they were undone: the newest record of each. */
export async function takenBack(
  tx: Transaction,
  { kind, keys }: Readonly<{ kind: ImportKindName; keys: readonly string[] }>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; subject_id: string }[]>`
    SELECT DISTINCT ON (r.key) r.key, r.subject_id
    FROM import_row r JOIN import i ON i.id = r.import_id
    WHERE r.key = ANY (${[...keys]}) AND i.kind = ${kind} AND r.state = 'undone'
    ORDER BY r.key, i.undone_at DESC`;
  return new Map(rows.map(({ key, subject_id: subjectId }) => [key, subjectId]));
}
