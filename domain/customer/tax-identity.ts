/** NIK: district (6), day, month and year of birth (for women the day plus 40), serial (PP 37/2007). */
const NIK = /^(?<district>\d{6})(?<day>\d{2})(?<month>\d{2})\d{2}(?<serial>\d{4})$/;

/** NITKU: the tax number of 16 digits and the place of business, 000000 for the head office (PER-6/PJ/2024). */
const NITKU = /^\d{22}$/;

const SEPARATORS = /[\s.-]/g;
const LOWEST_PROVINCE = 11;
const FEMALE_DAYS = 40;

/**
 * The identity number of a person as it is kept: 16 digits without separators. Undefined when it cannot be one; the
 * sixteen zeros that stand for an unknown buyer on tax documents are none.
 */
export function readIdentityNumber(written: string): string | undefined {
  const digits = written.replaceAll(SEPARATORS, '');
  const { district = '', day = '', month = '', serial = '' } = NIK.exec(digits)?.groups ?? {};
  const dayOfBirth = Number(day) > FEMALE_DAYS ? Number(day) - FEMALE_DAYS : Number(day);
  const isOne =
    Number(district.slice(0, 2)) >= LOWEST_PROVINCE &&
    isWithin(dayOfBirth, 31) &&
    isWithin(Number(month), 12) &&
    Number(serial) > 0;
  return isOne ? digits : undefined;
}

/**
 * The number of a place of business as it is kept: 22 digits, which begin with the tax number of 16 digits that it is
 * of. Undefined when it is none, or of another tax number.
 */
export function readTaxBranchNumber(
  written: string,
  taxNumber: string | undefined,
): string | undefined {
  const digits = written.replaceAll(SEPARATORS, '');
  return NITKU.test(digits) && taxNumber !== undefined && digits.startsWith(taxNumber)
    ? digits
    : undefined;
}

function isWithin(value: number, max: number): boolean {
  return value >= 1 && value <= max;
}
