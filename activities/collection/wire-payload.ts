import { parseCurrency } from '../../domain/money/currency.js';
import { money, moneyToWire } from '../../domain/money/money.js';

/**
 * Converts the amounts of a stored message to the wire: the books write `{ amount, currency }` in the smallest booked
 * unit (`"1250"` SGD), the wire in major units (`"12.50"`).
 */
export function payloadOnWire(payload: unknown): unknown {
  if (Array.isArray(payload)) return payload.map(payloadOnWire);
  if (typeof payload !== 'object' || payload === null) return payload;
  if (isBookedMoney(payload)) {
    return moneyToWire(money(BigInt(payload.amount), parseCurrency(payload.currency)));
  }
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, payloadOnWire(value)]),
  );
}

function isBookedMoney(value: object): value is Readonly<{ amount: string; currency: string }> {
  return (
    Object.keys(value).length === 2 &&
    'amount' in value &&
    'currency' in value &&
    typeof value.amount === 'string' &&
    typeof value.currency === 'string'
  );
}
