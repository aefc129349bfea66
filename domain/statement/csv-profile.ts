/**
 * A column by its name in the header, or by one of its other names. `nth`: of several with one name. `shift` reaches its
 * neighbour (1 = the next one), which has to be without a name.
 */
export type CsvColumn = Readonly<{
  name: string;
  also?: readonly string[];
  nth?: number;
  shift?: number;
}>;

/**
 * How a bank writes whether money comes or goes. `marked`: one column, with CR or DB behind the amount or in a column of its
 * own. `sides`: a column each; the other one is empty or zero. `signed`: a minus takes money out.
 */
export type MoneyColumns =
  | Readonly<{ kind: 'marked'; amount: CsvColumn; direction?: CsvColumn }>
  | Readonly<{ kind: 'sides'; debit: CsvColumn; credit: CsvColumn }>
  | Readonly<{ kind: 'signed'; amount: CsvColumn }>;

/**
 * The CSV format of one bank, as data: a bank is added by a constant like those beside it. Labels and column names are
 * compared without case, blanks around and leading apostrophes.
 */
export type CsvProfile = Readonly<{
  id: string;
  bankName: string;
  /** First cells of the rows before the header; their value is the next cell that is not empty. */
  preamble: Readonly<{
    account: readonly string[];
    currency: readonly string[];
    period: readonly string[];
  }>;
  /** For banks without a currency row. */
  currencyDefault: string;
  columns: Readonly<{
    bookingDate: CsvColumn;
    valueDate?: CsvColumn;
    text: readonly CsvColumn[];
    bankReference?: CsvColumn;
    payerName?: CsvColumn;
    payerAccount?: CsvColumn;
    money: MoneyColumns;
    /** Our account, where a row names it: one file may hold several. */
    account?: CsvColumn;
    currency?: CsvColumn;
    /** The balance behind the row, by which the order of the rows and the balances of the file are known. */
    balance?: CsvColumn;
  }>;
  /** The needed columns and those that tell this bank from others, in the order in which the bank writes them. */
  header: readonly CsvColumn[];
  /**
   * `DD`, `MM` or `MMM` (the name of a month) and `YYYY` or `YY`, with separators; the first that fits is taken. Without a
   * year the day is that of the period. A time of day behind a blank is passed over.
   */
  dateFormats: readonly string[];
  number: Readonly<{ decimal: '.' | ','; group: '.' | ',' }>;
  creditMarks: readonly string[];
  debitMarks: readonly string[];
  /** Texts in the date column of a pending booking. */
  pendingMarks: readonly string[];
  /**
   * First cells of the rows before and after the bookings. A file without its closing row was cut off, where the bank writes
   * one.
   */
  footer: Readonly<{
    opening: readonly string[];
    closing: readonly string[];
    /** Totals of money in and money out. */
    credits: readonly string[];
    debits: readonly string[];
  }>;
}>;

/** Every column of a profile. */
export function columnsOf({ columns, header }: CsvProfile): readonly CsvColumn[] {
  const { text, money, ...others } = columns;
  return [...Object.values(others), ...text, ...moneyColumnsOf(money), ...header];
}

/** The columns without which the amount of a row is not known. */
export function moneyColumnsOf(money: MoneyColumns): readonly CsvColumn[] {
  if (money.kind === 'sides') return [money.debit, money.credit];
  const direction = money.kind === 'marked' ? money.direction : undefined;
  return direction === undefined ? [money.amount] : [money.amount, direction];
}
