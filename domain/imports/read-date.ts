/** In which order a file writes the day, the month and the year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const WITH_YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const WITH_YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2}|\p{L}{3,9})[-/. ](\d{4})(?: .*)?$/u;

/** Indonesian and English month names by their first three letters; both spellings where they differ. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'].map(
    (name, index) => [name, index + 1] as const,
  ),
  ['may', 5],
  ['aug', 8],
  ['ags', 8],
  ['oct', 10],
  ['dec', 12],
]);

/** The month of a name, Indonesian or English, by its first three letters; undefined for another word. */
export function monthNamed(name: string): number | undefined {
  return MONTHS.get(name.slice(0, 3).toLowerCase());
}

/** The day as ISO 8601, undefined for any other text; a time of day behind it is left out. Whether the month has that day is judged by the call's own contract. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const trimmed = text.trim();
  const first = WITH_YEAR_FIRST.exec(trimmed);
  if (first !== null) return isoDay(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = WITH_YEAR_LAST.exec(trimmed);
  if (last === null) return undefined;
  const [, one = '', two = '', year = ''] = last;
  const named = monthNamed(two);
  if (named !== undefined) return isoDay(Number(year), named, Number(one));
  const [day, month] = order === 'mdy' ? [two, one] : [one, two];
  return isoDay(Number(year), Number(month), Number(day));
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
