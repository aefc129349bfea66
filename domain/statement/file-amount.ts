import { isCurrencyCode, minorUnitOf } from '../money/currency.js';
import { MONEY_MAX_DIGITS } from '../money/money.js';
import { lineFault, type LineFault } from './line-draft.js';
import type { ExactAmount } from './statement.js';

/** ISO 20022: `ActiveOrHistoricCurrencyAndAmount` has at most five fraction digits. */
const EXACT_DECIMALS = 5;

/** ISO 20022 allows 18 digits; a longer number is no amount. */
const AMOUNT_TEXT_MAX_LENGTH = 40;

/** Currencies of ISO 4217 outside our books that do not have two decimals. */
const MINOR_UNITS_OF_OTHERS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VUV'].map(
    (code): [string, number] => [code, 0],
  ),
  ...['XAF', 'XOF', 'XPF'].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

const AMOUNT_LIMIT = 10n ** BigInt(MONEY_MAX_DIGITS);

const CURRENCY = /^[A-Z]{3}$/;

/** XML Schema decimals: "150000", "150000.00", "+1.5", ".5", "5."; never an exponent, never a comma. */
const PLAIN_AMOUNT = /^\+?(?<whole>\d*)(?:\.(?<fraction>\d*))?$/;

export type FileAmount =
  | Readonly<{ kind: 'amount'; booked: bigint; exact: ExactAmount }>
  | Readonly<{ kind: 'too-precise'; cut: bigint; exact: ExactAmount }>
  | LineFault;

/**
 * Reads an unsigned amount as banks write it ("150000.00" rupiah is 150000 in our books). `too-precise`: more decimals
 * than the currency is booked with (sen); balances may be cut, lines are refused. Faults: `LINE_AMOUNT_MALFORMED`,
 * `LINE_AMOUNT_TOO_LARGE`, `LINE_CURRENCY_UNKNOWN`.
 */
export function readFileAmount(text: string, currency: string): FileAmount {
  const exact = readExact(text);
  if (exact === undefined) {
    return lineFault('LINE_AMOUNT_MALFORMED', 'The amount is not a decimal number.');
  }
  if (!CURRENCY.test(currency)) {
    return lineFault('LINE_CURRENCY_UNKNOWN', 'The currency is not a three-letter ISO 4217 code.');
  }
  const unit = exactUnitOf(currency);
  const booked = exact / unit;
  if (booked >= AMOUNT_LIMIT) {
    const detail = `The amount has more than ${MONEY_MAX_DIGITS} digits.`;
    return lineFault('LINE_AMOUNT_TOO_LARGE', detail);
  }
  return exact % unit === 0n
    ? { kind: 'amount', booked, exact }
    : { kind: 'too-precise', cut: booked, exact };
}

/** Undefined when the text is no decimal, or has more decimals than ISO 20022 allows. */
export function readExact(text: string): ExactAmount | undefined {
  const parts = text.length > AMOUNT_TEXT_MAX_LENGTH ? undefined : PLAIN_AMOUNT.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { whole = '', fraction = '' } = parts;
  const significant = fraction.replace(/0+$/, '');
  const hasDigits = whole !== '' || fraction !== '';
  if (!hasDigits || significant.length > EXACT_DECIMALS) return undefined;
  return BigInt(whole + significant.padEnd(EXACT_DECIMALS, '0'));
}

/** Decimals with which a currency is booked; two for unlisted currencies (ISO 4217). */
export function minorUnitOfFile(currency: string): number {
  if (isCurrencyCode(currency)) return minorUnitOf(currency);
  return MINOR_UNITS_OF_OTHERS.get(currency) ?? 2;
}

/** Booked units to 1/100,000 of the major unit. */
export function toExact(booked: bigint, currency: string): ExactAmount {
  return booked * exactUnitOf(currency);
}

/** An amount as people read it: the shortest decimal in major units, such as `-1500.5`. */
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
