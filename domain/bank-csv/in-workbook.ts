import { cellText, type Cell } from '../imports/fields.js';
import type { CsvProfile } from '../statement/csv-profile.js';
import type { CsvRow } from '../statement/csv-row.js';

/** A row of a sheet as the rows of a CSV are: days as `YYYY-MM-DD`, numbers with a point before their decimals. */
export function rowOfSheet({
  line,
  cells,
}: Readonly<{ line: number; cells: readonly Cell[] }>): CsvRow {
  return { fileLine: line, cells: cells.map(cellText) };
}

/**
 * The profile of a bank's CSV for its workbook, in which days and amounts are cells of their kind or texts as in the CSV. A
 * bank with decimal commas has two: the rows tell which.
 */
export function inWorkbook(profile: CsvProfile): readonly CsvProfile[] {
  const asText = { ...profile, dateFormats: [...profile.dateFormats, 'YYYY-MM-DD'] };
  if (profile.number.decimal === '.') return [asText];
  return [asText, { ...asText, number: { decimal: '.', group: ',' } }];
}
