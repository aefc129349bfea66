import type { Transaction } from '../../prisma/database.js';
import type { LoadedImport } from './load-import.js';

/** A row with the same key that was brought in before. */
export type Earlier = Readonly<{ digest: string; place: string; subjectId: string | null }>;

type Row = Readonly<{
  key: string;
  digest: string;
  line: number;
  import_id: string;
  subject_id: string | null;
}>;

/**
 * What imports of this kind have brought in under these keys; a dry run also knows its own rows. Of records
 * that a file may change only this file counts: for others the books say what there is.
 */
export async function cameBefore(
  tx: Transaction,
  { id, kind, kindName }: LoadedImport,
  keys: readonly string[],
): Promise<Map<string, Earlier>> {
  const everyFile = kind.changing === undefined && kind.knownByBooks === undefined;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.key, encode(r.digest, 'hex') AS digest, r.line, r.import_id, r.subject_id
    FROM import_row r JOIN import i ON i.id = r.import_id
    WHERE r.key = ANY (${[...keys]}) AND i.kind = ${kindName}
      AND (r.state = 'written' OR (r.state = 'would-be-written' AND i.id = ${id}::uuid))
      AND (${everyFile} OR i.id = ${id}::uuid)`;
  return new Map(
    rows.map(({ key, digest, line, import_id: importId, subject_id: subjectId }) => [
      key,
      { digest, subjectId, place: `line ${line} of import ${importId}` },
    ]),
  );
}
