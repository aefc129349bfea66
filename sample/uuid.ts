import type { Random } from './random.js';

const VARIANT_DIGITS = ['8', '9', 'a', 'b'] as const;

/** A UUID of version 7 (RFC 9562) as of `atMs`, from the seeded random source: the same call gives the same id. */
export function sampleUuid(atMs: number, random: Random): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.whole({ from: 0, to: 15 }).toString(16)).join('');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex(3)}`,
    `${random.pick(VARIANT_DIGITS)}${hex(3)}`,
    hex(12),
  ].join('-');
}
