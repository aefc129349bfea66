import { assert } from '../assert.js';

/**
 * The quasigroup of order ten of H. Michael Damm's thesis (2004). It is totally anti-symmetric:
 * every mistyped digit and every swap of two neighbours changes the check digit.
 */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const DIGITS = /^\d+$/;

/** The check digit of `digits`; `"572"` gives `"4"`. Leading zeros do not change it. */
export function dammDigit(digits: string): string {
  assert(DIGITS.test(digits), 'a check digit is computed over digits only');
  let interim = '0';
  for (const digit of digits) interim = QUASIGROUP[Number(interim)]?.[Number(digit)] ?? '';
  return interim;
}

/** Whether the last digit is the check digit of those before it. */
export function hasValidDammDigit(digits: string): boolean {
  return digits.length > 1 && DIGITS.test(digits) && dammDigit(digits) === '0';
}
