import { decimal } from '../../ui/format.js';

const HUNDREDTHS = 100;

/** What a field of per cent accepts, with a comma or a point: `15`, `2,5`. */
export const PERCENT_PATTERN = String.raw`\d{1,2}([.,]\d{1,2})?`;

/** Per cent as a person types it, in hundredths of a per cent: 1500 for `15`. */
export function basisPointsOf(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * HUNDREDTHS);
}

/** `2,5`, as such a field shows it. */
export function percentOfPoints(basisPoints: number): string {
  return decimal(String(basisPoints / HUNDREDTHS));
}
