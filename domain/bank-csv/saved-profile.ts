import type { CsvColumn, CsvProfile, MoneyColumns } from '../statement/csv-profile.js';
import type { DateFormat } from './date-formats.js';
import { FIGURE_LABELS, PREAMBLE_LABELS, USUAL } from './labels.js';

/**
 * Where the amount of a row stands. `suffix`: CR or DB behind the amount; `beside`: in the column without a name behind it;
 * `column`: in a column of its own; `sides`: debit and credit in a column each; `signed`: a minus takes money out.
 */
export type SavedMoney =
  | Readonly<{ kind: 'suffix' | 'beside' | 'signed'; amount: string }>
  | Readonly<{ kind: 'column'; amount: string; direction: string }>
  | Readonly<{ kind: 'sides'; debit: string; credit: string }>;

/** How the files of a bank are read, as a person confirmed it: columns by their names in the header. */
export type SavedProfile = Readonly<{
  bankName: string;
  /** The names of all columns, in the order of the file. */
  header: readonly string[];
  bookingDate: string;
  valueDate: string | null;
  text: readonly string[];
  bankReference: string | null;
  payerName: string | null;
  payerAccount: string | null;
  account: string | null;
  balance: string | null;
  money: SavedMoney;
  /** See `readDayIn`. */
  dateFormat: DateFormat;
  decimalMark: '.' | ',';
  /** The first cell of the row with the closing balance; null when the bank writes none. */
  closingLabel: string | null;
}>;

/** The profile of a bank as readers use it; `id` tells it from others. */
export function profileOf(id: string, saved: SavedProfile): CsvProfile {
  const { bankName, header, money, dateFormat, decimalMark, closingLabel } = saved;
  const optional = (key: OptionalColumn) => {
    const name = saved[key];
    return name === null ? {} : { [key]: { name } };
  };
  return {
    ...USUAL,
    id,
    bankName,
    preamble: PREAMBLE_LABELS,
    columns: {
      ...Object.assign({}, ...OPTIONAL.map(optional)),
      bookingDate: { name: saved.bookingDate },
      text: saved.text.map((name, index) => ({ name, nth: nthOf(saved.text, index) })),
      money: moneyOf(money),
    },
    header: header.flatMap((name): CsvColumn[] => (isOnlyOne(name, header) ? [{ name }] : [])),
    dateFormats: [dateFormat],
    number: decimalMark === '.' ? { decimal: '.', group: ',' } : { decimal: ',', group: '.' },
    footer: { ...FIGURE_LABELS, closing: closingLabel === null ? [] : [closingLabel] },
  };
}

const OPTIONAL = [
  'valueDate',
  'bankReference',
  'payerName',
  'payerAccount',
  'account',
  'balance',
] as const;
type OptionalColumn = (typeof OPTIONAL)[number];

function moneyOf(money: SavedMoney): MoneyColumns {
  if (money.kind === 'sides') {
    return { kind: 'sides', debit: { name: money.debit }, credit: { name: money.credit } };
  }
  const amount = { name: money.amount };
  if (money.kind === 'signed') return { kind: 'signed', amount };
  if (money.kind === 'suffix') return { kind: 'marked', amount };
  const direction = money.kind === 'column' ? { name: money.direction } : { ...amount, shift: 1 };
  return { kind: 'marked', amount, direction };
}

/** Which of the columns of one name it is. */
function nthOf(names: readonly string[], index: number): number {
  return names.slice(0, index + 1).filter((one) => one === names[index]).length;
}

/** Columns without a name, and several of one name, say nothing of an order. */
function isOnlyOne(name: string, header: readonly string[]): boolean {
  return name !== '' && header.filter((one) => one === name).length === 1;
}
