/** A year of one busy account is about 60 MB of camt; more than this is a mistake or an attack. */
export const FILE_BYTES_MAX = 256 * 1024 * 1024;

/** Lines of one file: five times what we promise to read in little memory. */
export const LINES_MAX = 1_000_000;

/** Payments inside one collective booking; payroll batches reach tens of thousands. */
export const DETAILS_PER_LINE_MAX = 100_000;

/** ISO 20022 nests camt about 15 deep. */
export const DEPTH_MAX = 64;

/** The longest ISO 20022 texts are 500 characters (`AddtlNtryInf`); CSV banks glue several together. */
export const FIELD_LENGTH_MAX = 10_000;

/** Refused places of one file; a file with more is of another format. */
export const REFUSED_PLACES_MAX = 10_000;

/** Most differences listed for one statement; enough to see what is wrong. */
export const DIFFERENCES_MAX = 100;

/** Characters before the root element: declaration and comments. */
export const PROLOG_LENGTH_MAX = 64 * 1024;

/** Bytes decoded at a time: small compared with the file, large enough to amortise the call. */
export const CHUNK_BYTES = 64 * 1024;
