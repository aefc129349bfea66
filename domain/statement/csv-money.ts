import type { CsvColumn, CsvProfile, MoneyColumns } from './csv-profile.js';
import { readMarkedAmount } from './csv-values.js';
import { lineFault, type LineFault } from './line-draft.js';
import type { ExactAmount } from './statement.js';

/** A signed amount of a row; money in is positive. */
export type MoneyRead =
  | Readonly<{ kind: 'amount'; booked: bigint; exact: ExactAmount }>
  | Readonly<{ kind: 'too-precise'; exact: ExactAmount }>
  | LineFault;

type CellOf = (column: CsvColumn | undefined) => string;
type Of<Kind extends MoneyColumns['kind']> = Extract<MoneyColumns, Readonly<{ kind: Kind }>>;

const NO_AMOUNT = lineFault('LINE_MALFORMED', 'The row has no amount.');
const NO_DIRECTION = lineFault('LINE_DIRECTION_UNKNOWN', 'The row is neither credit nor debit.');

/** Reads the amount of a row by the way in which its bank writes it. Faults: `LINE_MALFORMED`, `LINE_AMOUNT_*`, `LINE_DIRECTION_UNKNOWN`. */
export function readMoney(cell: CellOf, profile: CsvProfile, currency: string): MoneyRead {
  const { money } = profile.columns;
  const read = (column: CsvColumn) => readMarkedAmount(cell(column), profile, currency);
  if (money.kind === 'sides') return readSides(money, cell, read);
  if (cell(money.amount) === '') return NO_AMOUNT;
  const { amount, mark: suffix, isNegative } = read(money.amount);
  if (amount.kind === 'fault') return amount;
  if (money.kind === 'signed') return signed(amount, isNegative ? -1n : 1n);
  const mark = suffix === '' ? cell(money.direction).toUpperCase() : suffix;
  const isCredit = profile.creditMarks.includes(mark);
  if (isNegative || (!isCredit && !profile.debitMarks.includes(mark))) return NO_DIRECTION;
  return signed(amount, isCredit ? 1n : -1n);
}

/** Exactly one side has an amount; the other one is empty, a dash or zero. */
function readSides(
  { debit, credit }: Of<'sides'>,
  cell: CellOf,
  read: (column: CsvColumn) => ReturnType<typeof readMarkedAmount>,
): MoneyRead {
  const sides = [
    { column: debit, sign: -1n },
    { column: credit, sign: 1n },
  ].filter(({ column }) => !EMPTY.includes(cell(column)));
  if (sides.length === 0) return NO_AMOUNT;
  const amounts = sides.map(({ column, sign }) => ({ ...read(column), sign }));
  const wrong = amounts.find(({ amount, isNegative }) => amount.kind === 'fault' || isNegative);
  if (wrong !== undefined) return wrong.amount.kind === 'fault' ? wrong.amount : NO_DIRECTION;
  const moved = amounts.filter(({ amount }) => amount.kind !== 'fault' && amount.exact !== 0n);
  const [only = amounts[0], another] = moved;
  if (only === undefined || another !== undefined) return NO_DIRECTION;
  return signed(only.amount, only.sign);
}

const EMPTY: readonly string[] = ['', '-'];

function signed(amount: ReturnType<typeof readMarkedAmount>['amount'], sign: bigint): MoneyRead {
  if (amount.kind === 'fault') return amount;
  return amount.kind === 'amount'
    ? { kind: 'amount', booked: sign * amount.booked, exact: sign * amount.exact }
    : { kind: 'too-precise', exact: sign * amount.exact };
}
