import type { Temporal } from 'temporal-polyfill';

/**
 * One bank statement in the common form that every reader produces; later steps do not know formats.
 *
 * `accountId` stands as in the file (IBAN or account number, without blanks). `currency` is any ISO 4217 code; the
 * caller refuses currencies without books.
 */
export type Statement = Readonly<{
  accountId: string;
  currency: string;
  statementNumber: string | undefined;
  from: Temporal.PlainDate | undefined;
  to: Temporal.PlainDate | undefined;
  opening: Balance | undefined;
  closing: Balance | undefined;
  /** Number and sum of the entries as the bank declares them. */
  controlTotals: ControlTotals | undefined;
  /** Where it begins in the file. */
  place: string;
  /** Number of entries, with those that could not be read. */
  entries: number;
  /** Entries whose payments differ in number or sum from what the bank declares. */
  differences: readonly Difference[];
  lines: readonly StatementLine[];
  /**
   * Exact sum of booked lines that were refused although their amount was read. They are not in `lines` but in the
   * bank's sums, so footing must count them.
   */
  leftOut: ExactAmount;
  /** Number of refused bookings whose amount could not be read; with any, the total is unknown. */
  unread: number;
}>;

/** An amount in 1/100,000 of the major unit: ISO 20022 allows five decimals. */
export type ExactAmount = bigint;

/**
 * `amount` is in the currency's smallest booked unit, cut towards zero; `exact` keeps what was cut
 * (a rupiah balance with sen), which footing needs. Negative when overdrawn.
 */
export type Balance = Readonly<{
  amount: bigint;
  exact: ExactAmount;
  currency: string;
  on: Temporal.PlainDate | undefined;
}>;

export type ControlTotals = Readonly<{
  credits: ExactAmount | undefined;
  debits: ExactAmount | undefined;
  /** Sum of the absolute amounts of all entries. */
  net?: ExactAmount | undefined;
  count?: number | undefined;
  creditCount?: number | undefined;
  debitCount?: number | undefined;
}>;

/** `what` the bank declares is not what the file holds; figures are written as decimals. */
export type Difference = Readonly<{ place: string; what: string; stated: string; found: string }>;

/** `what` of a statement before which a page is missing: `stated` is the first page that is missing. */
export const MISSING_PAGE = 'missing-page';

/** `what` of an account whose amounts are not the control total that the bank declares (BAI2). */
export const ACCOUNT_CONTROL_TOTAL = 'account-control-total';

/** `booked` moves money; `pending` and `information` lines are shown and never posted. */
export type LineStatus = 'booked' | 'pending' | 'information';

/**
 * One booking of the bank. **Post at line level, match at detail level**: a collective booking is
 * one line with many details, and posting both would count the money twice.
 *
 * `amount` is signed (money in is positive) in the smallest booked unit of `currency`. The payer
 * fields name the other party: the payer, or the payee when the amount is negative; for a reversal
 * the party of the original payment.
 */
export type StatementLine = Readonly<{
  /** 1-based place among the lines of its statement. */
  position: number;
  /** Physical line of the file where it begins, for a person who looks it up. */
  fileLine: number;
  status: LineStatus;
  bookingDate: Temporal.PlainDate;
  valueDate: Temporal.PlainDate | undefined;
  amount: bigint;
  currency: string;
  isReversal: boolean;
  transactionCode: string | undefined;
  bankReference: string | undefined;
  endToEndReference: string | undefined;
  creditorReference: string | undefined;
  /** Other identifying references: of the clearing, the instruction, the mandate, the cheque. */
  otherReferences: readonly string[];
  payerName: string | undefined;
  payerAccount: string | undefined;
  /** Remittance text as sent; see `normaliseText` for comparing it. */
  text: string;
  /** Empty unless the bank booked several payments as one. */
  details: readonly LineDetail[];
}>;

/** One payment inside a collective booking; `amount` is undefined when the bank gave none in this currency. */
export type LineDetail = Readonly<{
  amount: bigint | undefined;
  endToEndReference: string | undefined;
  creditorReference: string | undefined;
  otherReferences: readonly string[];
  payerName: string | undefined;
  payerAccount: string | undefined;
  text: string;
}>;

/** Why a whole file was refused. Nothing of it is booked; its bytes are kept. */
export type StatementRefusalCode =
  | 'STATEMENT_FORMAT_UNKNOWN'
  | 'STATEMENT_DOCTYPE'
  | 'STATEMENT_ENCODING'
  | 'STATEMENT_MALFORMED'
  | 'STATEMENT_TRUNCATED'
  | 'STATEMENT_TOO_LARGE'
  | 'STATEMENT_TOO_DEEP'
  | 'STATEMENT_EMPTY'
  | 'STATEMENT_ACCOUNT_MISSING'
  | 'STATEMENT_DATES_AMBIGUOUS'
  | 'STATEMENT_BANK_UNCLEAR'
  | 'STATEMENT_BANK_UNKNOWN'
  | 'STATEMENT_COLUMNS_MOVED';

/** Why one place of a file was refused, while its other lines were accepted. */
export type LineRefusalCode =
  | 'LINE_AMOUNT_MALFORMED'
  | 'LINE_AMOUNT_TOO_PRECISE'
  | 'LINE_AMOUNT_TOO_LARGE'
  | 'LINE_CURRENCY_UNKNOWN'
  | 'LINE_DIRECTION_UNKNOWN'
  | 'LINE_DATE_MALFORMED'
  | 'LINE_DATE_MISSING'
  | 'LINE_STATUS_UNKNOWN'
  | 'LINE_FIELD_TOO_LONG'
  | 'LINE_MALFORMED'
  | 'BALANCE_MALFORMED';

/** `place` is for people: `line 12`, or `byte 4096, line 12`. */
export type RefusedPlace = Readonly<{ place: string; code: LineRefusalCode; detail: string }>;

/** Formats that are read, beside the CSV of a known bank (`csv:` and its profile). */
export const STATEMENT_FORMATS = [
  'camt.052',
  'camt.053',
  'camt.054',
  'mt940',
  'mt942',
  'mt950',
  'ofx',
  'bai2',
  'bai2-interim',
  'qif',
] as const;

type StatementFormat = (typeof STATEMENT_FORMATS)[number] | `csv:${string}`;

export type ReadStatementResult =
  | Readonly<{
      kind: 'read';
      format: StatementFormat;
      statements: readonly Statement[];
      refused: readonly RefusedPlace[];
    }>
  | Readonly<{ kind: 'refused'; code: StatementRefusalCode; detail: string; place: string }>;
