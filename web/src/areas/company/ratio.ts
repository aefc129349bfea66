import { decimal } from '../../ui/format.js';

export type Ratio = Readonly<{ numerator: number; denominator: number }>;

export const WHOLE: Ratio = { numerator: 1, denominator: 1 };

const PERCENT = /^(?<whole>\d{1,3})(?:[.,](?<part>\d{1,3}))?$/;
const PARTS = /^(?<numerator>\d{1,6})\s*\/\s*(?<denominator>\d{1,6})$/;
const HUNDRED = 100;

/** A rate as a person types it in per cent: `12` and `1,1`. Undefined when it has no reading. */
export function ratioOfPercent(text: string): Ratio | undefined {
  const found = PERCENT.exec(text.replace('%', '').trim())?.groups;
  if (found === undefined) return undefined;
  const { whole = '', part = '' } = found;
  return { numerator: Number(whole + part), denominator: HUNDRED * 10 ** part.length };
}

/** A part of a whole as a person types it: `11/12`. Undefined when it has no reading. */
export function ratioOfParts(text: string): Ratio | undefined {
  const found = PARTS.exec(text.trim())?.groups;
  return found === undefined
    ? undefined
    : { numerator: Number(found['numerator']), denominator: Number(found['denominator']) };
}

/** `1,1`, as such a field shows it. */
export function percentText({ numerator, denominator }: Ratio): string {
  return decimal(String((numerator * HUNDRED) / denominator));
}
