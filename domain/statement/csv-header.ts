import { columnsOf, moneyColumnsOf, type CsvColumn, type CsvProfile } from './csv-profile.js';
import { cleanCell, isLabelled } from './csv-values.js';
import { normaliseText } from './text.js';

/** Indexes of the columns of a profile; see `findColumns`. */
export type ColumnPlaces = ReadonlyMap<CsvColumn, number>;

/** `moved` is the first column that does not stand where the bank writes it: behind which one it should. */
export type FoundHeader = Readonly<{
  places: ColumnPlaces;
  width: number;
  moved: Readonly<{ column: CsvColumn; behind: CsvColumn; place: number }> | undefined;
}>;

/** The columns, if this row is the header, so has all that are needed. */
export function findColumns(
  cells: readonly string[],
  profile: CsvProfile,
): FoundHeader | undefined {
  const names = cells.map((cell) => normaliseText(cleanCell(cell)));
  const { columns, header } = profile;
  const needed = [
    columns.bookingDate,
    ...columns.text.slice(0, 1),
    ...moneyColumnsOf(columns.money),
  ];
  const placed = (column: CsvColumn) => placeOf(column, names);
  if ([...needed, ...header].some((column) => placed(column) === undefined)) return undefined;
  const places = columnsOf(profile).flatMap((column): [CsvColumn, number][] => {
    const place = placed(column);
    return place === undefined ? [] : [[column, place]];
  });
  const found = new Map(places);
  return { places: found, width: widthOf(names, found), moved: movedIn(header, found) };
}

/** True for a header repeated on a new page: the date column holds its own name. */
export function isHeaderAgain(
  cells: readonly string[],
  { columns: { bookingDate } }: CsvProfile,
  places: ColumnPlaces,
): boolean {
  const cell = cleanCell(cells[places.get(bookingDate) ?? 0]);
  const { name, also = NONE } = bookingDate;
  return cell.toUpperCase() === name.toUpperCase() || isLabelled(cell, also);
}

const NONE: readonly string[] = [];

function placeOf(column: CsvColumn, names: readonly string[]): number | undefined {
  const { nth = 1, shift = 0 } = column;
  for (const name of namesOf(column)) {
    const places = names.flatMap((one, index) => (one === name ? [index] : []));
    const place = places[nth - 1];
    if (place === undefined) continue;
    const isNamed = shift !== 0 && (names[place + shift] ?? '') !== '';
    return isNamed ? undefined : place + shift;
  }
  return undefined;
}

function namesOf({ name, also = [] }: CsvColumn): readonly string[] {
  return [name, ...also].map(normaliseText);
}

/** A column without a name at the end may be missing in the header. */
function widthOf(names: readonly string[], places: ColumnPlaces): number {
  return Math.max(names.length, ...[...places.values()].map((place) => place + 1));
}

function movedIn(header: readonly CsvColumn[], places: ColumnPlaces): FoundHeader['moved'] {
  for (const [index, column] of header.entries()) {
    const behind = header[index - 1];
    const place = places.get(column);
    if (behind === undefined || place === undefined) continue;
    if (place < (places.get(behind) ?? 0)) return { column, behind, place };
  }
  return undefined;
}
