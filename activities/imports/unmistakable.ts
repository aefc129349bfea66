/** A decimal with three places gets a zero: `1.250` could be read as thousands, `1.2500` cannot. */
export function unmistakable(decimal: string): string {
  return /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
}
