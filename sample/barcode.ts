/**
 * EAN-13 (GS1 General Specifications 7.9): twelve digits and a check digit that makes the weighted sum,
 * 1 and 3 in turn from the left, a multiple of ten.
 */
export function ean13(twelveDigits: string): string {
  if (!/^\d{12}$/.test(twelveDigits)) throw new Error(`${twelveDigits} is not twelve digits`);
  const sum = twelveDigits
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelveDigits}${(10 - (sum % 10)) % 10}`;
}

/**
 * Prefixes that GS1 leaves to a company's own use, so that no invented barcode belongs to a real product: 040 for
 * pieces, 20 for goods weighed in the shop.
 */
export function inStoreBarcode(kind: 'piece' | 'weighed', itemNumber: number): string {
  const prefix = kind === 'piece' ? '0400' : '20';
  return ean13(`${prefix}${String(itemNumber).padStart(12 - prefix.length, '0')}`);
}
