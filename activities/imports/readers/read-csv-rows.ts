import { parse } from 'csv-parse/sync';
import {
  detectDelimiter,
  withoutGuard,
  type Delimiter,
} from '../../../domain/imports/csv-dialect.js';
import { decodeText, detectTextEncoding } from './decode-text.js';
import type { FileBytes, FileRow, OpenFile } from './file-row.js';
import { HEADER_ROWS_MAX } from './limits.js';
import { splitRecords, type TextRecord } from './split-records.js';

/** Records given to the parser at a time: a call costs as much as some records. */
const RECORDS_PER_PARSE = 200;

/** Opens a text file: its encoding and delimiter are recognised by what is in it. */
export async function openCsv(bytes: FileBytes): Promise<OpenFile> {
  const encoding = await detectTextEncoding(bytes);
  const records = () => splitRecords(decodeText(bytes, encoding));
  const first: string[] = [];
  for await (const { text } of records()) {
    first.push(text);
    if (first.length >= HEADER_ROWS_MAX) break;
  }
  const delimiter = detectDelimiter(first);
  return { format: 'csv', encoding, delimiter, rows: () => rowsOf(records(), delimiter) };
}

async function* rowsOf(
  records: AsyncIterable<TextRecord>,
  delimiter: Delimiter,
): AsyncGenerator<FileRow> {
  let some: TextRecord[] = [];
  for await (const record of records) {
    some.push(record);
    if (some.length < RECORDS_PER_PARSE) continue;
    yield* parseSome(some, delimiter);
    some = [];
  }
  yield* parseSome(some, delimiter);
}

function parseSome(some: readonly TextRecord[], delimiter: Delimiter): FileRow[] {
  const whole = some.filter(({ kind }) => kind === 'record');
  const together = parsed(whole.map(({ text }) => text).join('\n'), delimiter);
  const alone = together?.length !== whole.length;
  let index = 0;
  return some.flatMap((record) => {
    if (record.kind !== 'record') return [brokenRow(record)];
    const cells = alone ? parsed(record.text, delimiter)?.[0] : together[index];
    index += 1;
    return cells === undefined ? lineByLine(record, delimiter) : [rowOf(record.line, cells)];
  });
}

/** A quote that never closes in its cell made one record of lines that are rows of their own. */
function lineByLine({ line, text }: TextRecord, delimiter: Delimiter): FileRow[] {
  return text.split('\n').flatMap((one, index) => {
    const rows = parsed(one, delimiter);
    const record = { line: line + index, text: one, kind: 'record' } as const;
    if (rows === undefined) return [brokenRow(record)];
    return rows.map((cells) => rowOf(record.line, cells));
  });
}

const BROKEN = {
  long: ['IMPORT_ROW_TOO_LONG', 'The row is longer than a row may be.'],
  open: ['IMPORT_QUOTE_OPEN', 'A quote begins in this line and does not end.'],
  record: ['IMPORT_QUOTE_OPEN', 'The quotes of this line are not where quotes belong.'],
} as const;

function brokenRow({ line, kind, text }: TextRecord): FileRow {
  const [code, detail] = BROKEN[kind];
  return { kind: 'broken', line, code, detail, text };
}

function rowOf(line: number, cells: readonly string[]): FileRow {
  return { kind: 'row', line, cells: cells.map(withoutGuard) };
}

/** Undefined when a quote stands where none belongs; inside of an unquoted cell it is a sign of its own. */
function parsed(text: string, delimiter: Delimiter): string[][] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch {
    return undefined;
  }
}
