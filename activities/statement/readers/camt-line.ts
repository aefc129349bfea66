import type { Temporal } from 'temporal-polyfill';
import {
  lineFault,
  TOO_PRECISE,
  type DraftResult,
  type LineDraft,
  type LineFault,
} from '../../../domain/statement/line-draft.js';
import type { LineDetail, LineStatus } from '../../../domain/statement/statement.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { OTHER_REFERENCES } from './camt-paths.js';
import { allTexts, currencyKey, firstText, type CamtRecord } from './camt-record.js';
import { readIsoDay, readSigned, readValueDay } from './camt-values.js';

/** Defaults of the statement for entries that do not give them. */
export type EntryDefaults = Readonly<{
  /** Time zone of the account, when it is one of ours. */
  zone: string | undefined;
  accountId: string;
  currency: string | undefined;
  bookingDate: () => Temporal.PlainDate | undefined;
}>;

type Side = 'Dbtr' | 'Cdtr';

const NOT_PROVIDED = /^not\s*provided$/i;

const STATUSES: ReadonlyMap<string, LineStatus> = new Map([
  ['BOOK', 'booked'],
  ['PDNG', 'pending'],
  ['FUTR', 'pending'],
  ['INFO', 'information'],
]);

/** One `Ntry` with its `TxDtls` as a canonical line. */
export function readEntry(entry: CamtRecord, defaults: EntryDefaults): DraftResult {
  const amount = readSigned(entry, defaults.currency);
  const status = statusOf(entry);
  const refused = (fault: LineFault): DraftResult => ({
    ...fault,
    leftOut: leftOutOf(amount, status),
  });
  const overlong = [entry, ...entry.children].find((record) => record.overlong !== undefined);
  if (overlong !== undefined) {
    return refused(lineFault('LINE_FIELD_TOO_LONG', `${overlong.overlong} is too long.`));
  }
  if (amount.kind === 'fault') return refused(amount);
  if (amount.kind === 'too-precise') {
    return refused(TOO_PRECISE);
  }
  if (status === undefined) {
    return refused(
      lineFault('LINE_STATUS_UNKNOWN', 'Nobody knows whether this status (Sts) is booked.'),
    );
  }
  const bookingDate = readBookingDate(entry, defaults);
  if ('kind' in bookingDate) return refused(bookingDate);
  const line = toLine(entry, { amount: amount.booked, status, bookingDate, defaults });
  return { kind: 'line', line };
}

/** A proprietary status is no booking, unless it equals a status of the standard. */
function statusOf(entry: CamtRecord): LineStatus | undefined {
  return STATUSES.get((firstText(entry, 'Sts/Cd', 'Sts/Prtry', 'Sts') ?? 'BOOK').toUpperCase());
}

/** Entries that are not booked are not in the bank's sums; one with an unknown status may be. */
function leftOutOf(
  amount: ReturnType<typeof readSigned>,
  status: LineStatus | undefined,
): bigint | undefined {
  if (status === 'pending' || status === 'information') return 0n;
  return status === undefined || amount.kind === 'fault' ? undefined : amount.exact;
}

function readBookingDate(
  entry: CamtRecord,
  defaults: EntryDefaults,
): Temporal.PlainDate | LineFault {
  const text = firstText(entry, 'BookgDt/Dt', 'BookgDt/DtTm');
  if (text !== undefined) return readIsoDay(text, defaults.zone);
  return (
    readValueDay(firstText(entry, 'ValDt/Dt', 'ValDt/DtTm'), defaults.zone) ??
    defaults.bookingDate() ??
    lineFault('LINE_DATE_MISSING', 'The entry has no booking date and no value date.')
  );
}

type ReadValues = Readonly<{
  amount: bigint;
  status: LineStatus;
  bookingDate: Temporal.PlainDate;
  defaults: EntryDefaults;
}>;

function toLine(entry: CamtRecord, values: ReadValues): LineDraft {
  const { amount, status, bookingDate, defaults } = values;
  const currency = firstText(entry, currencyKey('Amt')) ?? defaults.currency ?? '';
  const only = entry.children.length === 1 ? entry.children[0] : undefined;
  const isReversal = isTrue(firstText(entry, 'RvslInd')) || isReturned(only);
  const details = entry.children.map((detail) =>
    toDetail(detail, { ...defaults, currency, amount, side: payingSide(amount, isReversal) }),
  );
  const party = only === undefined ? NOBODY : (details[0] ?? NOBODY);
  return {
    fileLine: entry.fileLine,
    status,
    bookingDate,
    valueDate: readValueDay(firstText(entry, 'ValDt/Dt', 'ValDt/DtTm'), defaults.zone),
    amount,
    currency,
    isReversal,
    transactionCode: transactionCodeOf(entry),
    bankReference: bankReferenceOf(entry, only),
    endToEndReference: party.endToEndReference,
    creditorReference: party.creditorReference,
    otherReferences: party.otherReferences,
    payerName: party.payerName,
    payerAccount: party.payerAccount,
    text: joinTexts([party.text, ...allTexts(entry, 'AddtlNtryInf')]),
    details: details.length > 1 ? details : NO_DETAILS,
  };
}

/** A booking without details, or with several, so that it has no single party. */
const NOBODY: LineDetail = {
  amount: undefined,
  endToEndReference: undefined,
  creditorReference: undefined,
  otherReferences: [],
  payerName: undefined,
  payerAccount: undefined,
  text: '',
};

const NO_DETAILS: readonly LineDetail[] = [];

type DetailContext = Readonly<{ accountId: string; currency: string; amount: bigint; side: Side }>;

function toDetail(detail: CamtRecord, context: DetailContext): LineDetail {
  const references = allTexts(
    detail,
    'RmtInf/Strd/CdtrRefInf/Ref',
    'RmtInf/Strd/CdtrRefInf/CdtrRef',
  );
  const endToEnd = firstText(detail, 'Refs/EndToEndId');
  return {
    amount: detailAmount(detail, context),
    endToEndReference: endToEnd === undefined || NOT_PROVIDED.test(endToEnd) ? undefined : endToEnd,
    creditorReference: references[0],
    otherReferences: otherReferencesOf(detail, context),
    payerName: partyName(detail, context.side) ?? partyName(detail, `Ultmt${context.side}`),
    payerAccount: accountOf(detail, context.side),
    text: joinTexts([
      ...allTexts(detail, 'RmtInf/Ustrd', 'RmtInf/Strd/RfrdDocInf/Nb'),
      ...references.slice(1),
      ...allTexts(detail, 'RmtInf/Strd/AddtlRmtInf', 'AddtlTxInf'),
    ]),
  };
}

const NO_REFERENCES: readonly string[] = [];

/** Our account in the details, when it is not the statement's: the virtual account that was paid into. */
function otherReferencesOf(
  detail: CamtRecord,
  { side, accountId }: DetailContext,
): readonly string[] {
  const references = allTexts(detail, ...OTHER_REFERENCES).slice(0, OTHER_REFERENCES_MAX);
  const ours = accountOf(detail, side === 'Dbtr' ? 'Cdtr' : 'Dbtr');
  if (ours !== undefined && normaliseAccount(ours) !== normaliseAccount(accountId)) {
    return [...references, ours];
  }
  return references.length === 0 ? NO_REFERENCES : references;
}

function accountOf(detail: CamtRecord, side: Side): string | undefined {
  const account = `RltdPties/${side}Acct/Id`;
  return firstText(
    detail,
    `${account}/IBAN`,
    `${account}/Othr/Id`,
    `${account}/BBAN`,
    `${account}/PrtryAcct/Id`,
  );
}

/** In the entry's currency only; an instructed amount in dollars says nothing about rupiah booked. */
function detailAmount(detail: CamtRecord, context: DetailContext): bigint | undefined {
  for (const key of ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt']) {
    const text = firstText(detail, key);
    if (text === undefined) continue;
    if ((firstText(detail, currencyKey(key)) ?? context.currency) !== context.currency) continue;
    const indicator = firstText(detail, 'CdtDbtInd') ?? (context.amount < 0n ? 'DBIT' : 'CRDT');
    const amount = readSigned(asAmount(detail, { text, indicator }), context.currency);
    return amount.kind === 'signed' ? amount.booked : undefined;
  }
  return undefined;
}

function asAmount(
  detail: CamtRecord,
  { text, indicator }: Readonly<{ text: string; indicator: string }>,
): CamtRecord {
  const texts = new Map([
    ['Amt', [text]],
    ['CdtDbtInd', [indicator]],
  ]);
  return { ...detail, texts };
}

/**
 * For money in, the payer is the debtor. A reversal goes the other way but keeps the parties of the original, so the
 * payer of a bounced payment is its debtor although money goes out.
 */
function payingSide(amount: bigint, isReversal: boolean): Side {
  const isMoneyIn = amount >= 0n;
  return isMoneyIn === isReversal ? 'Cdtr' : 'Dbtr';
}

/** `Nm` directly below the party until version 7, below `Pty` since version 8. */
function partyName(detail: CamtRecord, party: string): string | undefined {
  return firstText(detail, `RltdPties/${party}/Nm`, `RltdPties/${party}/Pty/Nm`);
}

function bankReferenceOf(entry: CamtRecord, only: CamtRecord | undefined): string | undefined {
  const own = firstText(entry, 'AcctSvcrRef');
  if (own !== undefined || only === undefined) return own;
  return firstText(only, 'Refs/AcctSvcrRef', 'Refs/Prtry/Ref');
}

function transactionCodeOf(entry: CamtRecord): string | undefined {
  const codes = allTexts(
    entry,
    'BkTxCd/Domn/Cd',
    'BkTxCd/Domn/Fmly/Cd',
    'BkTxCd/Domn/Fmly/SubFmlyCd',
  );
  return codes.length > 0 ? codes.join('-') : firstText(entry, 'BkTxCd/Prtry/Cd');
}

function isReturned(detail: CamtRecord | undefined): boolean {
  if (detail === undefined) return false;
  return firstText(detail, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry') !== undefined;
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** Texts of one payment that are looked at; no bank sends more than a page. */
const TEXTS_MAX = 200;

/** References of one payment that are kept beside the usual ones. */
const OTHER_REFERENCES_MAX = 20;

/** Banks repeat the same text at two levels; it is kept once. */
function joinTexts(texts: readonly string[]): string {
  const kept: string[] = [];
  for (const text of texts.slice(0, TEXTS_MAX)) {
    if (text !== '' && !kept.some((known) => known.includes(text))) kept.push(text);
  }
  return kept.join(' ');
}
