/** A column by its name in the header; `shift` reaches its unnamed neighbours (1 = the next one). */
export type CsvColumn = Readonly<{ name: string; shift?: number }>;

/**
 * The CSV format of one bank, as data: a bank is added by a constant like those beside the readers. Labels and column
 * names are compared without case, blanks around and leading apostrophes.
 */
export type CsvProfile = Readonly<{
  id: string;
  bankName: string;
  delimiter: ',' | ';' | '\t';
  /** Tried in this order when the file has no byte order mark. */
  encodings: readonly ('utf-8' | 'windows-1252')[];
  /** First cells of the rows before the header; their value is the last cell that is not empty. */
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
    amount: CsvColumn;
    /** CR/DB beside the amount; without it the mark is the amount's suffix. */
    direction?: CsvColumn;
  }>;
  /** `DD`, `MM` and `YYYY`, with separators that are neither digits nor these letters. */
  dateFormat: string;
  number: Readonly<{ decimal: '.' | ','; group: '.' | ',' }>;
  creditMarks: readonly string[];
  debitMarks: readonly string[];
  /** Texts in the date column of a pending booking. */
  pendingMarks: readonly string[];
  /** First cells of the rows after the bookings. A file without its closing row was cut off. */
  footer: Readonly<{
    opening: readonly string[];
    closing: readonly string[];
    /** Totals of money in and money out. */
    credits: readonly string[];
    debits: readonly string[];
  }>;
}>;
