import type { Temporal } from 'temporal-polyfill';
import type { SwiftPage } from '../../../domain/bank-formats/join-pages.js';
import {
  bookedOn,
  readSwiftEntry,
  type SwiftEntry,
} from '../../../domain/bank-formats/swift-line.js';
import { readSwiftBalance, swiftDecimal } from '../../../domain/bank-formats/swift-values.js';
import { readExact } from '../../../domain/statement/file-amount.js';
import { completeLine } from '../../../domain/statement/line-draft.js';
import type {
  Balance,
  ControlTotals,
  ExactAmount,
  RefusedPlace,
  StatementLine,
} from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { readValueDay } from './camt-values.js';
import { addRefusedPlace, FileFault } from './file-fault.js';
import type { OwnAccountOf } from './own-account.js';
import type { SwiftField } from './swift-fields.js';

/** A statement, an interim report, or a statement of SWIFT without texts (`:86:`). */
export type SwiftKind = 'mt940' | 'mt942' | 'mt950';

/** A balance of a message and whether it is one of a page (`M`). */
type PageBalance = Readonly<{ balance: Balance | undefined; isOfPage: boolean }>;

/** One message while its fields are read. */
export type OpenMessage = {
  readonly fileLine: number;
  readonly refused: RefusedPlace[];
  readonly ownAccountOf: OwnAccountOf;
  /** It began with block 4, so that it has to end with `-}`. */
  readonly isFramed: boolean;
  kind: SwiftKind;
  account: string | undefined;
  number: string | undefined;
  page: number | undefined;
  currency: string | undefined;
  opening: PageBalance | undefined;
  closing: PageBalance | undefined;
  reportedAt: string | undefined;
  totals: ControlTotals | undefined;
  entry: SwiftEntry | undefined;
  readonly lines: StatementLine[];
  /** Positions of lines for which the bank wrote no entry date. */
  readonly withoutDay: Set<number>;
  entries: number;
  leftOut: ExactAmount;
  unread: number;
};

type Begin = Pick<OpenMessage, 'fileLine' | 'refused' | 'ownAccountOf' | 'isFramed' | 'kind'>;

export function openMessage(begin: Begin): OpenMessage {
  return {
    ...begin,
    account: undefined,
    number: undefined,
    page: undefined,
    currency: undefined,
    opening: undefined,
    closing: undefined,
    reportedAt: undefined,
    totals: undefined,
    entry: undefined,
    lines: [],
    withoutDay: new Set(),
    entries: 0,
    leftOut: 0n,
    unread: 0,
  };
}

/** Another page in the same message, as some banks write them: `:60M:` after `:62M:` without a new `:20:`. */
export function nextPageOf(message: OpenMessage, fileLine: number): OpenMessage {
  const { refused, ownAccountOf, isFramed, kind, account, number, page = 1 } = message;
  const next = openMessage({ fileLine, refused, ownAccountOf, isFramed, kind });
  return Object.assign(next, { account, number, page: page + 1 });
}

const NUMBER = /^(?<number>\d{1,10})(?:\/(?<page>\d{1,5}))?/;
const FLOOR = /^(?<currency>[A-Z]{3})/;
const REPORTED = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([+-]\d{2})(\d{2})/;
const TOTAL = /^(?<count>\d{1,5})(?<currency>[A-Z]{3})(?<sum>[\d.,]+)\s*$/;

/** Takes one field of the message. A text (`:86:`) belongs to the line before it, until another field comes. */
export function takeField(message: OpenMessage, field: SwiftField): void {
  const { tag } = field;
  if (tag === '86') return takeNarrative(message, field);
  closeEntry(message);
  TAKERS.get(tag)?.(message, field);
}

type Taker = (message: OpenMessage, field: SwiftField) => void;

/** What each field says; `:64:`, `:65:` and national fields say nothing of the bookings. */
const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ['61', takeEntry],
  ['25', takeAccount],
  ['25P', takeAccount],
  ['28', takeNumber],
  ['28C', takeNumber],
  ['60F', takeOpening],
  ['60M', takeOpening],
  ['62F', takeClosing],
  ['62M', takeClosing],
  ['34F', takeFloor],
  ['13D', takeReported],
  ['90C', takeTotal],
  ['90D', takeTotal],
]);

function takeEntry(message: OpenMessage, { fileLine, lines, isOverlong }: SwiftField): void {
  message.entry = { fileLine, entry: lines, narrative: undefined, isOverlong };
}

function takeAccount(message: OpenMessage, { lines: [text = ''] }: SwiftField): void {
  message.account = text.replaceAll(/\s/g, '');
}

function takeOpening(message: OpenMessage, field: SwiftField): void {
  message.opening = takeBalance(message, field);
}

function takeClosing(message: OpenMessage, field: SwiftField): void {
  message.closing = takeBalance(message, field);
}

/** Only a report has a floor limit. */
function takeFloor(message: OpenMessage, { lines: [text = ''] }: SwiftField): void {
  message.kind = 'mt942';
  message.currency ??= FLOOR.exec(text)?.groups?.['currency'];
}

function takeReported(message: OpenMessage, { lines: [text] }: SwiftField): void {
  message.reportedAt = text;
}

/** Several texts of one line are one; a text without a line is about the statement and is passed over. */
function takeNarrative(message: OpenMessage, { lines, isOverlong }: SwiftField): void {
  const { entry } = message;
  if (entry === undefined) return;
  message.entry = {
    ...entry,
    narrative: [...(entry.narrative ?? []), ...lines],
    isOverlong: entry.isOverlong || isOverlong,
  };
}

/** Reads the line whose fields have all come. */
export function closeEntry(message: OpenMessage): void {
  const { entry } = message;
  if (entry === undefined) return;
  message.entry = undefined;
  message.entries += 1;
  const { result, hasEntryDate } = readSwiftEntry(entry, currencyOf(message));
  if (result.kind === 'fault') {
    message.leftOut += result.leftOut ?? 0n;
    if (result.leftOut === undefined) message.unread += 1;
    const { code, detail } = result;
    addRefusedPlace(message.refused, { place: `line ${entry.fileLine}`, code, detail });
    return;
  }
  const position = message.lines.length + 1;
  if (!hasEntryDate) message.withoutDay.add(position);
  message.lines.push(completeLine(result.line, position));
}

function takeNumber(message: OpenMessage, { lines: [text = ''] }: SwiftField): void {
  const { number, page } = NUMBER.exec(text.trim())?.groups ?? {};
  // Zeros are what banks write that do not count.
  message.number = number === undefined || /^0+$/.test(number) ? undefined : number;
  message.page = page === undefined ? undefined : Number(page);
}

function takeBalance(message: OpenMessage, { tag, lines, fileLine }: SwiftField): PageBalance {
  const isOfPage = tag.endsWith('M');
  const balance = readSwiftBalance(lines[0] ?? '');
  if ('kind' in balance) {
    const { code, detail } = balance;
    addRefusedPlace(message.refused, { place: `line ${fileLine}`, code, detail });
    return { balance: undefined, isOfPage };
  }
  message.currency ??= balance.currency;
  return { balance, isOfPage };
}

/** `:90C:` and `:90D:`: number and sum of the credits, and of the debits. */
function takeTotal(message: OpenMessage, { tag, lines, fileLine }: SwiftField): void {
  const { count, currency, sum = '' } = TOTAL.exec(lines[0] ?? '')?.groups ?? {};
  const total = readExact(swiftDecimal(sum) ?? '');
  if (count === undefined || total === undefined) {
    const detail = 'The total is not a number, a currency and a sum.';
    const place = `line ${fileLine}`;
    addRefusedPlace(message.refused, { place, code: 'BALANCE_MALFORMED', detail });
    return;
  }
  message.currency ??= currency;
  const none: ControlTotals = { credits: undefined, debits: undefined };
  const of =
    tag === '90C'
      ? { credits: total, creditCount: Number(count) }
      : { debits: total, debitCount: Number(count) };
  message.totals = { ...none, ...message.totals, ...of };
}

function currencyOf({ currency, account = '', ownAccountOf }: OpenMessage): string {
  return currency ?? ownAccountOf(account)?.currency ?? '';
}

/**
 * The message as a statement, or a page of one.
 *
 * @throws FileFault `STATEMENT_ACCOUNT_MISSING`, `STATEMENT_TRUNCATED` (no closing balance, or an end that is missing).
 */
export function closeMessage(
  message: OpenMessage,
  { hasEnd }: Readonly<{ hasEnd: boolean }>,
): SwiftPage {
  closeEntry(message);
  expectWhole(message, hasEnd);
  const { number, page } = message;
  const { opening = NO_BALANCE, closing = NO_BALANCE } = message;
  const currency = currencyOf(message);
  const accountId = accountOf(message, currency);
  const to = closing.balance?.on ?? reportedOn(message, accountId);
  const { entries, leftOut, unread, totals: controlTotals } = message;
  return {
    number,
    page: page ?? 1,
    goesOn: { before: opening.isOfPage, behind: closing.isOfPage },
    statement: {
      accountId,
      currency,
      statementNumber: number === undefined || page === undefined ? number : `${number}/${page}`,
      from: undefined,
      to,
      opening: opening.balance,
      closing: closing.balance,
      controlTotals,
      place: `line ${message.fileLine}`,
      entries,
      differences: [],
      lines: datedLines(message, to),
      leftOut,
      unread,
    },
  };
}

const NO_BALANCE: PageBalance = { balance: undefined, isOfPage: false };

function expectWhole(message: OpenMessage, hasEnd: boolean): void {
  const { fileLine, closing, kind, isFramed } = message;
  const isIntraday = kind === 'mt942';
  const isCut = isIntraday ? isFramed && !hasEnd : closing === undefined;
  if (!isCut) return;
  const detail = isIntraday
    ? 'The message ends before its last line (-}).'
    : 'The message ends before its closing balance (:62F: or :62M:).';
  throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${fileLine}`, detail });
}

function datedLines(
  { lines, withoutDay, opening }: OpenMessage,
  to: Temporal.PlainDate | undefined,
): readonly StatementLine[] {
  if (withoutDay.size === 0) return lines;
  const within = { from: opening?.balance?.on, to };
  return lines.map((line) =>
    withoutDay.has(line.position)
      ? { ...line, bookingDate: bookedOn(line.bookingDate, within) }
      : line,
  );
}

/**
 * `:25:` is the account, `bank code/account`, and either with the currency behind it: the form that the books know, else
 * as it stands.
 */
function accountOf(
  { account = '', fileLine, ownAccountOf }: OpenMessage,
  currency: string,
): string {
  if (normaliseAccount(account) === '') {
    const detail = 'The message names no account (:25:).';
    throw new FileFault({ code: 'STATEMENT_ACCOUNT_MISSING', place: `line ${fileLine}`, detail });
  }
  const bare = account.slice(account.indexOf('/') + 1);
  const forms = [account, bare].flatMap((form) =>
    currency !== '' && form.endsWith(currency) ? [form, form.slice(0, -currency.length)] : [form],
  );
  return forms.find((form) => ownAccountOf(form) !== undefined) ?? account;
}

/** The day of `:13D:` in the zone of the account. */
function reportedOn(
  { reportedAt = '', ownAccountOf }: OpenMessage,
  accountId: string,
): Temporal.PlainDate | undefined {
  const parts = REPORTED.exec(reportedAt);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, offsetHour, offsetMinute] = parts;
  const instant = `20${year}-${month}-${day}T${hour}:${minute}:00${offsetHour}:${offsetMinute}`;
  return readValueDay(instant, ownAccountOf(accountId)?.zone);
}
