import type { Cell } from '../../domain/imports/fields.js';
import type { Transaction } from '../../prisma/database.js';

export type WaitingRow = Readonly<{ line: number; cells: readonly Cell[] }>;

/** What became of a row. */
export type Verdict = Readonly<{
  line: number;
  state: 'written' | 'would-be-written' | 'known' | 'refused';
  key: string | null;
  /** SHA-256 in hexadecimal digits. */
  digest: string | null;
  subjectId: string | null;
  /** Of a record that was there before. */
  changes?: readonly RowChange[];
  faults: readonly RowFault[] | null;
}>;

/** A field of a record as it was and as it is; null for what is empty. */
export type RowChange = Readonly<{ field: string; before: string | null; after: string | null }>;

export type RowFault = Readonly<{
  /** The name of the column in the file. */
  column: string | null;
  field: string | null;
  value: string | null;
  code: string;
  detail: string;
}>;

/** Rows written in one transaction: well within its time limit, and few enough to be repeated after a fault. */
export const ROWS_PER_PART = 500;

/**
 * Lets the parts of one kind follow each other until the transaction ends, so that each sees the keys of those before it:
 * of two files with the same row that run side by side, one writes it and the other knows it.
 */
export async function takeTurn(tx: Transaction, kind: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import:${kind}`}, 0))`;
}

/** The next rows that wait, locked: a second attempt at the same part gets those behind them. */
export function takeWaitingRows(tx: Transaction, importId: string): Promise<WaitingRow[]> {
  return tx.$queryRaw<WaitingRow[]>`
    SELECT line, cells FROM import_row WHERE import_id = ${importId}::uuid AND state = 'read'
    ORDER BY line LIMIT ${ROWS_PER_PART} FOR UPDATE`;
}

/** Says of each row what became of it. */
export async function writeVerdicts(
  tx: Transaction,
  importId: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  const told = JSON.stringify(verdicts);
  await tx.$executeRaw`
    UPDATE import_row r
    SET state = v.state, key = v.key, digest = decode(v.digest, 'hex'), subject_id = v."subjectId",
      changes = v.changes, faults = v.faults
    FROM jsonb_to_recordset(${told}::jsonb) AS v
      (line integer, state text, key text, digest text, "subjectId" text, changes jsonb, faults jsonb)
    WHERE r.import_id = ${importId}::uuid AND r.line = v.line AND r.state = 'read'`;
}
