import type { Temporal } from 'temporal-polyfill';
import { unitsToDecimal } from '../../domain/money/decimal.js';
import { minorUnitOfFile } from '../../domain/statement/file-amount.js';
import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';

/** How a bank writes its texts (`:86:`), and whether it puts messages into the blocks of SWIFT. */
export type SwiftStyle = Readonly<{
  dialect?: 'free' | 'codes' | 'words';
  blocks?: boolean;
  /** 942 is an interim report: no balances, but totals. 950 has blocks, and no texts but what fits below `:61:`. */
  message?: '940' | '942' | '950';
}>;

const LINE_LENGTH = 65;
const PIECE_LENGTH = 27;

/** SWIFT: subfield 9 of field 61. */
const SUPPLEMENTARY_LENGTH_MAX = 34;

/** The statement as MT940, MT942 or MT950, as a bank would send it. */
export function writeSwift(statement: CamtStatement, style: SwiftStyle = {}): Uint8Array {
  const { accountId, currency, statementNumber, opening = 0n, on } = statement;
  const booked = statement.entries.filter(({ status = 'BOOK' }) => status === 'BOOK');
  const closing = statement.closing ?? opening + sum(booked.map(({ amount }) => amount));
  const { message = '940', blocks = message === '950' } = style;
  const body = statement.entries.flatMap((entry) => entryLines(entry, { currency, style }));
  const head = [`:20:${statementNumber}`, `:25:${accountId}`, ':28C:1/1'];
  const fields =
    message !== '942'
      ? [
          ...head,
          `:60F:${balance({ amount: opening, currency, on })}`,
          ...body,
          `:62F:${balance({ amount: closing, currency, on })}`,
        ]
      : [...head, `:34F:${currency}0,`, ...body, ...totals(booked, currency)];
  const begin = blocks ? [`{1:F01BNCOIDJAXXXX0000000000}{2:I${message}BNCOIDJAXXXXN}{4:`] : [];
  return new TextEncoder().encode([...begin, ...fields, blocks ? '-}' : '-', ''].join('\r\n'));
}

type Written = Readonly<{ currency: string; style: SwiftStyle }>;

function entryLines(entry: CamtEntry, { currency, style }: Written): readonly string[] {
  const { amount, bookingDate, valueDate = bookingDate, isReversal = false } = entry;
  const isCredit = amount >= 0n;
  const mark = isReversal ? (isCredit ? 'RD' : 'RC') : isCredit ? 'C' : 'D';
  const bank = entry.bankReference === undefined ? '' : `//${entry.bankReference}`;
  const day = `${swiftDay(valueDate)}${swiftDay(bookingDate).slice(2)}`;
  return [
    `:61:${day}${mark}${decimal(amount, currency)}NTRFNONREF${bank}`,
    ...(style.message === '950'
      ? [(entry.text ?? '').slice(0, SUPPLEMENTARY_LENGTH_MAX)].filter((one) => one !== '')
      : folded(narrativeOf(entry, style.dialect ?? 'free'))),
  ];
}

function narrativeOf(entry: CamtEntry, dialect: NonNullable<SwiftStyle['dialect']>): string {
  const { text = '', payerName = '', payerAccount = '', endToEndReference } = entry;
  if (dialect === 'free')
    return [text, payerName, payerAccount].filter((one) => one !== '').join(' ');
  if (dialect === 'words') {
    const party = `/ORDP//NAME/${payerName}/IBAN/${payerAccount}`;
    return `/EREF/${endToEndReference ?? 'NOTPROVIDED'}${party}/REMI/USTD//${text}/`;
  }
  const purpose = `EREF+${(endToEndReference ?? 'NOTPROVIDED').padEnd(22)}SVWZ+${text}`;
  const pieces = purpose.match(new RegExp(`.{1,${PIECE_LENGTH}}`, 'g')) ?? [];
  const fields = pieces.map((piece, index) => `?2${index}${piece}`);
  return `166?00TRANSFER${fields.join('')}?31${payerAccount}?32${payerName}`;
}

function folded(text: string): readonly string[] {
  return (text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []).map((line, index) =>
    index === 0 ? `:86:${line}` : line,
  );
}

function totals(entries: readonly CamtEntry[], currency: string): readonly string[] {
  return [
    { tag: '90D', amounts: entries.map(({ amount }) => -amount).filter((one) => one > 0n) },
    { tag: '90C', amounts: entries.map(({ amount }) => amount).filter((one) => one > 0n) },
  ].map(
    ({ tag, amounts }) => `:${tag}:${amounts.length}${currency}${decimal(sum(amounts), currency)}`,
  );
}

function balance({
  amount,
  currency,
  on,
}: Readonly<{ amount: bigint; currency: string; on: Temporal.PlainDate }>): string {
  return `${amount < 0n ? 'D' : 'C'}${swiftDay(on)}${currency}${decimal(amount, currency)}`;
}

function decimal(amount: bigint, currency: string): string {
  const units = amount < 0n ? -amount : amount;
  const text = unitsToDecimal(units, minorUnitOfFile(currency)).replace('.', ',');
  return text.includes(',') ? text : `${text},`;
}

function swiftDay(on: Temporal.PlainDate): string {
  return on.toString().slice(2).replaceAll('-', '');
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
