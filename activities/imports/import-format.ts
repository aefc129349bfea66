import { cellText, type Cell, type ImportField } from '../../domain/imports/fields.js';
import {
  proposeMapping,
  type Mapping,
  type MappingProposal,
} from '../../domain/imports/propose-mapping.js';
import type { DateOrder } from '../../domain/imports/read-date.js';
import { decimalMarkIn, type DecimalMark } from '../../domain/imports/read-number.js';
import { Refusal } from '../../domain/refusal.js';
import type { FileRow, OpenFile } from './readers/file-row.js';
import { COLUMNS_MAX, HEADER_ROWS_MAX, SAMPLE_ROWS } from './readers/limits.js';

/** How a file is written, as it is kept with the import and shown. */
export type ImportFormat = Readonly<{
  file: 'csv' | 'xlsx';
  encoding: string | null;
  delimiter: string | null;
  /** The line of the header; 0 when the file has none. */
  headerLine: number;
  header: readonly string[];
  mapping: Mapping;
  /** Columns that nothing is read from. */
  unused: readonly string[];
  decimalMark: DecimalMark;
  dateOrder: DateOrder;
}>;

/** What a saved profile says about the files of one source. */
export type ProfileHints = Readonly<{
  columns: Readonly<Record<string, string>>;
  decimalMark: string | null;
  dateOrder: string | null;
}>;

type Recognised = Readonly<{ fields: readonly ImportField[]; profile: ProfileHints | null }>;

/**
 * Recognises header, columns and notation of a file by its first rows.
 *
 * @throws Refusal `IMPORT_EMPTY`, `IMPORT_COLUMNS_TOO_MANY`, `IMPORT_ROW_TOO_LONG`, `IMPORT_HEADER_MISSING`,
 * `IMPORT_COLUMN_MISSING`, `IMPORT_COLUMN_AMBIGUOUS`
 */
export async function recogniseFormat(
  file: OpenFile,
  { fields, profile }: Recognised,
): Promise<ImportFormat> {
  const rows = await firstRows(file);
  const { headerLine, header, mapping, unused } = findHeader(rows, { fields, profile });
  const data = rows.filter(({ line }) => line > headerLine);
  return {
    file: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    headerLine,
    header,
    mapping,
    unused,
    decimalMark: decimalMarkOf(profile) ?? markShownBy(data, { fields, mapping }),
    dateOrder: dateOrderOf(profile),
  };
}

type DataRow = Extract<FileRow, { kind: 'row' }>;

async function firstRows(file: OpenFile): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for await (const row of file.rows()) {
    if (row.kind === 'row') rows.push(row);
    else if (rows.length === 0) {
      throw new Refusal({ code: row.code, param: `line ${row.line}`, detail: row.detail });
    }
    if (rows.length > SAMPLE_ROWS) break;
  }
  return rows;
}

type FoundHeader = Pick<ImportFormat, 'headerLine' | 'header' | 'mapping' | 'unused'>;

/** The first row whose names say all that is needed; reports have a title above it. */
function findHeader(rows: readonly DataRow[], { fields, profile }: Recognised): FoundHeader {
  const [first] = rows;
  if (first === undefined) {
    throw new Refusal({ code: 'IMPORT_EMPTY', param: 'line 1', detail: 'The file has no rows.' });
  }
  const given = profile?.columns ?? {};
  const byPosition = withoutHeader(first, { fields, profile });
  if (byPosition !== undefined) return byPosition;
  let best: Readonly<{ line: number; proposal: MappingProposal; header: string[] }> | undefined;
  for (const { line, cells } of rows.slice(0, HEADER_ROWS_MAX)) {
    const header = headerOf(cells, line);
    const proposal = proposeMapping(header, fields, given);
    if (proposal.kind === 'proposed') return { headerLine: line, header, ...proposal };
    if (best === undefined || foundBy(proposal) > foundBy(best.proposal)) {
      best = { line, proposal, header };
    }
  }
  throw refusalOf(best ?? { line: first.line, header: [], proposal: NOTHING_FOUND });
}

const NOTHING_FOUND: MappingProposal = { kind: 'incomplete', missing: [], found: 0 };

/** A profile that names every column by its position reads files without a header. */
function withoutHeader(first: DataRow, { fields, profile }: Recognised): FoundHeader | undefined {
  const names = Object.values(profile?.columns ?? {});
  if (names.length === 0 || !names.every((name) => name.startsWith('#'))) return undefined;
  const header = first.cells.map((_, column) => `#${column + 1}`);
  const proposal = proposeMapping(header, fields, profile?.columns);
  return proposal.kind === 'proposed' ? { headerLine: 0, header, ...proposal } : undefined;
}

function headerOf(cells: readonly Cell[], line: number): string[] {
  if (cells.length <= COLUMNS_MAX) return cells.map(cellText);
  const detail = `The row has ${cells.length} columns; a file has at most ${COLUMNS_MAX}.`;
  throw new Refusal({ code: 'IMPORT_COLUMNS_TOO_MANY', param: `line ${line}`, detail });
}

function foundBy(proposal: MappingProposal): number {
  return proposal.kind === 'incomplete' ? proposal.found : Number.MAX_SAFE_INTEGER;
}

function refusalOf({
  line,
  header,
  proposal,
}: Readonly<{ line: number; proposal: MappingProposal; header: readonly string[] }>): Refusal {
  const param = `line ${line}`;
  if (proposal.kind === 'ambiguous') {
    const detail = `Several columns say ${proposal.field}: ${proposal.columns.join(', ')}. Name one in a profile.`;
    return new Refusal({ code: 'IMPORT_COLUMN_AMBIGUOUS', param, detail });
  }
  if (proposal.kind === 'proposed' || proposal.found === 0) {
    const detail = 'No row of the first ones names columns that are known. Name them in a profile.';
    return new Refusal({ code: 'IMPORT_HEADER_MISSING', param, detail });
  }
  const detail = `No column says ${proposal.missing.join(', ')}. The header has ${header.slice(0, SHOWN_MAX).join(', ')}.`;
  return new Refusal({ code: 'IMPORT_COLUMN_MISSING', param, detail });
}

/** Columns shown in a sentence. */
const SHOWN_MAX = 20;

type NumberColumns = Readonly<{ fields: readonly ImportField[]; mapping: Mapping }>;

/** The mark that numbers of the file show; unknown when they show none, or both. */
function markShownBy(rows: readonly DataRow[], { fields, mapping }: NumberColumns): DecimalMark {
  const columns = fields.flatMap(({ field, reads }) => {
    const column = mapping[field];
    return column !== undefined && NUMBERS.has(reads) ? [column] : [];
  });
  const marks = new Set<DecimalMark>();
  for (const { cells } of rows) {
    for (const column of columns) {
      const cell = cells[column];
      if (typeof cell === 'string') marks.add(decimalMarkIn(cell));
    }
  }
  marks.delete('unknown');
  const [only] = marks;
  return marks.size === 1 && only !== undefined ? only : 'unknown';
}

const NUMBERS: ReadonlySet<ImportField['reads']> = new Set(['amount', 'quantity']);

function decimalMarkOf(profile: ProfileHints | null): '.' | ',' | undefined {
  const mark = profile?.decimalMark;
  return mark === '.' || mark === ',' ? mark : undefined;
}

/** Day before month, as in Indonesia, unless a profile says otherwise. */
function dateOrderOf(profile: ProfileHints | null): DateOrder {
  const order = profile?.dateOrder;
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}
