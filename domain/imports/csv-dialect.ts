const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter by which most of the first lines have the same number of columns, and of those the one with the most
 * columns; `,` when no line has several. A title above the header has one column by any of them.
 */
export function detectDelimiter(lines: readonly string[]): Delimiter {
  const scored = DELIMITERS.map((delimiter) => {
    const widths = lines.map((line) => columnsBy(line, delimiter)).filter((width) => width > 1);
    return { delimiter, ...mostCommon(widths) };
  });
  const [best] = scored.toSorted((a, b) => b.count - a.count || b.width - a.width);
  return best === undefined || best.count === 0 ? ',' : best.delimiter;
}

function mostCommon(widths: readonly number[]): Readonly<{ width: number; count: number }> {
  const counted = [...new Set(widths)].map((width) => {
    return { width, count: widths.filter((one) => one === width).length };
  });
  const [first] = counted.toSorted((a, b) => b.count - a.count || b.width - a.width);
  return first ?? { width: 0, count: 0 };
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
  const harmless = runsAsFormula(text) ? `'${text}` : text;
  return /[",\r\n;\t|]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Whether a spreadsheet would take a text for a formula. */
export function runsAsFormula(text: string): boolean {
  return RUNS.test(text) && !PLAIN_NUMBER.test(text);
}

/** What stood there before `csvCell` made it harmless. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

/** Spreadsheets of East Asia take the full-width signs for the plain ones. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^''*[=+\-@\t\r＝＋－＠]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)*$/;
