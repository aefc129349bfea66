import type { Temporal } from 'temporal-polyfill';
import { readFileAmount } from '../statement/file-amount.js';
import {
  lineFault,
  TOO_PRECISE,
  type DraftResult,
  type LineFault,
} from '../statement/line-draft.js';
import type { ExactAmount } from '../statement/statement.js';
import { isDescription } from './description.js';

/** The fields of one record by their letter: D date, T amount, N number, P payee, M memo. */
export type QifRecord = Readonly<{
  fileLine: number;
  /** A text was longer than any bank text, or a day or amount stood twice. */
  flaw: 'overlong' | 'twofold' | undefined;
  fields: ReadonlyMap<string, string>;
}>;

/** Programs write the balance with which an account begins as its first record. */
const OPENING_BALANCE = /^(?:opening balance|saldo awal)$/i;

/**
 * One record as a canonical line. An opening balance is information and no booking. Faults: `LINE_MALFORMED`, `LINE_DATE_MALFORMED`,
 * `LINE_AMOUNT_*`, `LINE_FIELD_TOO_LONG`, `LINE_CURRENCY_UNKNOWN`.
 */
export function readQifRecord(
  { fileLine, flaw, fields }: QifRecord,
  {
    currency,
    dayOf,
  }: Readonly<{ currency: string; dayOf: (text: string) => Temporal.PlainDate | undefined }>,
): DraftResult {
  const of = (letter: string): string => fields.get(letter) ?? '';
  const amount = readQifAmount(of('T'), currency);
  const refused = (fault: LineFault): DraftResult => ({
    ...fault,
    leftOut: amount.kind === 'fault' || flaw === 'twofold' ? undefined : amount.exact,
  });
  if (flaw === 'twofold') {
    return refused(lineFault('LINE_MALFORMED', 'The record has two days or amounts: it is two.'));
  }
  if (flaw === 'overlong') {
    return refused(lineFault('LINE_FIELD_TOO_LONG', 'A text is longer than any bank text.'));
  }
  if (amount.kind === 'fault') return refused(amount);
  if (amount.kind === 'too-precise') return refused(TOO_PRECISE);
  const bookingDate = dayOf(of('D'));
  if (bookingDate === undefined) {
    return refused(lineFault('LINE_DATE_MALFORMED', 'The date is not a day.'));
  }
  const isName = of('P') !== '' && !isDescription(of('P'));
  return {
    kind: 'line',
    line: {
      fileLine,
      status: OPENING_BALANCE.test(of('P')) ? 'information' : 'booked',
      bookingDate,
      valueDate: undefined,
      amount: amount.booked,
      currency,
      isReversal: false,
      transactionCode: undefined,
      bankReference: undefined,
      endToEndReference: undefined,
      creditorReference: undefined,
      otherReferences: [],
      payerName: isName ? of('P') : undefined,
      payerAccount: undefined,
      text: [isName ? '' : of('P'), of('M'), of('N')].filter((one) => one !== '').join(' '),
      details: [],
    },
  };
}

/** Digits with groups of three and one or two decimals, by either sign. */
const WITH_POINT = /^(?<sign>[+-]?)(?<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?<fraction>\d{1,2}))?$/;
const WITH_COMMA = /^(?<sign>[+-]?)(?<whole>\d+|\d{1,3}(?:\.\d{3})+)(?:,(?<fraction>\d{1,2}))?$/;

/** One sign before three digits at the end may group or begin decimals. */
const UNCLEAR = /^[+-]?\d{1,3}[.,]\d{3}$/;

type QifAmount =
  Readonly<{ kind: 'amount' | 'too-precise'; booked: bigint; exact: ExactAmount }> | LineFault;

/** A signed amount; `1,234` and `1.234` are refused, because nobody can tell what they are. */
export function readQifAmount(text: string, currency: string): QifAmount {
  const plain = text.replaceAll(/\s/g, '');
  const parts = UNCLEAR.test(plain)
    ? undefined
    : (WITH_POINT.exec(plain) ?? WITH_COMMA.exec(plain))?.groups;
  if (parts === undefined) {
    return lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a number that has one meaning.');
  }
  const whole = (parts['whole'] ?? '').replaceAll(/[.,]/g, '');
  const amount = readFileAmount(`${whole}.${parts['fraction'] ?? ''}`, currency);
  if (amount.kind === 'fault') return amount;
  const sign = parts['sign'] === '-' ? -1n : 1n;
  const booked = amount.kind === 'amount' ? amount.booked : amount.cut;
  return { kind: amount.kind, booked: sign * booked, exact: sign * amount.exact };
}
