import { recogniseProfile } from '../../../domain/bank-csv/recognise-profile.js';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';
import type { ReadStatementResult } from '../../../domain/statement/statement.js';
import { visitCsvRows } from './csv-records.js';
import { decodeWhole } from './decode.js';
import { FileFault } from './file-fault.js';
import { createRowsReader, type RowsContext } from './read-rows.js';

type Read = Extract<ReadStatementResult, { kind: 'read' }>;

/** Spreadsheets save a bank's CSV with another delimiter. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Tried in this order when the file has no byte order mark. */
const ENCODINGS = ['utf-8', 'windows-1252'] as const;

/** The header and enough rows to tell banks apart are within the first characters. */
const HEAD_LENGTH = 16 * 1024;

/**
 * Reads the CSV of a bank that has a profile; undefined when none fits. Encoding and delimiter are told from the file.
 *
 * @throws FileFault `STATEMENT_BANK_UNCLEAR` (several profiles fit), `STATEMENT_COLUMNS_MOVED`, and those of `createRowsReader`.
 */
export function readCsv(
  bytes: Uint8Array,
  profiles: readonly CsvProfile[],
  context: Omit<RowsContext, 'profile'>,
): Read | undefined {
  const text = decodeWhole(bytes, ENCODINGS);
  if (text === undefined) return undefined;
  for (const { delimiter, rows } of headsOf(text)) {
    const profile = profileIn(rows, profiles);
    if (profile === undefined) continue;
    const reader = createRowsReader({ ...context, profile });
    visitCsvRows(text, delimiter, reader);
    return reader.finish();
  }
  return undefined;
}

type Head = Readonly<{ delimiter: string; rows: readonly CsvRow[] }>;

/** The first rows of a text by each delimiter; none where it is no text. */
export function csvHeads(bytes: Uint8Array): readonly Head[] {
  const text = decodeWhole(bytes, ENCODINGS);
  return text === undefined ? [] : headsOf(text);
}

function headsOf(text: string): readonly Head[] {
  return DELIMITERS.map((delimiter) => ({ delimiter, rows: headRows(text, delimiter) }));
}

/** The last row may be cut. */
function headRows(text: string, delimiter: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  visitCsvRows(text.slice(0, HEAD_LENGTH), delimiter, {
    row: (row) => {
      rows.push(row);
      return 'taken';
    },
    broken: () => {},
  });
  return text.length > HEAD_LENGTH ? rows.slice(0, -1) : rows;
}

/**
 * The profile of these rows; undefined when none fits. A file whose columns moved keeps its profile: reading it says where.
 *
 * @throws FileFault `STATEMENT_BANK_UNCLEAR`.
 */
export function profileIn(
  rows: readonly CsvRow[],
  profiles: readonly CsvProfile[],
): CsvProfile | undefined {
  const recognition = recogniseProfile(rows, profiles);
  if (recognition.kind === 'unknown') return undefined;
  if (recognition.kind !== 'several') return recognition.profile;
  const [first, ...others] = recognition.profiles;
  if (others.every(({ id }) => id === first?.id)) return first;
  const banks = recognition.profiles.map(({ bankName, id }) => `${bankName} (${id})`).join(', ');
  const detail = `Files of several banks look like this one: ${banks}.`;
  throw new FileFault({ code: 'STATEMENT_BANK_UNCLEAR', place: 'line 1', detail });
}
