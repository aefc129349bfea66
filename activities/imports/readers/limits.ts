/** Twice what we promise to bring in at once; a larger file is handed in by parts. */
export const ROWS_MAX = 200_000;

/** Wider than the full export of any system we know; a million columns are a mistake or an attack. */
export const COLUMNS_MAX = 500;

/** Characters of one row: five hundred cells of a sentence each. An unclosed quote must not swallow the file. */
export const ROW_LENGTH_MAX = 64 * 1024;

/** Lines that one row may span: descriptions with line ends in them. */
export const ROW_LINES_MAX = 100;

/** The header is looked for in the first rows: reports of tills have a title above it. */
export const HEADER_ROWS_MAX = 10;

/** Rows that the notation of numbers is recognised by. */
export const SAMPLE_ROWS = 1_000;
