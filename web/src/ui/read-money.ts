import { minorUnitOf, type CurrencyCode } from '../../../domain/money/currency.js';
import type { WireMoney } from './format.js';

const GROUPED =
  /^(?<whole>\d{1,3}(?:(?<group>[.,])\d{3}(?:\k<group>\d{3})*)?)(?:(?<point>[.,])(?<cents>\d{1,2}))?$/;
const PLAIN = /^(?<whole>\d+)(?:(?<point>[.,])(?<cents>\d{1,2}))?$/;

/**
 * An amount as a person types it: `1250000`, `1.250.000`, `1.250.000,00` and `1,250,000.00`. Undefined when it has no
 * reading or more than one.
 */
export function readMoney(text: string, currency: string): WireMoney | undefined {
  const typed = text.replaceAll(/\s|rp/gi, '');
  const found = (GROUPED.exec(typed) ?? PLAIN.exec(typed))?.groups;
  if (found === undefined || found['point'] === (found['group'] ?? '')) return undefined;
  const whole = (found['whole'] ?? '').replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  const cents = found['cents'] ?? '';
  if (minorUnitOf(currency as CurrencyCode) === 0)
    return /^0*$/.test(cents) ? { amount: whole, currency } : undefined;
  return { amount: cents === '' ? whole : `${whole}.${cents}`, currency };
}

/** The same for a form: what has no reading is sent as it was typed, and the API says what is wrong with it. */
export function typedMoney(text: string, currency: string): WireMoney {
  return readMoney(text, currency) ?? { amount: text, currency };
}
