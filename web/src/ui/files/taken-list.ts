import type { Cell } from '../cells.js';
import type { Place } from '../format.js';

/** A list as it is taken along: what was seen, in the language and the zone of whoever takes it. */
export type TakenList = Readonly<{
  title: string;
  /** Of the file, without its ending. */
  name: string;
  /** What is said about the whole: who took it, when, with which filters, how many rows. */
  about: readonly (readonly [label: string, says: string])[];
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
  place: Place;
}>;

/** The clock on the wall of the company at an instant: `2026-12-01 08:00`. */
export function wallClock(at: string, { timeZone }: Pick<Place, 'timeZone'>): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(at));
}

/** The currencies of a column; none where it holds no money. */
export function currenciesOf({ rows }: TakenList, column: number): readonly string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = row[column];
    if (cell?.kind === 'money') found.add(cell.money.currency);
  }
  return [...found].toSorted();
}

const IN_RUPIAH = / \(Rp\)$/;

/** The head of a column of money names its currency, where it has one alone. */
export function headOf(list: TakenList, column: number): string {
  const head = list.heads[column] ?? '';
  const [currency, ...others] = currenciesOf(list, column);
  if (currency === undefined || (currency === 'IDR' && IN_RUPIAH.test(head))) return head;
  const plain = head.replace(IN_RUPIAH, '');
  return others.length > 0 ? plain : `${plain} (${currency})`;
}

/** Signs that the name of a sheet may not have, and how long it may be. */
const NOT_IN_A_NAME = /[\\/?*[\]:]/g;
const NAME_MAX = 31;

/** The names of the two sheets of a workbook. */
export function sheetNames({ title, place }: TakenList): readonly [string, string] {
  const about = place.language === 'id' ? 'Keterangan' : 'About';
  return [title.replaceAll(NOT_IN_A_NAME, ' ').slice(0, NAME_MAX), about];
}
