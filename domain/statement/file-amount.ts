import { isCurrencyCode, minorUnitOf } from '../money/currency.js';
import { MONEY_MAX_DIGITS } from '../money/money.js';
import type { ExactAmount, LineRefusalCode } from './statement.js';

/** ISO 20022: `ActiveOrHistoricCurrencyAndAmount` has at most five fraction digits. */
const EXACT_DECIMALS = 5;

/** ISO 20022 allows 18 digits; what is longer is no amount. */
const AMOUNT_TEXT_MAX_LENGTH = 40;

/** Currencies of ISO 4217 outside our books that do not have two decimals. */
const MINOR_UNITS_OF_OTHERS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VUV'].map(
    (code): [string, number] => [code, 0],
  ),
  ...['XAF', 'XOF', 'XPF'].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

const CURRENCY = /^[A-Z]{3}$/;

/** XML Schema decimals: "150000", "150000.00", "+1.5", ".5", "5."; never an exponent, never a comma. */
const PLAIN_AMOUNT = /^\+?(?<whole>\d*)(?:\.(?<fraction>\d*))?$/;

export type FileAmount =
  | Readonly<{ kind: 'amount'; booked: bigint; exact: ExactAmount }>
  | Readonly<{ kind: 'too-precise'; cut: bigint; exact: ExactAmount }>
  | Readonly<{ kind: 'fault'; code: LineRefusalCode; detail: string }>;

/**
 * Reads an unsigned amount as banks write it ("150000.00" rupiah is 150000 in our books).
 *
 * `too-precise` is an amount that the currency's books cannot hold (sen): balances may be cut, lines
 * are refused. Faults: `LINE_AMOUNT_MALFORMED`, `LINE_AMOUNT_TOO_LARGE`, `LINE_CURRENCY_UNKNOWN`.
 */
export function readFileAmount(text: string, currency: string): FileAmount {
  if (!CURRENCY.test(currency)) {
    return fault('LINE_CURRENCY_UNKNOWN', 'The currency is not a three-letter ISO 4217 code.');
  }
  const parts = text.length > AMOUNT_TEXT_MAX_LENGTH ? undefined : PLAIN_AMOUNT.exec(text)?.groups;
  const whole = parts?.['whole'] ?? '';
  const fraction = (parts?.['fraction'] ?? '').replace(/0+$/, '');
  if (parts === undefined || whole + (parts['fraction'] ?? '') === '') {
    return fault('LINE_AMOUNT_MALFORMED', 'The amount is not a decimal number.');
  }
  if (fraction.length > EXACT_DECIMALS) {
    return fault('LINE_AMOUNT_MALFORMED', `The amount has more than ${EXACT_DECIMALS} decimals.`);
  }
  const exact = BigInt(whole + fraction.padEnd(EXACT_DECIMALS, '0'));
  const unit = exactUnitOf(currency);
  const booked = exact / unit;
  if (booked.toString().length > MONEY_MAX_DIGITS) {
    return fault('LINE_AMOUNT_TOO_LARGE', `The amount has more than ${MONEY_MAX_DIGITS} digits.`);
  }
  return exact % unit === 0n
    ? { kind: 'amount', booked, exact }
    : { kind: 'too-precise', cut: booked, exact };
}

/** Decimals of the smallest unit we book in a currency; two where nothing else is known (ISO 4217). */
export function minorUnitOfFile(currency: string): number {
  if (isCurrencyCode(currency)) return minorUnitOf(currency);
  return MINOR_UNITS_OF_OTHERS.get(currency) ?? 2;
}

/** Booked units to 1/100,000 of the major unit. */
export function toExact(booked: bigint, currency: string): ExactAmount {
  return booked * exactUnitOf(currency);
}

/** For people: the shortest decimal in major units, such as `-1500.5`. */
export function exactToDecimal(exact: ExactAmount): string {
  const digits = (exact < 0n ? -exact : exact).toString().padStart(EXACT_DECIMALS + 1, '0');
  const fraction = digits.slice(-EXACT_DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -EXACT_DECIMALS);
  return `${exact < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function exactUnitOf(currency: string): bigint {
  return EXACT_UNITS[EXACT_DECIMALS - minorUnitOfFile(currency)] ?? 1n;
}

const EXACT_UNITS = Array.from({ length: EXACT_DECIMALS + 1 }, (_, power) => 10n ** BigInt(power));

function fault(code: LineRefusalCode, detail: string): FileAmount {
  return { kind: 'fault', code, detail };
}
