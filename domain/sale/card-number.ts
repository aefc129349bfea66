/** Networks issue payment cards under these leading digits (ISO/IEC 7812). */
const CARD_LIKE = /^[2-6]\d{12,18}$/;

/** 14 to 19 digits in one piece, or grouped as on a card: 4-4-4-4, 4-4-4-4-3, 4-6-5, 4-6-4. */
const CANDIDATES =
  /(?<![0-9A-Za-z]|"barcode"\s*:\s*")(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![0-9A-Za-z])/g;
const LAST_DIGITS_KEPT = 4;

/** Luhn's check digit (ISO/IEC 7812-1) over 13 to 19 digits that begin like a card's; spaces and dashes do not count. */
export function looksLikeCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '');
  if (!CARD_LIKE.test(digits)) return false;
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/**
 * Puts an asterisk for every digit but the last four of what looks like a card number, wherever it stands in
 * what a till sent, and leaves everything else as it is. Thirteen digits are left: they are article numbers
 * (EAN-13), and so is what is called a barcode.
 * Source: PCI DSS 4.0, 3.4.1 (of a number that is kept at most the first six and last four digits may show).
 */
export function maskCardNumbers(text: string): string {
  return text.replaceAll(CANDIDATES, (found) =>
    looksLikeCardNumber(found)
      ? found.slice(0, -LAST_DIGITS_KEPT).replaceAll(/\d/g, '*') + found.slice(-LAST_DIGITS_KEPT)
      : found,
  );
}
