import { decimal } from '../../ui/format.js';

export type Ratio = Readonly<{ numerator: number; denominator: number }>;

export const WHOLE: Ratio = { numerator: 1, denominator: 1 };

/** What fields of a rate in per cent and of a part accept: `1,1` and `11/12`. */
export const PERCENT_PATTERN = String.raw`(?<whole>\d{1,2})(?:[.,](?<part>\d{1,3}))?`;
export const PARTS_PATTERN = String.raw`(?<numerator>\d{1,6})\/(?<denominator>\d{1,6})`;
const PERCENT = new RegExp(`^${PERCENT_PATTERN}$`);
const PARTS = new RegExp(`^${PARTS_PATTERN}$`);
const HUNDRED = 100;

/** A rate as a person types it in per cent: `12` and `1,1`. Undefined when it has no reading. */
export function ratioOfPercent(text: string): Ratio | undefined {
  const found = PERCENT.exec(text)?.groups;
  if (found === undefined) return undefined;
  const { whole = '', part = '' } = found;
  return { numerator: Number(whole + part), denominator: HUNDRED * 10 ** part.length };
}

/** A part of a whole as a person types it: `11/12`. Undefined when it has no reading. */
export function ratioOfParts(text: string): Ratio | undefined {
  const found = PARTS.exec(text)?.groups;
  return found === undefined
    ? undefined
    : { numerator: Number(found['numerator']), denominator: Number(found['denominator']) };
}

/** `1,1`, as such a field shows it. */
export function percentText({ numerator, denominator }: Ratio): string {
  return decimal(String((numerator * HUNDRED) / denominator));
}
