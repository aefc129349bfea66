import { CsvError, parse } from 'csv-parse/sync';
import type { CsvRow } from '../../../domain/statement/csv-row.js';

/** Bytes of one row; an unclosed quote must not swallow the rest of the file. */
const ROW_BYTES_MAX = 16 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The reader's result for a row: an `unclear` row that spans several lines is tried line by line. */
export type RowVerdict = 'taken' | 'unclear';

export type RowVisitor = Readonly<{
  row: (row: CsvRow) => RowVerdict;
  /** A physical line that is no row: its quote never closes, or it is too long. */
  broken: (fileLine: number) => void;
}>;

type Position = Readonly<{ offset: number; fileLine: number }>;

/**
 * Visits the rows of a CSV text one by one. After a broken row reading goes on at the next physical line, so that the
 * good rows around it are kept. Blank lines are skipped.
 */
export function visitCsvRows(text: string, delimiter: string, visitor: RowVisitor): void {
  const bytes = Buffer.from(text);
  let position: Position | undefined = { offset: 0, fileLine: 1 };
  while (position !== undefined)
    position = visitUntilBroken(bytes, position, { delimiter, visitor });
}

class UnclearRow extends Error {}

/**
 * The parser compares every row with its first one and builds an error for each that differs, which is slower than
 * reading it. So it is restarted where the width changes (after the header, before the totals).
 */
class WidthChange extends Error {}

/** Position after a broken line; undefined at the end. */
function visitUntilBroken(
  bytes: Buffer,
  start: Position,
  { delimiter, visitor }: Readonly<{ delimiter: string; visitor: RowVisitor }>,
): Position | undefined {
  let position = skipBlankLines(bytes, start);
  let width: number | undefined;
  const onRecord = (cells: string[], end: number): void => {
    const spansLines = cells.some((cell) => cell.includes('\n'));
    const verdict = visitor.row({ fileLine: position.fileLine, cells });
    if (verdict === 'unclear' && spansLines) throw new UnclearRow();
    position = skipBlankLines(bytes, advance(bytes, position, start.offset + end));
    width ??= cells.length;
    if (cells.length !== width) throw new WidthChange();
  };
  try {
    parse(bytes.subarray(start.offset), {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: ROW_BYTES_MAX,
      on_record: (cells: string[], { bytes: end }) => {
        onRecord(cells, end);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof WidthChange) return position;
    if (!(error instanceof CsvError) && !(error instanceof UnclearRow)) throw error;
    if (error instanceof CsvError) visitor.broken(position.fileLine);
    const lineEnd = bytes.indexOf(LINE_FEED, position.offset);
    return lineEnd === -1 ? undefined : advance(bytes, position, lineEnd + 1);
  }
}

function advance(bytes: Buffer, from: Position, offset: number): Position {
  let { fileLine } = from;
  let lineEnd = bytes.indexOf(LINE_FEED, from.offset);
  while (lineEnd !== -1 && lineEnd < offset) {
    fileLine += 1;
    lineEnd = bytes.indexOf(LINE_FEED, lineEnd + 1);
  }
  return { offset, fileLine };
}

function skipBlankLines(bytes: Buffer, from: Position): Position {
  let { offset, fileLine } = from;
  for (;;) {
    const byte = bytes[offset];
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) return { offset, fileLine };
    if (byte === LINE_FEED) fileLine += 1;
    offset += 1;
  }
}
