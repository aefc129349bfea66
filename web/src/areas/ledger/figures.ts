import { decimal, units, type WireMoney } from '../../ui/format.js';
import { moneyToWire, parseMoney } from '../../../../domain/money/money.js';

/** Amounts of one currency, added. At least one. */
export function sumOf(amounts: readonly WireMoney[]): WireMoney {
  const total = amounts.reduce((sum, one) => sum + units(one), 0n);
  return of(total, amounts[0]);
}

/** What is left of an amount. */
export function lessOf(whole: WireMoney, part: WireMoney): WireMoney {
  return of(units(whole) - units(part), whole);
}

/** So many smallest units, in the currency of another amount. */
export function of(amount: bigint, like: WireMoney | undefined): WireMoney {
  const { currency } = like ?? { currency: 'IDR' };
  return moneyToWire({ ...parseMoney({ amount: '0', currency }), amount });
}

const TENTHS = 1_000n;

/** A share with one decimal, such as `24,4 %`; of nothing there is none. */
export function shareOf(part: bigint, whole: bigint): string | undefined {
  if (whole === 0n) return undefined;
  const size = whole < 0n ? -whole : whole;
  const tenths = (part * TENTHS * 2n + (part < 0n ? -size : size)) / (size * 2n);
  const digits = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? '\u2212' : ''}${decimal(`${digits / 10n}.${digits % 10n}`)} %`;
}

/** For heights and widths of charts only; never shown. */
export function sizeOf(amount: WireMoney): number {
  return Number(units(amount));
}

/** The next round number above, for the top of a scale. */
export function roundAbove(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  const top = [1, 2, 4, 5, 8, 10].find((times) => value <= times * step) ?? 10;
  return top * step;
}
