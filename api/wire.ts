import { parseCurrency } from '../domain/money/currency.js';
import { money, moneyToWire } from '../domain/money/money.js';

/** Money of the books on the wire. */
export function wireMoney(amount: bigint, currency: string): { amount: string; currency: string } {
  return moneyToWire(money(amount, parseCurrency(currency)));
}

/** The same for nullable money. */
export function wireMoneyOrNull(
  amount: bigint | null,
  currency: string | null,
): { amount: string; currency: string } | null {
  return amount === null || currency === null ? null : wireMoney(amount, currency);
}

/** A day of the books (`DATE`, which arrives as midnight UTC) on the wire. */
export function wireDate(day: Date): string {
  return day.toISOString().slice(0, 10);
}
