import type { Temporal } from 'temporal-polyfill';
import { readBai2Line, type Bai2Record } from '../../../domain/bank-formats/bai2-line.js';
import {
  readBai2Account,
  readBai2Transaction,
  type Bai2Account,
  type Bai2Summary,
} from '../../../domain/bank-formats/bai2-records.js';
import { readBai2Amount, readBai2Total } from '../../../domain/bank-formats/bai2-values.js';
import { exactToDecimal } from '../../../domain/statement/file-amount.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import {
  ACCOUNT_CONTROL_TOTAL,
  type Balance,
  type ControlTotals,
  type Difference,
  type ExactAmount,
  type RefusedPlace,
  type Statement,
  type StatementLine,
} from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import { FIELD_LENGTH_MAX } from './limits.js';
import type { OwnAccountOf } from './own-account.js';

/** An account while its records come; the `03` and each `16` may go on in records `88`. */
export type OpenAccount = {
  readonly fileLine: number;
  readonly bookingDate: Temporal.PlainDate;
  readonly groupCurrency: string;
  readonly ownAccountOf: OwnAccountOf;
  readonly refused: RefusedPlace[];
  /** The `03`, until the first record of another kind. */
  header: string;
  /** The `03` is longer than any bank writes it: its amounts are not all known. */
  isOverlong: boolean;
  facts: Facts | undefined;
  transaction: (Bai2Record & { content: string; isOverlong: boolean }) | undefined;
  readonly lines: StatementLine[];
  records: number;
  entries: number;
  leftOut: ExactAmount;
  unread: number;
  /** Sum of all amounts; undefined when one of them could not be read. */
  sum: ExactAmount | undefined;
};

type Facts = Bai2Account & Readonly<{ currency: string }>;

/** Balances and totals of one account fit into a part of it. */
const HEADER_LENGTH_MAX = 100_000;

/** A currency that nobody names (BAI2). */
const CURRENCY_DEFAULT = 'USD';

type Begin = Pick<
  OpenAccount,
  'fileLine' | 'bookingDate' | 'groupCurrency' | 'ownAccountOf' | 'refused' | 'header'
>;

export function openAccount(begin: Begin): OpenAccount {
  return {
    ...begin,
    isOverlong: false,
    facts: undefined,
    transaction: undefined,
    lines: [],
    records: 1,
    entries: 0,
    leftOut: 0n,
    unread: 0,
    sum: 0n,
  };
}

/** Takes a `16`. */
export function beginTransaction(account: OpenAccount, record: Bai2Record): void {
  endTransaction(account);
  account.entries += 1;
  account.transaction = { ...record };
}

/** Takes an `88`, or a line without a code: it goes on with the record before it. */
export function goOn(account: OpenAccount, content: string, isCut: boolean): void {
  const { transaction } = account;
  if (transaction === undefined) {
    account.isOverlong ||= isCut || account.header.length > HEADER_LENGTH_MAX;
    if (!account.isOverlong) account.header += `,${content}`;
    return;
  }
  transaction.isOverlong ||=
    isCut || transaction.content.length + content.length > FIELD_LENGTH_MAX;
  if (transaction.isOverlong) return;
  const hasText = readBai2Transaction(transaction.content)?.text !== undefined;
  transaction.content = hasText
    ? `${transaction.content} ${content}`
    : `${transaction.content},${content}`;
}

function factsOf(account: OpenAccount): Facts {
  if (account.facts !== undefined) return account.facts;
  const read = readBai2Account(account.header);
  const { groupCurrency, ownAccountOf } = account;
  const named = read.currency === '' ? groupCurrency : read.currency;
  const currency =
    named === '' ? (ownAccountOf(read.accountId)?.currency ?? CURRENCY_DEFAULT) : named;
  const facts = { ...read, currency: currency.toUpperCase() };
  account.facts = facts;
  if (!read.isWhole || account.isOverlong) account.sum = undefined;
  for (const { amount } of read.summaries) addToSum(account, readBai2Total(amount, facts.currency));
  return facts;
}

function addToSum(account: OpenAccount, amount: ExactAmount | undefined): void {
  account.sum =
    account.sum === undefined || amount === undefined ? undefined : account.sum + amount;
}

function endTransaction(account: OpenAccount): void {
  const { currency } = factsOf(account);
  const { transaction, bookingDate } = account;
  if (transaction === undefined) return;
  account.transaction = undefined;
  const amount = readBai2Transaction(transaction.content)?.amount ?? '';
  addToSum(account, amount === '' ? 0n : readBai2Total(amount, currency));
  const result = readBai2Line(transaction, { currency, bookingDate });
  if (result === undefined) {
    account.entries -= 1;
    return;
  }
  if (result.kind === 'line') {
    account.lines.push(completeLine(result.line, account.lines.length + 1));
    return;
  }
  account.leftOut += result.leftOut ?? 0n;
  if (result.leftOut === undefined) account.unread += 1;
  const { code, detail } = result;
  const isOnOneLine = transaction.fileLine === account.fileLine;
  const entry = isOnOneLine ? `, entry ${account.entries}` : '';
  const place = `line ${transaction.fileLine}${entry}`;
  addRefusedPlace(account.refused, { place, code, detail });
}

/** What the bank declares at the end of an account, group or file: a control total and numbers of records. */
export type Trailer = Readonly<{ place: string; total: string; records: string }>;

/**
 * The account as a statement, with what its `49` declares and it does not hold.
 *
 * @throws FileFault `STATEMENT_ACCOUNT_MISSING`.
 */
export function closeAccount(account: OpenAccount, trailer: Trailer): Statement {
  endTransaction(account);
  const { accountId, currency, summaries } = factsOf(account);
  const place = `line ${account.fileLine}`;
  if (normaliseAccount(accountId) === '') {
    const detail = 'The account record (03) names no account.';
    throw new FileFault({ code: 'STATEMENT_ACCOUNT_MISSING', place, detail });
  }
  const { bookingDate, lines, entries, leftOut, unread } = account;
  const balanceOf = (code: string) => balance(account, summaries, code);
  return {
    accountId,
    currency,
    statementNumber: undefined,
    from: undefined,
    to: bookingDate,
    opening: balanceOf(OPENING_LEDGER),
    closing: balanceOf(CLOSING_LEDGER),
    controlTotals: totalsOf(summaries, currency),
    place,
    entries,
    differences: differencesOf(account, trailer),
    lines,
    leftOut,
    unread,
  };
}

/** Status codes of the ledger balances, and of the totals of money in and out. */
const OPENING_LEDGER = '010';
const CLOSING_LEDGER = '015';
const TOTAL_CREDITS = '100';
const TOTAL_DEBITS = '400';

function balance(
  account: OpenAccount,
  summaries: readonly Bai2Summary[],
  wanted: string,
): Balance | undefined {
  const summary = summaries.find(({ code }) => code === wanted);
  if (summary === undefined) return undefined;
  const { currency } = factsOf(account);
  const amount = readBai2Amount(summary.amount, currency);
  if (amount.kind === 'fault') {
    const { detail } = amount;
    const place = `line ${account.fileLine}`;
    addRefusedPlace(account.refused, { place, code: 'BALANCE_MALFORMED', detail });
    return undefined;
  }
  return { amount: amount.booked, exact: amount.exact, currency, on: account.bookingDate };
}

function totalsOf(summaries: readonly Bai2Summary[], currency: string): ControlTotals | undefined {
  const of = (wanted: string) => {
    const summary = summaries.find(({ code }) => code === wanted);
    const count = /^\d{1,9}$/.test(summary?.count ?? '') ? Number(summary?.count) : undefined;
    return { sum: readBai2Total(summary?.amount ?? '', currency), count };
  };
  const [credits, debits] = [of(TOTAL_CREDITS), of(TOTAL_DEBITS)];
  if (credits.sum === undefined && debits.sum === undefined) return undefined;
  return {
    credits: credits.sum,
    debits: debits.sum,
    creditCount: credits.count,
    debitCount: debits.count,
  };
}

function differencesOf(account: OpenAccount, trailer: Trailer): readonly Difference[] {
  const { place } = trailer;
  const { currency } = factsOf(account);
  const total = readBai2Total(trailer.total, currency);
  const { sum, records } = account;
  const isWrong = sum !== undefined && total !== sum;
  return [
    ...(isWrong
      ? [
          {
            place,
            what: ACCOUNT_CONTROL_TOTAL,
            stated: total === undefined ? trailer.total : exactToDecimal(total),
            found: exactToDecimal(sum),
          },
        ]
      : []),
    ...countDifference({ place, what: 'account-record-count', stated: trailer.records, records }),
  ];
}

/** A number that the bank does not write is not compared. */
export function countDifference({
  place,
  what,
  stated,
  records,
}: Readonly<{
  place: string;
  what: string;
  stated: string;
  records: number;
}>): readonly Difference[] {
  if (stated === '' || Number(stated) === records) return [];
  return [{ place, what, stated, found: String(records) }];
}
