/** `0.244` is `24.4`, exactly. */
export function inHundredths(share: string): string {
  const [whole = '0', part = ''] = share.replace('-', '').split('.');
  const digits = `${whole}${part.padEnd(2, '0')}`;
  const at = whole.length + 2;
  const rest = digits.slice(at).replace(/0+$/, '');
  const before = digits.slice(0, at).replace(/^0+(?=\d)/, '');
  return `${share.startsWith('-') ? '-' : ''}${before}${rest === '' ? '' : `.${rest}`}`;
}
