const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter by which the first lines have the most columns, and all the same number; `,` when there is only one. */
export function detectDelimiter(lines: readonly string[]): Delimiter {
  const [header = ''] = lines;
  const scored = DELIMITERS.map((delimiter) => {
    const width = columnsBy(header, delimiter);
    const same = lines.filter((line) => columnsBy(line, delimiter) === width).length;
    return { delimiter, width, same };
  });
  const wide = scored.filter(({ width }) => width > 1);
  const best = wide.sort((a, b) => b.same - a.same || b.width - a.width)[0];
  return best?.delimiter ?? ',';
}

function columnsBy(line: string, delimiter: Delimiter): number {
  const unquoted = line.replaceAll(/"(?:[^"]|"")*"/g, '');
  return unquoted.split(delimiter).length;
}

/**
 * A cell of a file that we write. What a spreadsheet would take for a formula gets an apostrophe before it, which the
 * reader of such files takes away again; what has quotes, delimiters or line ends is quoted.
 */
export function csvCell(text: string): string {
  const harmless = RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n;\t|]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What stood there before `csvCell` made it harmless. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

const RUNS = /^'*[=+\-@\t\r]/;
const GUARDED = /^''*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)*$/;
