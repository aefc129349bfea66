import { currencySymbol, minorUnitOf } from './currency.js';
import { unitsToDecimal } from './decimal.js';
import type { Money } from './money.js';

/** The languages of everything that cashiers and customers read. */
export type Language = 'id' | 'en';

type Separators = Readonly<{ group: string; decimal: string }>;

/** Fixed here instead of taken from ICU, so that every machine prints the same. */
const SEPARATORS: Readonly<Record<Language, Separators>> = {
  id: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** Money as people read it, for display only: `Rp150.000` (id), `Rp150,000` (en), `-S$12.50`. */
export function formatMoney({ amount, currency }: Money, language: Language): string {
  const decimal = unitsToDecimal(amount < 0n ? -amount : amount, minorUnitOf(currency));
  return `${amount < 0n ? '-' : ''}${currencySymbol(currency)}${formatDecimal(decimal, language)}`;
}

/** The digits only, for a column whose head already names the currency: `150.000`. */
export function formatAmount({ amount, currency }: Money, language: Language): string {
  return formatDecimal(unitsToDecimal(amount, minorUnitOf(currency)), language);
}

/** Takes a plain decimal (`-1234.5`) and writes it as the language does (`-1.234,5`). */
export function formatDecimal(decimal: string, language: Language): string {
  const { group, decimal: point } = SEPARATORS[language];
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}
