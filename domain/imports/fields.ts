/** What a cell is read as. `texts` are several, set apart by `|` or `;`; a `moment` is a day or an instant. */
export type CellKind = 'text' | 'texts' | 'amount' | 'quantity' | 'date' | 'moment' | 'flag';

/** One thing that a row of a file says, and the names that columns for it have in files of other systems. */
export type ImportField = Readonly<{
  /** As the API's call names it; faults are given with this path. */
  field: string;
  reads: CellKind;
  needed: 'always' | 'if-there';
  /** In Indonesian and English, and as other systems export them; compared by letters and digits alone. */
  names: readonly string[];
}>;

/** A cell of a file: text as it stands there, or a number of a spreadsheet with `.` as decimal mark. */
export type Cell = string | Readonly<{ number: string }>;

/** The text of a cell as people see it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? cell.trim() : cell.number;
}
