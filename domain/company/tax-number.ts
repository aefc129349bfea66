/** A number of the Indonesian tax authority since July 2024: 16 digits (PMK 112/2022, PMK 136/2023). */
const NPWP = /^\d{16}$/;
/** The form before: fifteen digits, which a zero in front turns into the new one. */
const NPWP_BEFORE = /^\d{15}$/;

const SEPARATORS = /[\s.-]/g;

/**
 * The tax number of a company as it is kept: in Indonesia 16 digits without separators, elsewhere as written. Undefined
 * when it is none of the country.
 */
export function readTaxNumber(written: string, country: string): string | undefined {
  if (country !== 'ID') return written.trim() === '' ? undefined : written.trim();
  const digits = written.replaceAll(SEPARATORS, '');
  if (NPWP_BEFORE.test(digits)) return `0${digits}`;
  return NPWP.test(digits) ? digits : undefined;
}
