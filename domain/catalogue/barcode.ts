/** EAN-8, UPC-A, EAN-13 and GTIN-14 end with a check digit; other texts are codes of our own. */
const GTIN_LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

const WEIGHT_OF_ODD_PLACES = 3;

/** Whether a barcode can be read by a scanner: a GTIN has the check digit of GS1, any other text is taken as it is. */
export function isValidBarcode(barcode: string): boolean {
  if (!/^\d+$/.test(barcode) || !GTIN_LENGTHS.has(barcode.length)) return true;
  const digits = Array.from(barcode, Number);
  const check = digits.pop() ?? 0;
  const sum = digits
    .toReversed()
    .reduce(
      (total, digit, place) => total + digit * (place % 2 === 0 ? WEIGHT_OF_ODD_PLACES : 1),
      0,
    );
  return (10 - (sum % 10)) % 10 === check;
}
