import { findColumns, isHeaderAgain, type FoundHeader } from '../statement/csv-header.js';
import { figureIn, NO_PERIOD, readPreamble, type Preamble } from '../statement/csv-labels.js';
import type { CsvProfile } from '../statement/csv-profile.js';
import { readCsvRow, type CsvRow } from '../statement/csv-row.js';
import { cleanCell } from '../statement/csv-values.js';

/** Which bank's file this is, by its header and rows; never by its name. */
export type Recognition =
  | Readonly<{ kind: 'known'; profile: CsvProfile }>
  /** More than one bank writes its files so: a person says which. */
  | Readonly<{ kind: 'several'; profiles: readonly CsvProfile[] }>
  /** It has the columns of this bank in another order. */
  | Readonly<{ kind: 'moved'; profile: CsvProfile; header: FoundHeader; fileLine: number }>
  | Readonly<{ kind: 'unknown' }>;

type Candidate = Readonly<{
  profile: CsvProfile;
  header: FoundHeader;
  at: number;
  rows: readonly CsvRow[];
}>;

/** Rows of bookings that are tried. */
const ROWS_MAX = 50;

/**
 * Finds the profile of a file by its first rows. When the header fits several, the one by which most rows can be read; when
 * these are several, or none reads a row, all of them are named. Pure.
 */
export function recogniseProfile(
  rows: readonly CsvRow[],
  profiles: readonly CsvProfile[],
): Recognition {
  const found = profiles.flatMap((profile) => candidateOf(rows, profile));
  const inPlace = found.filter(({ header }) => header.moved === undefined);
  const [first, ...others] = inPlace;
  if (first === undefined) return movedIn(found, rows);
  if (others.length === 0 || inPlace.every((one) => one.rows.length === 0)) {
    return { kind: 'known', profile: first.profile };
  }
  const read = inPlace.map((one) => ({ ...one, read: rowsRead(one, rows) }));
  const most = Math.max(...read.map((one) => one.read));
  const best = read.filter((one) => one.read === most).map(({ profile }) => profile);
  const [only, another] = best;
  if (only !== undefined && another === undefined) return { kind: 'known', profile: only };
  return { kind: 'several', profiles: best };
}

function movedIn([first]: readonly Candidate[], rows: readonly CsvRow[]): Recognition {
  if (first === undefined) return { kind: 'unknown' };
  const { profile, header, at } = first;
  return { kind: 'moved', profile, header, fileLine: rows[at]?.fileLine ?? 1 };
}

function candidateOf(rows: readonly CsvRow[], profile: CsvProfile): Candidate[] {
  for (const [at, { cells }] of rows.entries()) {
    const header = findColumns(cells, profile);
    if (header !== undefined)
      return [{ profile, header, at, rows: bookingsOf(rows.slice(at + 1), { profile, header }) }];
  }
  return [];
}

function bookingsOf(
  rows: readonly CsvRow[],
  { profile, header }: Readonly<{ profile: CsvProfile; header: FoundHeader }>,
): readonly CsvRow[] {
  return rows
    .filter(({ cells }) => {
      const isEmpty = cells.every((cell) => cleanCell(cell) === '');
      return (
        !isEmpty &&
        figureIn(cells, profile) === undefined &&
        !isHeaderAgain(cells, profile, header.places)
      );
    })
    .slice(0, ROWS_MAX);
}

function rowsRead(
  { profile, header, at, rows: bookings }: Candidate,
  rows: readonly CsvRow[],
): number {
  const none: Preamble = { accountId: undefined, currency: undefined, period: NO_PERIOD };
  const { currency = profile.currencyDefault, period } = rows
    .slice(0, at)
    .reduce((before, { cells }) => readPreamble(cells, profile, before), none);
  const context = { ...header, profile, currency, period };
  const marks = bookings.map((row): number => {
    const result = readCsvRow(row, context);
    if (result.kind === 'line') return 2;
    // Its amount and direction were read.
    return result.leftOut === undefined ? 0 : 1;
  });
  return marks.reduce((sum, mark) => sum + mark, 0);
}
